"""Files that strangers sent are opened in a process of their own, with limits that it cannot lift (DOC-08)."""
