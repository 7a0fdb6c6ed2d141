"""IPTC ninjs, the news item in JSON of the International Press Telecommunications Council."""
