"""What of the directory is measured: pages read, who answers, how offices keep their word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Count as Number
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from insight import participation, places, promises
from insight.participation import Side
from insight.places import Place
from insight.promises import Office, Promise, kept_in_time
from open_data.public_api import EVERYBODY
from organizations.domain.queries import directory
from organizations.models import NeedsEdition, Organization, PublicBody


def register_measures() -> None:
    """Tell the reports what the directory knows."""
    for view_name, label in {
        "organizations:list": _("spis organizacji"),
        "organizations:public_bodies": _("spis urzędów"),
        "organizations:needs": _("potrzeby organizacji"),
    }.items():
        places.register(Place(view_name=view_name, label=label))
    places.register(
        Place(
            view_name="organizations:detail",
            label=_("strona organizacji"),
            counties_of=_counties_of_organizations,
        )
    )
    places.register(
        Place(
            view_name="organizations:public_body",
            label=_("strona urzędu"),
            counties_of=counties_of_offices,
        )
    )
    participation.register(
        participation.Source(
            key="profiles", label=_("Nowe profile organizacji"), counted=_new_profiles, order=40
        )
    )
    promises.register(
        promises.Source(
            key="needs",
            label=_("Wyniki badań potrzeb"),
            method=_(
                "Liczymy dni od końca ankiety o potrzebach organizacji do dnia ogłoszenia jej "
                "wyników. Termin uznajemy za dotrzymany, gdy ogłoszono je w ciągu %(days)s dni."
            ),
            method_values={"days": settings.RESULTS_WITHIN_DAYS},
            promises=_needs_results,
            order=30,
            is_response=True,
        )
    )


def office_of(body: PublicBody) -> Office:
    """Whose word it is, as the page of promises names it."""
    return Office(slug=body.slug, name=body.name, url=body.get_absolute_url())


def county_of(body: PublicBody) -> str:
    """TERYT code of the office's county; "" for an office of the whole voivodeship."""
    return body.county_id or ""


def counties_of_offices(slugs: Collection[str]) -> Mapping[str, str]:
    """Counties of offices by their slugs."""
    rows = PublicBody.objects.filter(slug__in=slugs)
    return {row.slug: county for row in rows if (county := county_of(row))}


def _counties_of_organizations(slugs: Collection[str]) -> Mapping[str, str]:
    rows = Organization.objects.filter(slug__in=slugs, county__isnull=False)
    return dict(rows.values_list("slug", "county_id"))


def _new_profiles(since: date, until: date) -> Iterator[participation.Count]:
    rows = directory(EVERYBODY).filter(created_at__date__range=(since, until)).order_by()
    for county, number in rows.values_list("county").annotate(n=Number("pk", distinct=True)):
        yield participation.Count(county or "", Side.NGO, number)


def _needs_results(today: date) -> Iterator[Promise]:
    editions = NeedsEdition.objects.visible_to(EVERYBODY).filter(survey__closes_at__date__lt=today)
    for edition in editions.select_related("public_body", "survey"):
        # The end is exclusive: at midnight it is the day before that was the last one.
        closed_on = timezone.localdate(edition.survey.closes_at - timedelta(seconds=1))
        due_on = closed_on + timedelta(days=settings.RESULTS_WITHIN_DAYS)
        out_at = edition.survey.results_published_at
        done_on = timezone.localdate(out_at) if out_at else None
        yield Promise(
            object_id=edition.pk,
            office=office_of(edition.public_body),
            title=edition.title,
            url=edition.get_absolute_url(),
            begun_on=closed_on,
            due_on=due_on,
            done_on=done_on,
            kept=kept_in_time(due_on, done_on, today),
        )
