"""Words and labels for templates."""
