"""Keeping a profile: changing it and confirming that it is still true."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

import notifications
from accounts.models import User
from organizations.models import Organization, ValueSource


@transaction.atomic
def save_profile(
    organization: Organization, *, changed_fields: Iterable[str], by: User
) -> Organization:
    """Save what a member changed; those values are theirs from now on, imports only suggest."""
    organization.confirmed_at = timezone.now()
    organization.save()
    _mark_confirmed(organization, changed_fields)
    notifications.publish(
        "organizations.profile_changed", organization, by, {"organization": organization.name}
    )
    return organization


@transaction.atomic
def confirm_profile(organization: Organization, *, by: User) -> Organization:
    """A member says that all is still true."""
    organization.confirmed_at = timezone.now()
    organization.save(update_fields=["confirmed_at"])
    return organization


def _mark_confirmed(organization: Organization, fields: Iterable[str]) -> None:
    today = timezone.localdate()
    ValueSource.objects.bulk_create(
        [
            ValueSource(
                organization=organization,
                field=field,
                source=_("organizacja"),
                checked_on=today,
                is_confirmed=True,
            )
            for field in fields
        ],
        update_conflicts=True,
        unique_fields=["organization", "field"],
        update_fields=["source", "checked_on", "is_confirmed"],
    )
