"""Formats in which the directory leaves the portal."""
