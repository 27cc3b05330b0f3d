"""What may happen in the directory, and who may do it."""
