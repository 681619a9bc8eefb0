"""The record classes."""
