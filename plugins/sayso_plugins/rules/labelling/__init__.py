"""Rules on telling news from comment."""
