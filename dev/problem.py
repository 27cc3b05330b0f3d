"""The one error that a person at the terminal is meant to read."""


class Problem(Exception):
    """Something stands in the way; its text is one clear sentence without a traceback."""
