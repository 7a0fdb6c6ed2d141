"""Many items together: what each leaves in an index, and the rules that look at the index and not at one item."""
