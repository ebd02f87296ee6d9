"""Antivirus scanners of files in quarantine (DOC-08), one module per kind."""
