"""Layouts as TOML files: read, written, and proposed for the headings of a sheet."""
