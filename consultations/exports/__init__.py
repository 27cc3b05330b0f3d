"""Format room: what the report of a consultation says."""
