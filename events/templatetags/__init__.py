"""Words of events in templates."""
