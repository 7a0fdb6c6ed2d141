"""schema.org as JSON-LD alone: articles, and fact-checks as ClaimReview."""
