"""Whom to call in each office, as one table; vacancies are rows too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from documents.exports import Column, Report, Table
from organizations.models import PublicBody


def plenipotentiaries_report(bodies: QuerySet[PublicBody]) -> Report:
    """Offices of ``bodies`` with those who hold the function today."""
    table = Table(
        key="plenipotentiaries",
        caption=_("Pełnomocnicy ds. organizacji pozarządowych"),
        columns=_columns(),
        rows=lambda: _rows(bodies),
    )
    return Report(
        title=_("Do kogo zadzwonić w urzędzie"),
        subtitle=_("Pełnomocnicy ds. organizacji pozarządowych"),
        language=get_language() or settings.LANGUAGE_CODE,
        created_at=timezone.now(),
        publisher=settings.SITE_NAME,
        blocks=[table],
    )


def _columns() -> list[Column]:
    return [
        Column("public_body", _("Urząd"), width=3),
        Column("teryt", "TERYT"),
        Column("person", _("Pełnomocnik"), width=2),
        Column("function", _("Funkcja"), width=2),
        Column("since", _("Od"), kind="date"),
        Column("until", _("Do"), kind="date"),
        Column("phone", _("Telefon")),
        Column("email", _("E-mail"), width=2),
        Column("office_hours", _("Gdzie i kiedy"), width=2),
        Column("substitute", _("Zastępuje"), width=2),
        Column("source", _("Źródło danych")),
        Column("confirmed_on", _("Potwierdzono"), kind="date"),
    ]


def _rows(bodies: QuerySet[PublicBody]) -> Iterator[tuple[Any, ...]]:
    for body in bodies:
        people = body.current_people
        if not people:
            yield (body.name, body.area_id, _("nikt nie pełni funkcji"), *[None] * 9)
        for person in people:
            yield (
                body.name,
                body.area_id,
                person.person_name,
                person.function,
                person.since,
                person.until,
                person.phone,
                person.email,
                person.office_hours,
                person.substitute_name,
                person.source,
                person.confirmed_on,
            )
