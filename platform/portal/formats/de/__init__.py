"""Formats of language de."""
