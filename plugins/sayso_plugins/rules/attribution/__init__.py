"""Rules on attribution: who is said to have said it."""
