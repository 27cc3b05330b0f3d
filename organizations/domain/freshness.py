"""Asking once a year whether profiles and contacts are still true."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

import notifications
from organizations.domain.letters import plenipotentiary_link
from organizations.models import (
    Initiative,
    Organization,
    OrganizationMembership,
    OrganizationRole,
    Plenipotentiary,
    Publication,
)
from organizations.models.initiatives import LIVING_STAGES, STALE_AFTER

YEAR = timedelta(days=365)
PATIENCE = timedelta(days=30)
BATCH = 500


@transaction.atomic
def ask_keepers() -> int:
    """Ask keepers of profiles that nobody has confirmed for a year; monthly until they do."""
    now = timezone.now()
    kept = OrganizationMembership.objects.filter(
        organization=OuterRef("pk"), role=OrganizationRole.OWNER, is_active=True
    )
    stale = Organization.objects.filter(
        Q(confirmed_at__lt=now - YEAR) | Q(confirmed_at__isnull=True, created_at__lt=now - YEAR),
        Q(asked_to_confirm_at__isnull=True) | Q(asked_to_confirm_at__lt=now - PATIENCE),
        Exists(kept),
        publication=Publication.PUBLISHED,
    )
    # Two workers at once share the rows instead of asking twice.
    rows = list(stale.select_for_update(skip_locked=True)[:BATCH])
    notifications.publish_many(
        "organizations.confirm_profile", [(row, {"organization": row.name}) for row in rows]
    )
    Organization.objects.filter(pk__in=[row.pk for row in rows]).update(asked_to_confirm_at=now)
    return len(rows)


@transaction.atomic
def ask_about_initiatives() -> int:
    """Ask those behind initiatives of which nobody has heard for a year whether they still run."""
    now = timezone.now()
    stale = Initiative.objects.published().filter(
        Q(asked_to_confirm_at__isnull=True) | Q(asked_to_confirm_at__lt=now - PATIENCE),
        Q(proposed_by__isnull=False) | Q(pk__in=_of_organizations_with_keepers()),
        stage__in=LIVING_STAGES,
        confirmed_at__lt=now - STALE_AFTER,
    )
    rows = list(stale.select_for_update(skip_locked=True, of=["self"])[:BATCH])
    notifications.publish_many(
        "organizations.confirm_initiative", [(row, {"title": row.title}) for row in rows]
    )
    Initiative.objects.filter(pk__in=[row.pk for row in rows]).update(asked_to_confirm_at=now)
    return len(rows)


def _of_organizations_with_keepers() -> QuerySet[Any]:
    kept = OrganizationMembership.objects.filter(role=OrganizationRole.OWNER, is_active=True)
    through = Initiative.organizations.through.objects
    return through.filter(organization__in=kept.values("organization")).values("initiative")


@transaction.atomic
def ask_plenipotentiaries() -> int:
    """Write to current plenipotentiaries whose contact nobody has confirmed for a year."""
    today = timezone.localdate()
    stale = Plenipotentiary.objects.current().filter(
        Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=today - YEAR),
        Q(asked_on__isnull=True) | Q(asked_on__lt=today - PATIENCE),
    )
    rows = list(
        stale.exclude(email="")
        .select_for_update(skip_locked=True, of=["self"])
        .select_related("public_body")[:BATCH]
    )
    for person in rows:
        notifications.publish_to_address(
            "organizations.plenipotentiary_letter",
            person,
            address=person.email,
            context={
                "person": person.person_name,
                "function": person.function,
                "body": person.public_body.name,
                "link": plenipotentiary_link(person),
            },
        )
    Plenipotentiary.objects.filter(pk__in=[row.pk for row in rows]).update(asked_on=today)
    return len(rows)


def confirm_contact(person: Plenipotentiary) -> Plenipotentiary:
    """The plenipotentiary says that the contact is true (and has perhaps corrected it)."""
    person.confirmed_on = timezone.localdate()
    person.save()
    return person
