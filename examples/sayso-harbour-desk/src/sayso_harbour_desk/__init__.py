"""The house rules of an invented newsroom on the coast, for sayso."""
