"""Templates: empty workbooks to fill in, with hints, drop-down lists and an example row."""
