"""Diplomas, certificates, the press kit, the calendar and the feed of laureates."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import feedgenerator, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awards.domain import documents, permissions, queries
from awards.domain.deliberating import all_awards
from awards.models import Edition, Nomination
from awards.web.access import find_edition, find_managed
from documents.exports.calendar_file import CONTENT_TYPE, CalendarEntry, calendar_bytes
from notifications.domain.letters import absolute, mail_domain
from open_data.public_api import EVERYBODY

NEWEST = 50


@login_required
@require_safe
def diplomas(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """All diplomas, for the office that prints them before the gala."""
    edition = find_managed(request, slug, year)
    if not all_awards(edition).exists():
        raise Http404
    return _file(documents.diplomas_of(edition), "application/pdf", f"dyplomy-{slug}-{year}.pdf")


@require_safe
def diploma(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """One diploma: the office's at any time, everybody's once the results are public."""
    edition = find_edition(request, slug, year)
    is_office = permissions.can_manage(request.user, edition)
    rows = (
        all_awards(edition) if is_office else queries.laureates().filter(category__edition=edition)
    )
    award = get_object_or_404(rows, pk=pk)
    return _file(documents.diploma_of(award), "application/pdf", f"dyplom-{year}-{pk}.pdf")


@login_required
@require_safe
def certificates(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Thanks for all nominees."""
    edition = find_managed(request, slug, year)
    if not Nomination.objects.standing().filter(category__edition=edition).exists():
        raise Http404
    data = documents.certificates_of(edition)
    return _file(data, "application/pdf", f"podziekowania-{slug}-{year}.pdf")


@require_safe
def press_kit(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """For journalists once the results are public; the office may check it before."""
    edition = find_edition(request, slug, year)
    is_office = permissions.can_manage(request.user, edition)
    if not is_office and not queries.laureates_of(edition):
        raise Http404
    return _file(documents.press_kit_of(edition), "application/zip", f"dla-prasy-{slug}-{year}.zip")


@require_safe
def calendar(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The terms of an edition for any calendar program."""
    edition = find_edition(request, slug, year)
    response = HttpResponse(
        calendar_bytes(entries_of(edition), str(edition)), content_type=CONTENT_TYPE
    )
    response["Content-Disposition"] = f'attachment; filename="{slug}-{year}.ics"'
    return response


def entries_of(edition: Edition) -> list[CalendarEntry]:
    """When nominations are taken and when results come."""
    url = absolute(edition.get_absolute_url())
    return [
        CalendarEntry(
            uid=f"awards-{edition.pk}-nominations@{mail_domain()}",
            title=_("Zgłoszenia: %(edition)s") % {"edition": edition},
            starts=edition.opens_on,
            ends=edition.closes_on,
            url=url,
            changed_at=edition.updated_at,
        ),
        CalendarEntry(
            uid=f"awards-{edition.pk}-results@{mail_domain()}",
            title=edition.gala_title or _("Ogłoszenie wyników: %(e)s") % {"e": edition},
            starts=edition.results_at,
            place=edition.gala_place,
            url=url,
            changed_at=edition.updated_at,
        ),
    ]


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The newest editions and laureates; laureates only when their moment has come."""
    feed = feedgenerator.Atom1Feed(
        title=_("Nagrody – %(site)s") % {"site": settings.SITE_NAME},
        link=absolute(reverse("awards:list")),
        description="",
        language=get_language(),
        feed_url=absolute(request.get_full_path()),
    )
    for award in queries.laureates()[:NEWEST]:
        feed.add_item(
            title=f"{award.category.edition}: {award.name}",
            link=absolute(award.get_absolute_url()),
            description=award.citation,
            updateddate=award.category.edition.results_at,
            unique_id=absolute(award.get_absolute_url()),
        )
    for edition in queries.editions(EVERYBODY)[:NEWEST]:
        feed.add_item(
            title=str(edition),
            link=absolute(edition.get_absolute_url()),
            description=edition.competition.summary,
            updateddate=min(edition.updated_at, timezone.now()),
            unique_id=absolute(edition.get_absolute_url()),
        )
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def _file(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
