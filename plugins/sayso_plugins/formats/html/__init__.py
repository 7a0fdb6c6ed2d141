"""The report as one static page: each item as an editor reads it, and an overview of many."""
