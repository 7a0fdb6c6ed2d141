"""What plugin authors test with. Needs the extra ``sayso[testing]``."""
