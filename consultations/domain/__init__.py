"""What may happen in a consultation."""
