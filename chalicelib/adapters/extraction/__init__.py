"""The text of files that were admitted (DOC-08): each file, and each page to recognize, in a process of its own."""
