"""The directory in the portal's admin."""

from organizations.admin import directory, partnerships

__all__ = ["directory", "partnerships"]
