"""Tables: each row is a plain item, whose keys are the columns."""
