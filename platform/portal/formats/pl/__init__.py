"""Formats of language pl."""
