"""Pages of a person's notifications."""
