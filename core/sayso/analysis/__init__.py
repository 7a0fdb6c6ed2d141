"""Analysis: who says what in a text, made once per item, lazily, and shared by all rules."""
