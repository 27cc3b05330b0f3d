"""What the portal's search finds of consultations."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation, Provision
from open_data.public_api import EVERYBODY
from search import registry
from search.registry import Entry, Indexed


def register_found() -> None:
    """Make consultations findable, by the words of their drafts too."""
    registry.register(
        Indexed(
            key="konsultacje",
            label=_("Konsultacje"),
            model=Consultation,
            public_rows=_public_rows,
            entry=_consultation,
            order=10,
            note=_term,
        )
    )


def _public_rows() -> QuerySet[Consultation]:
    units = Provision.objects.order_by("position").only("version", "heading", "text")
    return (
        Consultation.objects.visible_to(EVERYBODY)
        .select_related("public_body", "current_version")
        .prefetch_related(Prefetch("current_version__provisions", units))
    )


def _consultation(row: Consultation) -> Entry:
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.public_body.name,
        texts=tuple(_words_of_draft(row)),
        county_id=row.public_body.county_id,
        happens_on=timezone.localdate(row.opens_at),
        ended_on=row.closes_on,
    )


def _words_of_draft(row: Consultation) -> list[str]:
    version = row.current_version
    units = version.provisions.all() if version else []
    return [part for unit in units for part in (unit.heading, unit.text) if part]


def _term(row: Consultation) -> str:
    return _("Uwagi do %(day)s") % {"day": date_format(row.closes_on, "DATE_FORMAT")}
