"""Writing what people take away."""
