"""File formats: spreadsheets and text files as sheets of rows, and how files are written."""
