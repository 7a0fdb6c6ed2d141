"""Letters: newsletters and releases that came by e-mail."""
