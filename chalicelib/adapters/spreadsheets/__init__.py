"""Spreadsheet files, read in a process of their own and written cell by cell."""
