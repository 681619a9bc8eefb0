"""Layouts: which headings a kind of file has, and which field each column fills."""
