"""Rules: what they are declared with, what they see and what they yield."""
