"""Tags of the head of pages."""
