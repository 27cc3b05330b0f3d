"""What may happen to accounts."""
