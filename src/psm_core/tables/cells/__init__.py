"""Cells: what a cell contains, and its value as a date, a term, a telephone number and others."""
