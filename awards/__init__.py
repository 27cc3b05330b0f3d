"""Competitions with nominations, jury and results."""
