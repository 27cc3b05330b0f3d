"""The register of adoptions: declared by offices, confirmed by whoever keeps the standard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

import notifications
from documents.models import StoredFile
from organizations.models import PublicBody, PublicBodyKind
from standards.domain.errors import StandardsError
from standards.models import (
    IN_FORCE,
    Adoption,
    AdoptionInvitation,
    AdoptionState,
    Standard,
    TrainingAttendance,
)

LOCAL_KINDS = (PublicBodyKind.COUNTY, PublicBodyKind.CITY_COUNTY, PublicBodyKind.GMINA)


@dataclass(frozen=True)
class Office:
    """One office with what it does about a standard."""

    body: PublicBody
    adoption: Adoption | None
    was_invited: bool
    trained: int


@transaction.atomic
def declare(*, adoption: Adoption, file: StoredFile | None, actor: Any) -> Adoption:
    """An office says that it adopted the standard; whoever keeps the standard hears of it.

    Raises StandardsError when the standard is not in force, or the office has declared already.
    """
    standard = Standard.objects.select_for_update(no_key=True).get(pk=adoption.standard_id)
    if standard.stage not in IN_FORCE:
        raise StandardsError(_("Przyjąć można tylko standard przyjęty uchwałą."))
    adoption.file, adoption.declared_by = file, actor
    try:
        with transaction.atomic():
            adoption.save()
    except IntegrityError as error:
        raise StandardsError(_("Ten urząd już zgłosił przyjęcie tego standardu.")) from error
    standard.save(update_fields=["updated_at"])
    notifications.publish(
        "standards.adoption_declared",
        adoption,
        actor=actor,
        context={"body": adoption.public_body.name, "title": standard.title},
    )
    return adoption


@transaction.atomic
def confirm(*, adoption: Adoption, actor: Any) -> Adoption:
    """Whoever keeps the standard has read the act; once."""
    locked = Adoption.objects.select_for_update(of=("self",)).get(pk=adoption.pk)
    if locked.state != AdoptionState.DECLARED:
        raise StandardsError
    locked.state = AdoptionState.CONFIRMED
    locked.confirmed_at, locked.confirmed_by = timezone.now(), actor
    locked.save()
    return locked


@transaction.atomic
def invite_offices(*, standard: Standard, bodies: Collection[PublicBody], actor: Any) -> int:
    """Ask offices that have not adopted the standard; how many were asked.

    An office is asked again only by a new press of the button, and never after it adopted.
    """
    if standard.stage not in IN_FORCE:
        raise StandardsError(_("Przyjąć można tylko standard przyjęty uchwałą."))
    adopted = set(standard.adoptions.values_list("public_body", flat=True))
    asked = [body for body in bodies if body.pk not in adopted]
    for body in asked:
        invitation, _created = AdoptionInvitation.objects.update_or_create(
            standard=standard, public_body=body, defaults={"sent_by": actor}
        )
        notifications.publish(
            "standards.adoption_invitation",
            invitation,
            actor=actor,
            context={"title": standard.title, "summary": standard.summary},
        )
    return len(asked)


def adoptions_in_force(standard: Standard | None = None) -> QuerySet[Adoption]:
    """Adoptions that have not been withdrawn, of one standard or of all public ones."""
    rows = Adoption.objects.exclude(state=AdoptionState.WITHDRAWN)
    return rows.filter(standard=standard) if standard else rows.filter(standard__is_listed=True)


def counts_by_county(standard: Standard | None) -> dict[str, int]:
    """How many offices of each county adopted the standard (or any)."""
    counts: dict[str, set[int]] = {}
    rows = adoptions_in_force(standard).values_list("public_body__area", "public_body")
    for area, body in rows:
        counts.setdefault(area[:4], set()).add(body)
    return {code: len(bodies) for code, bodies in counts.items()}


def local_offices(county: str = "") -> QuerySet[PublicBody]:
    """Counties and gminas, of one county or of all, in the order of their names."""
    rows = PublicBody.objects.filter(kind__in=LOCAL_KINDS).select_related("area")
    if county:
        rows = rows.filter(area__teryt__startswith=county)
    return rows.order_by("name", "pk")


def describe_offices(bodies: Collection[PublicBody], standard: Standard) -> list[Office]:
    """What the table says of each office: three queries whatever their number."""
    keys = [body.pk for body in bodies]
    adoptions = {row.public_body_id: row for row in standard.adoptions.filter(public_body__in=keys)}
    invited = set(
        standard.invitations.filter(public_body__in=keys).values_list("public_body", flat=True)
    )
    trained = trained_by_office(Q(training__standard=standard, public_body__in=keys))
    return [
        Office(body, adoptions.get(body.pk), body.pk in invited, trained.get(body.pk, 0))
        for body in bodies
    ]


def trained_by_office(which: Q) -> dict[int, int]:
    """People of each office who were trained."""
    rows = TrainingAttendance.objects.filter(which, public_body__isnull=False).order_by()
    return dict(rows.values_list("public_body").annotate(people=Sum("people")))


def standards_with_counts(user: Any) -> QuerySet[Standard]:
    """Standards in force with the number of offices that adopted each."""
    return (
        Standard.objects.visible_to(user)
        .in_force()
        .annotate(
            adopted=Count(
                "adoptions", filter=~Q(adoptions__state=AdoptionState.WITHDRAWN), distinct=True
            )
        )
        .order_by("title", "pk")
    )
