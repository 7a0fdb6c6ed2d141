"""What ``sayso show`` prints: a record as a page for people."""
