"""Rules on provenance: is each fact of the record known, and from where."""
