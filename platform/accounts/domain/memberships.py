"""A person's memberships over all activities."""

from __future__ import annotations

from functools import cache

from django.apps import apps

from accounts.models import MembershipBase, User


@cache
def membership_models() -> tuple[type[MembershipBase], ...]:
    """The concrete memberships that activities have; the base class is their registry."""
    return tuple(model for model in apps.get_models() if issubclass(model, MembershipBase))


def memberships_of(user: User) -> list[MembershipBase]:
    """Active memberships with their institutions, one query for each kind of institution."""
    found: list[MembershipBase] = []
    for model in membership_models():
        held = model._default_manager.filter(user=user, is_active=True)
        found.extend(held.select_related(model.institution_field()).order_by("created_at"))
    return found


def acts_officially(user: User) -> bool:
    """Whether the person works for a public authority on this portal."""
    official = (model for model in membership_models() if model.is_official)
    return any(
        model._default_manager.filter(user=user, is_active=True).exists() for model in official
    )
