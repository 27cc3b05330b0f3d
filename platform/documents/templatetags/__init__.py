"""Template tags that show what the writers of reports draw."""
