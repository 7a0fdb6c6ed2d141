"""Rules on independence, money and disclosure."""
