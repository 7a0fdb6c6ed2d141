"""Configuration: what the operator says, found and read only when asked for."""
