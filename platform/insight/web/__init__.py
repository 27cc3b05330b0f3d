"""Pages of the counts."""
