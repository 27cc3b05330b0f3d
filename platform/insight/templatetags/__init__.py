"""Template tags of the counts."""
