"""Keeping the index in step, and finding in it."""
