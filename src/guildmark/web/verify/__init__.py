"""Anyone checks a record: a file, or pasted text."""
