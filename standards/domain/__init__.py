"""What may happen to standards and to the bodies that make them."""
