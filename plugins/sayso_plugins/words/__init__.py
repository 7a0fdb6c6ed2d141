"""Language packs: the words of each language, as data."""
