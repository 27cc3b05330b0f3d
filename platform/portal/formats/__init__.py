"""Dates as each language writes them, where Django has another habit."""
