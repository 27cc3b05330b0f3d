"""What of the directory is measured: pages read, who answers, how offices keep their word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Count as Number
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from insight import participation, places, promises
from insight.participation import Side
from insight.places import Place
from insight.promises import Office, Promise, kept_in_time
from open_data.public_api import EVERYBODY
from organizations.domain.queries import directory
from organizations.models import (
    InterestState,
    NeedsEdition,
    Organization,
    PartnershipCall,
    PublicBody,
)

CHUNK = 1000


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
    promises.register(
        promises.Source(
            key="partners",
            label=_("Odpowiedzi na zgłoszenia partnerów"),
            method=_(
                "Liczymy dni od końca ogłoszenia, w którym urząd szukał partnerów, do dnia, w "
                "którym odpowiedział wszystkim zgłoszonym albo ogłosił, co z tego wyszło. Termin "
                "uznajemy za dotrzymany, gdy zrobił to w ciągu %(days)s dni. Ogłoszeń, na które "
                "nikt się nie zgłosił, nie liczymy."
            ),
            method_values={"days": settings.RESULTS_WITHIN_DAYS},
            promises=_answers_to_partners,
            order=40,
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


def _answers_to_partners(today: date) -> Iterator[Promise]:
    """Ended calls of offices; who answered them is between the two sides and not told here."""
    answered = Q(interests__answered_at__isnull=False)
    waiting = Q(interests__state=InterestState.WAITING)
    # Withdrawn ones ask for nothing; what was answered before moments were kept, tells nothing.
    silent = Q(interests__state__in=[InterestState.ACCEPTED, InterestState.DECLINED]) & ~answered
    calls = (
        PartnershipCall.objects.visible_to(EVERYBODY)
        .filter(public_body__isnull=False)
        .filter(Q(closes_at__date__lt=today) | Q(closed_at__date__lte=today))
        .annotate(
            waiting=Number("interests", filter=waiting),
            answered=Number("interests", filter=answered),
            silent=Number("interests", filter=silent),
            last_answer_at=Max("interests__answered_at"),
        )
        .filter(Q(waiting__gt=0) | Q(answered__gt=0), silent=0)
        .select_related("public_body")
    )
    for call in calls.order_by("pk").iterator(chunk_size=CHUNK):
        if call.public_body is None:
            continue
        ended_at = min(filter(None, (call.closes_at, call.closed_at)))
        moments = [call.closed_at, None if call.waiting else call.last_answer_at]
        done_at = min(filter(None, moments), default=None)
        begun_on = timezone.localdate(ended_at)
        due_on = begun_on + timedelta(days=settings.RESULTS_WITHIN_DAYS)
        done_on = max(begun_on, timezone.localdate(done_at)) if done_at else None
        yield Promise(
            object_id=call.pk,
            office=office_of(call.public_body),
            title=call.title,
            url=call.get_absolute_url(),
            begun_on=begun_on,
            due_on=due_on,
            done_on=done_on,
            kept=kept_in_time(due_on, done_on, today),
        )
