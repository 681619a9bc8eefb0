"""Tests of finding people who are listed twice."""
