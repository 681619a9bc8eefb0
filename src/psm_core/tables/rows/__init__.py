"""Rows: which rows of a sheet are records, and the record and the issues of each."""
