"""Formats in which questionnaires and results leave the portal."""
