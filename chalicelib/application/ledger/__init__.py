"""The public ledger: history entries are appended, its head is signed each hour, and exports prove what is in it."""
