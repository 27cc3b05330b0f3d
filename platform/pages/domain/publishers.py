"""In whose name a person may publish: the institutions for which the person acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models

from accounts.domain.memberships import memberships_of
from accounts.models import User
from accounts.permissions import is_administrator


@dataclass(frozen=True, slots=True)
class Publisher:
    """One name; without an institution the portal itself speaks."""

    key: str
    name: str
    institution: models.Model | None = None
    is_official: bool = False


def portal_publisher() -> Publisher:
    """The body that runs the portal."""
    return Publisher("portal", settings.OPERATOR_NAME)


def publishers_of(user: Any) -> list[Publisher]:
    """All names in which the person may publish; none for people without memberships."""
    if not isinstance(user, User):
        return []
    own = [
        Publisher(
            f"{membership.institution._meta.label_lower}:{membership.institution.pk}",
            str(membership.institution),
            membership.institution,
            membership.is_official,
        )
        for membership in memberships_of(user)
    ]
    return [portal_publisher(), *own] if is_administrator(user) else own


def official_types() -> set[int]:
    """Keys of the content types of public bodies."""
    from accounts.domain.memberships import membership_models

    found = set()
    for model in membership_models():
        if model.is_official:
            institution: Any = model._meta.get_field(model.institution_field()).related_model
            found.add(ContentType.objects.get_for_model(institution).pk)
    return found
