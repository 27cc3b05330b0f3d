"""The directory as one table: the base of CSV, XLSX, ODS, JSON and the printed list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from documents.exports import Column, Report, Table
from organizations.models import LegalForm, Organization, OrganizationStatus
from search.columns import SearchColumns

CHUNK = 1000


def directory_report(rows: QuerySet[Organization]) -> Report:
    """The organizations of ``rows`` as a report; rows are read in batches while written."""
    columns = _columns()
    table = Table(
        key="organizations",
        caption=_("Organizacje"),
        columns=[column for column, _value in columns],
        rows=lambda: _read(rows, [value for _column, value in columns]),
    )
    return Report(
        title=_("Spis organizacji"),
        subtitle=_("Dane ze spisu organizacji portalu"),
        language=get_language() or settings.LANGUAGE_CODE,
        created_at=timezone.now(),
        publisher=settings.SITE_NAME,
        blocks=[table],
    )


def _read(
    rows: QuerySet[Organization], values: list[Callable[[Organization], Any]]
) -> Iterator[tuple[Any, ...]]:
    ready = (
        rows.select_related("county", "gmina")
        .prefetch_related("benefit_fields", "target_groups")
        .defer("description", "accessibility", "search_vector", *SearchColumns.COLUMNS)
    )
    for organization in ready.iterator(chunk_size=CHUNK):
        yield tuple(value(organization) for value in values)


def _columns() -> list[tuple[Column, Callable[[Organization], Any]]]:
    # Translated once for the report: ``get_…_display`` translates all choices for each row.
    forms = {value: str(label) for value, label in LegalForm.choices}
    states = {value: str(label) for value, label in OrganizationStatus.choices}
    return [
        (Column("name", _("Nazwa"), width=4), lambda o: o.name),
        (Column("short_name", _("Nazwa skrócona"), width=2), lambda o: o.short_name),
        (Column("legal_form", _("Forma prawna"), width=2), lambda o: forms.get(o.legal_form, "")),
        (Column("status", _("Stan")), lambda o: states.get(o.status, "")),
        (Column("krs", "KRS"), lambda o: o.krs),
        (Column("nip", "NIP"), lambda o: o.nip),
        (Column("regon", "REGON"), lambda o: o.regon),
        (
            Column("registered_on", _("Wpis do rejestru"), kind="date"),
            lambda o: o.registered_on,
        ),
        (Column("opp_since", _("Status OPP od"), kind="date"), lambda o: o.opp_since),
        (Column("opp_until", _("Status OPP do"), kind="date"), lambda o: o.opp_until),
        (
            Column("benefit_fields", _("Sfery pożytku"), width=3),
            lambda o: _joined(o, "benefit_fields"),
        ),
        (Column("target_groups", _("Dla kogo"), width=2), lambda o: _joined(o, "target_groups")),
        (Column("county", _("Powiat")), lambda o: o.county.name if o.county else ""),
        (Column("gmina", _("Gmina")), lambda o: o.gmina.name if o.gmina else ""),
        (Column("teryt", "TERYT"), lambda o: o.gmina_id or o.county_id or ""),
        (Column("street_address", _("Ulica i numer"), width=2), lambda o: o.street_address),
        (Column("postal_code", _("Kod pocztowy")), lambda o: o.postal_code),
        (Column("town", _("Miejscowość")), lambda o: o.town),
        (Column("email", _("E-mail"), width=2), lambda o: o.email),
        (Column("phone", _("Telefon")), lambda o: o.phone),
        (Column("website", _("Strona internetowa"), width=2), lambda o: o.website),
        (Column("source", _("Źródło danych")), lambda o: o.source),
        (
            Column("profile", _("Profil"), width=3),
            lambda o: f"{settings.BASE_URL}{o.get_absolute_url()}",
        ),
    ]


def _joined(organization: Organization, relation: str) -> str:
    return "; ".join(str(row) for row in getattr(organization, relation).all())
