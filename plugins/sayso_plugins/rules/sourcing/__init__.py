"""Rules on sourcing: how good the sources are that are named."""
