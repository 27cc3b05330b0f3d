"""What the portal's search finds of awards; the embargo is the models' own."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from awards.domain.queries import laureates
from awards.models import Award, Edition
from open_data.public_api import EVERYBODY
from search import registry
from search.registry import Entry, Indexed


def register_found() -> None:
    """Make editions and laureates findable."""
    registry.register(
        Indexed(
            key="nagrody",
            label=_("Nagrody"),
            model=Edition,
            public_rows=lambda: (
                Edition.objects.visible_to(EVERYBODY)
                .select_related("competition__public_body")
                .prefetch_related("categories")
            ),
            entry=_edition,
            order=60,
            note=_term,
        )
    )
    registry.register(
        Indexed(
            key="laureaci",
            label=_("Laureaci"),
            model=Award,
            public_rows=laureates,
            entry=_award,
            order=65,
            note=_distinction,
        )
    )


def _edition(row: Edition) -> Entry:
    return Entry(
        title=str(row),
        url=row.get_absolute_url(),
        summary=row.competition.summary,
        owner=row.competition.public_body.name,
        texts=(
            row.competition.description,
            *(text for c in row.categories.all() for text in (c.name, c.description)),
        ),
        happens_on=row.opens_on,
        ended_on=timezone.localdate(row.results_at),
    )


def _award(row: Award) -> Entry:
    edition = row.category.edition
    return Entry(
        title=row.name,
        url=row.get_absolute_url(),
        summary=row.citation,
        owner=str(edition),
        names=(row.category.name, row.get_distinction_display()),
        county_id=row.county_id,
        happens_on=timezone.localdate(edition.results_at),
    )


def _term(row: Edition) -> str:
    return _("Zgłoszenia do %(day)s") % {"day": date_format(row.closes_on, "DATE_FORMAT")}


def _distinction(row: Award) -> str:
    return f"{row.get_distinction_display()} – {row.category.name}"
