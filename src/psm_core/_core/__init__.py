"""What records and vocabularies are built from. Nothing here is public."""
