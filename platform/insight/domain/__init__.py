"""Counting, refreshing and reading."""
