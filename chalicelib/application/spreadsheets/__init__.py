"""The administration's tables as spreadsheets: what a file would change, the job that changes it, and the way out."""
