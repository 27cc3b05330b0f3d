"""Questionnaires used by all activities."""
