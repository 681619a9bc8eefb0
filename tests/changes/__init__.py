"""Tests of the differences, patches and merges of records."""
