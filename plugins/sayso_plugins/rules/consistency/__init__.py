"""Rules on consistency: does an item agree with itself."""
