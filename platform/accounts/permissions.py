"""Questions about what a person may do with accounts; every layer asks these functions."""

from __future__ import annotations

from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser

from accounts.domain.memberships import acts_officially
from accounts.models import User

Person: TypeAlias = User | AnonymousUser


def is_administrator(user: Person) -> bool:
    """Whether the person administers the portal."""
    return bool(user.is_authenticated and user.is_active and user.is_staff)


def is_official(user: Person) -> bool:
    """Whether the person acts for a public authority."""
    return isinstance(user, User) and user.is_active and acts_officially(user)


def holds_power(user: Person) -> bool:
    """Whether the account may do things that harm others in wrong hands: needs protection."""
    return is_administrator(user) or is_official(user)


def may_impersonate(administrator: Person, person: User) -> bool:
    """Whether one may act as the other: never as somebody who administers the portal too."""
    return bool(
        is_administrator(administrator)
        and administrator.is_superuser
        and person.is_active
        and not person.is_staff
        and not person.is_superuser
        and person.pk != administrator.pk
    )
