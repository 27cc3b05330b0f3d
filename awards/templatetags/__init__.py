"""Words of awards in templates."""
