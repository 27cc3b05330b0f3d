"""Formats in which questionnaires come in."""
