"""What the portal's search finds of the directory."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from open_data.public_api import EVERYBODY
from organizations.benefit_fields import BENEFIT_FIELDS
from organizations.domain.queries import directory
from organizations.models import (
    Initiative,
    NeedsEdition,
    Organization,
    PartnershipCall,
    PublicBody,
)
from search import registry
from search.registry import Entry, Indexed
from surveys.models import Survey


def register_found() -> None:
    """Make organizations, initiatives and offices findable."""
    registry.register_topics({row.code: _(row.label) for row in BENEFIT_FIELDS})
    registry.register(
        Indexed(
            key="organizacje",
            label=_("Organizacje"),
            model=Organization,
            public_rows=lambda: directory(EVERYBODY).prefetch_related("benefit_fields"),
            entry=_organization,
            order=20,
        )
    )
    registry.register(
        Indexed(
            key="inicjatywy",
            label=_("Inicjatywy społeczne"),
            model=Initiative,
            public_rows=lambda: Initiative.objects.visible_to(EVERYBODY).prefetch_related(
                "benefit_fields"
            ),
            entry=_initiative,
            order=30,
        )
    )
    registry.register(
        Indexed(
            key="urzedy",
            label=_("Urzędy"),
            model=PublicBody,
            public_rows=lambda: PublicBody.objects.visible_to(EVERYBODY).select_related("area"),
            entry=_public_body,
            order=40,
        )
    )
    registry.register(
        Indexed(
            key="partnerstwa",
            label=_("Poszukiwania partnerów"),
            model=PartnershipCall,
            public_rows=lambda: (
                PartnershipCall.objects.visible_to(EVERYBODY)
                .select_related("organization", "public_body")
                .prefetch_related("benefit_fields", "counties")
            ),
            entry=_call,
            order=45,
            note=lambda row: (
                _("Zgłoszenia do %(day)s")
                % {"day": date_format(localdate(row.closes_at), "DATE_FORMAT")}
            ),
        )
    )
    registry.register(
        Indexed(
            key="potrzeby",
            label=_("Badania potrzeb"),
            model=NeedsEdition,
            public_rows=lambda: NeedsEdition.objects.visible_to(EVERYBODY).select_related(
                "public_body", "survey"
            ),
            entry=_needs_edition,
            order=47,
            parts={Survey: _editions_of_survey},
        )
    )


def _organization(row: Organization) -> Entry:
    return Entry(
        title=row.name,
        url=row.get_absolute_url(),
        summary=row.mission,
        owner=row.town,
        names=(row.short_name, *row.former_names, row.krs, row.nip, row.regon),
        texts=(row.description,),
        county_id=row.county_id,
        topics=tuple(field.code for field in row.benefit_fields.all()),
        happens_on=row.registered_on,
    )


def _initiative(row: Initiative) -> Entry:
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.place,
        texts=(row.story, row.informal_group),
        county_id=row.county_id,
        topics=tuple(field.code for field in row.benefit_fields.all()),
        happens_on=row.starts_on,
    )


def _public_body(row: PublicBody) -> Entry:
    return Entry(
        title=row.name,
        url=row.get_absolute_url(),
        names=(row.area.name,),
        texts=(row.town,),
        county_id=row.county_id,
    )


def _call(row: PartnershipCall) -> Entry:
    counties = [area.pk for area in row.counties.all()]
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.sought,
        owner=str(row.side),
        texts=(row.idea, row.offered),
        county_id=counties[0] if len(counties) == 1 else None,
        topics=tuple(field.code for field in row.benefit_fields.all()),
        happens_on=row.created_at.date(),
        ended_on=localdate(row.closed_at or row.closes_at),
    )


def _needs_edition(row: NeedsEdition) -> Entry:
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.public_body.name,
        texts=(row.survey.conclusions if row.survey.results_published_at else "",),
        county_id=row.public_body.county_id,
        happens_on=localdate(row.survey.opens_at),
        ended_on=localdate(row.survey.closes_at) if row.survey.closes_at else None,
    )


def _editions_of_survey(survey: Survey) -> Iterable[int]:
    return NeedsEdition.objects.filter(survey=survey).values_list("pk", flat=True)
