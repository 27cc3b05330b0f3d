"""The list of organizations."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organizations.domain.exporting import export_formats
from organizations.domain.facets import Counts, cached_facets
from organizations.domain.permissions import can_take_addresses
from organizations.domain.queries import directory, directory_changed_at, listed
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
    counts = cached_facets(_filters_key(request.GET), filterset.without)
    page = Paginator(listed(filterset.ordered()), PAGE_SIZE).get_page(request.GET.get("page"))
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
