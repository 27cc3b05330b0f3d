"""Reading what people bring in files."""
