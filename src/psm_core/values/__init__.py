"""Values that are one text: identity numbers, codes, telephone numbers, keys. And dates."""
