"""Pages for everybody: competitions, editions, categories, laureates."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from awards.domain import permissions, queries, voting
from awards.domain.jurors import seat_of
from awards.models import Award, Edition, Nomination
from awards.web.access import find_category, find_edition
from awards.web.filters import LaureateFilter
from awards.web.timeline import steps_of
from documents.models import StoredFile
from documents.serving import file_response
from territory.county_map import county_map

ON_A_PAGE = 24


@require_safe
def list_competitions(request: HttpRequest) -> HttpResponse:
    """What is on its way, who won last, and the archive."""
    editions = list(queries.current_editions(request.user))
    archive = list(
        queries.editions(request.user).exclude(pk__in=[edition.pk for edition in editions])
    )
    return render(
        request,
        "awards/list.html",
        {
            "editions": editions,
            "archive": archive,
            "laureates": queries.latest_laureates(6),
            "can_create": permissions.can_create_competition(request.user),
        },
    )


@require_safe
def competition(request: HttpRequest, slug: str) -> HttpResponse:
    """A competition with all its years."""
    found = get_object_or_404(queries.competitions(request.user), slug=slug)
    editions = queries.editions(request.user).filter(competition=found)
    laureates = queries.laureates().filter(category__edition__competition=found)
    page = Paginator(laureates, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "awards/competition.html",
        {"competition": found, "editions": editions, "page": page},
    )


@require_safe
def edition(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """An edition: how to take part, categories, dates, jury, and the verdict after its moment."""
    found = find_edition(request, slug, year)
    nominees = queries.public_nominees(found)
    laureates = queries.laureates_of(found)
    return render(
        request,
        "awards/edition.html",
        {
            "edition": found,
            "categories": list(queries.categories(found)),
            "regulations": found.regulations.select_related("file"),
            "jurors": found.jurors.filter(left_on__isnull=True),
            "nominees": nominees,
            "laureates": laureates,
            "audience": _audience_results(found) if found.has_public_results else [],
            "steps": steps_of(found),
            "can_manage": permissions.can_manage(request.user, found),
            "seat": seat_of(request.user, found),
        },
    )


def _audience_results(found: Edition) -> list[dict[str, Any]]:
    categories = found.categories.filter(has_public_vote=True)
    boards: list[dict[str, Any]] = [
        {"category": category, "results": voting.results_of(category)} for category in categories
    ]
    return [board for board in boards if sum(count for _row, count in board["results"])]


@require_safe
def category(request: HttpRequest, slug: str, year: int, category: str) -> HttpResponse:
    """The rules of a category in plain words, and the way to nominate."""
    found = find_category(find_edition(request, slug, year), category)
    return render(
        request,
        "awards/category.html",
        {
            "category": found,
            "edition": found.edition,
            "total_weight": sum(row.weight for row in found.criteria.all()),
            "can_nominate": found.edition.is_open and not found.without_nomination,
            "roles": permissions.nominator_roles(request.user, found),
        },
    )


@require_safe
def regulations(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponseBase:
    """A version of the rules as a file."""
    found = find_edition(request, slug, year)
    version = get_object_or_404(found.regulations.select_related("file"), number=number)
    return file_response(version.file, False, request)


@require_safe
def laureates(request: HttpRequest) -> HttpResponse:
    """Laureates of all years, with filters and a map."""
    filterset = LaureateFilter(request.GET, queryset=queries.laureates())
    page = Paginator(filterset.qs, ON_A_PAGE).get_page(request.GET.get("page"))
    counts = queries.counts_by_county(list(queries.laureates()))
    address = reverse("awards:laureates")
    return render(
        request,
        "awards/laureates.html",
        {
            "filter": filterset,
            "page": page,
            "map": county_map(
                counts,
                label=_("Mapa powiatów z liczbą laureatów"),
                count_text=_laureates_sentence,
                link=lambda code: f"{address}?powiat={code}",
                current=request.GET.getlist("powiat"),
            ),
        },
    )


def _laureates_sentence(count: int) -> str:
    return ngettext("%(count)d laureat", "%(count)d laureatów", count) % {"count": count}


@require_safe
def laureate(request: HttpRequest, pk: int) -> HttpResponse:
    """One laureate: picture, citation, film."""
    award = get_object_or_404(queries.laureates(), pk=pk)
    return render(request, "awards/laureate.html", {"award": award})


@require_safe
def laureate_photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A laureate's picture, once everybody may know."""
    award = get_object_or_404(Award.objects.public().select_related("photo"), pk=pk)
    return _picture(award.photo, request)


@require_safe
def nominee_photo(request: HttpRequest, key: str) -> HttpResponseBase:
    """The picture of a public nominee."""
    nomination = get_object_or_404(Nomination.objects.public().select_related("photo"), key=key)
    return _picture(nomination.photo, request)


def _picture(photo: StoredFile | None, request: HttpRequest) -> HttpResponseBase:
    if photo is None:
        raise Http404
    return file_response(photo, False, request)
