"""The plugin's own tests, as they were when it was built."""
