"""Text, and places in it."""
