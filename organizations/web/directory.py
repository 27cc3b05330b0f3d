"""The list of organizations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organizations.domain.exporting import export_formats
from organizations.domain.facets import Counts, cached_facets, total_of
from organizations.domain.permissions import can_take_addresses
from organizations.domain.queries import directory, directory_changed_at, listed_in_order
from organizations.web.facets import shown_facets, shown_letters
from organizations.web.filters import OrganizationFilter
from pages.freshness import fresh_for_anonymous
from pages.templatetags.components import active_filters
from territory.county_map import CountyMap, county_map

PAGE_SIZE = 20
NOT_CHIPS = {"kolejnosc"}


def directory_token(request: HttpRequest) -> object:
    """What changes when a listed profile does."""
    return (directory_changed_at(),)


@fresh_for_anonymous(shared=directory_token)
def organization_list(request: HttpRequest) -> HttpResponse:
    """Search, filters with counts, alphabet and map; HTMX gets the part that changes."""
    filterset = OrganizationFilter(request.GET, queryset=directory(request.user))
    filterset.form.is_valid()
    counts = cached_facets(_filters_key(request.GET), filterset.without, filterset.chosen)
    page = _page(request, filterset, total_of(counts, filterset.form.cleaned_data.get("stan")))
    context = {
        "filter": filterset,
        "facets": shown_facets(filterset, counts),
        "letters": shown_letters(request.GET, counts["litera"]),
        "chips": _chips(filterset, request.GET),
        "map": _map(request.GET, counts),
        "page": page,
        "formats": export_formats(),
        "query": request.GET.urlencode(),
        "can_take_addresses": can_take_addresses(request.user),
    }
    template = "organizations/_catalog.html" if request.htmx else "organizations/list.html"  # type: ignore[attr-defined]
    response = render(request, template, context)
    # The same address answers with a part or with the whole page.
    response["Vary"] = "HX-Request"
    return response


class _CountedPaginator(Paginator):
    """Pages of rows that the facets have counted already."""

    def __init__(self, rows: QuerySet[Any], per_page: int, count: int) -> None:
        super().__init__(rows, per_page)
        # Takes the place of the cached property, which would count the rows once more.
        self.__dict__["count"] = count


def _page(request: HttpRequest, filterset: OrganizationFilter, count: int) -> Page[Any]:
    """The asked page: keys are found first, so that only its own rows are read in full."""
    keys = filterset.ordered().values_list("pk", flat=True)
    page = _CountedPaginator(keys, PAGE_SIZE, count).get_page(request.GET.get("page"))
    page.object_list = listed_in_order(list(page.object_list))
    return page


def _filters_key(query: QueryDict) -> str:
    """The filters in force, whatever their order in the address; order and page do not count."""
    names = sorted(set(query) & set(OrganizationFilter.base_filters) - {"kolejnosc"})
    return "&".join(f"{name}={sorted(query.getlist(name))}" for name in names)


def _chips(filterset: OrganizationFilter, query: QueryDict) -> list[dict[str, str]]:
    shown = query.copy()
    for name in NOT_CHIPS:
        shown.pop(name, None)
    return active_filters(filterset.form, shown)


def _map(query: QueryDict, counts: Mapping[str, Counts]) -> CountyMap:
    chosen = query.getlist("powiat")
    return county_map(
        counts["powiat"],
        label=_("Mapa powiatów z liczbą organizacji"),
        count_text=organizations_sentence,
        link=lambda code: _toggled(query, "powiat", code),
        current=chosen,
    )


def organizations_sentence(count: int) -> str:
    """The number of organizations in words."""
    return ngettext("%(count)s organizacja", "%(count)s organizacji", count) % {"count": count}


def _toggled(query: QueryDict, name: str, value: str) -> str:
    changed = query.copy()
    values = changed.getlist(name)
    changed.setlist(
        name, [kept for kept in values if kept != value] if value in values else [*values, value]
    )
    changed.pop("page", None)
    return f"?{changed.urlencode()}"
