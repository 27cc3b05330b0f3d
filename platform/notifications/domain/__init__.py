"""From an event to what each person gets."""
