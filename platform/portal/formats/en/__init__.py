"""Formats of language en."""
