"""Formats in which programmes come in."""
