"""Threads and the members' forum, used by all activities."""
