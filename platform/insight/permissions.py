"""Who may see what; one function per question."""

from __future__ import annotations

from accounts.permissions import Person, holds_power


def can_see_reports(user: Person) -> bool:
    """Officials and administrators; how offices keep their word is for everybody."""
    return holds_power(user)
