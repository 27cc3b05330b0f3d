"""Notices that a browser shows by itself: RFC 8030 (sending), 8291 (secrecy), 8292 (sender)."""
