"""Words of surveys in templates."""
