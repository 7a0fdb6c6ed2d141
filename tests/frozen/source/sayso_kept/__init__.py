"""A plugin that is kept as it was built, to see that later versions of sayso still run it."""
