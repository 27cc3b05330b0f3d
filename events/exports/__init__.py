"""Formats in which events leave the portal."""
