"""Headings: where a table begins in a sheet, and which column of a layout each heading is."""
