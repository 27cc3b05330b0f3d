"""The map of social initiatives, its list, pages, feed and the form of proposals."""

from __future__ import annotations

from dataclasses import asdict

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    JsonResponse,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.told import Told
from documents.serving import file_response
from documents.storing import store_upload
from organizations.domain import initiatives as domain
from organizations.domain.map_points import Box, markers
from organizations.domain.permissions import can_moderate
from organizations.domain.queries import initiatives_changed_at
from organizations.exports.initiatives import initiatives_geojson_parts
from organizations.models import Initiative
from organizations.web.access import require, signed_in
from organizations.web.initiative_forms import InitiativeFilter, InitiativeForm
from pages.freshness import fresh_for_anonymous
from territory.county_map import county_outlines

PAGE_SIZE = 20
WHOLE_REGION = Box(16.8, 49.9, 18.8, 51.3)


def initiative_list(request: HttpRequest) -> HttpResponse:
    """Map and list side by side; the list alone is enough."""
    filterset = _filterset(request)
    rows = (
        filterset.qs.select_related("county")
        .prefetch_related("organizations")
        .order_by("-confirmed_at", "pk")
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    template = "_initiatives.html" if request.htmx else "initiatives.html"  # type: ignore[attr-defined]
    response = render(
        request,
        f"organizations/{template}",
        {"filter": filterset, "page": page, "map": _map_settings()},
    )
    response["Vary"] = "HX-Request"
    return response


def map_token(request: HttpRequest) -> object:
    """What changes when an initiative does."""
    return (initiatives_changed_at(),)


@require_GET
@fresh_for_anonymous(map_token)
def points(request: HttpRequest) -> HttpResponse:
    """Markers for the part of the map in sight."""
    box = Box.parse(request.GET.get("obszar", "")) or WHOLE_REGION
    try:
        zoom = int(request.GET.get("skala", "8"))
    except ValueError:
        zoom = 8
    found = markers(_filterset(request).qs, box, zoom)
    return JsonResponse(
        {"markers": [asdict(marker) for marker in found]},
        json_dumps_params={"ensure_ascii": False},
    )


@require_GET
def outlines(request: HttpRequest) -> JsonResponse:
    """Schematic outlines of counties, so that the map helps even without a tile server."""
    response = JsonResponse(county_outlines())
    response["Cache-Control"] = "public, max-age=86400"
    return response


@require_GET
def feed(request: HttpRequest) -> StreamingHttpResponse:
    """All that the filters choose, as GeoJSON."""
    response = StreamingHttpResponse(
        initiatives_geojson_parts(_filterset(request).qs.order_by("pk")),
        content_type="application/geo+json",
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@require_GET
def embedded(request: HttpRequest) -> HttpResponse:
    """The map alone, for other sites."""
    return render(request, "organizations/initiatives_embed.html", {"map": _map_settings()})


def initiative(request: HttpRequest, slug: str) -> HttpResponse:
    """One initiative: the story, who, where, how to join."""
    found = get_object_or_404(
        Initiative.objects.visible_to(request.user)
        .select_related("gmina__parent", "county", "photo")
        .prefetch_related("organizations", "public_bodies", "benefit_fields", "target_groups"),
        slug=slug,
    )
    return render(
        request,
        "organizations/initiative.html",
        {"initiative": found, "can_moderate": can_moderate(request.user)},
    )


@require_GET
def photo(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The picture of an initiative that the reader may see."""
    found = get_object_or_404(
        Initiative.objects.visible_to(request.user).select_related("photo"), slug=slug
    )
    if found.photo is None:
        raise Http404
    return file_response(found.photo, as_attachment=False, request=request)


@login_required
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Tell of an initiative; moderators look at it first."""
    form = InitiativeForm(request.POST or None, request.FILES or None, user=signed_in(request))
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data.get("picture")
        picture = store_upload(upload, uploaded_by=request.user, is_public=True) if upload else None
        proposed = domain.propose_initiative(
            form.save(commit=False), proposed_by=signed_in(request), photo=picture
        )
        form.save_m2m()
        messages.success(request, _("Dziękujemy. Sprawdzimy zgłoszenie i damy Ci znać."))
        return redirect(proposed)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zgłoś inicjatywę"),
            "lead": _("Opowiedz, co robicie razem, gdzie i kto może dołączyć."),
            "submit": _("Zgłoś"),
            "cancel_url": redirect("organizations:initiatives").url,
        },
    )


@login_required
@require_POST
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """A moderator publishes or refuses."""
    require(can_moderate(request.user))
    found = get_object_or_404(Initiative, slug=slug)
    with Told(request, _("Zapisano decyzję.")):
        if "accept" in request.POST:
            domain.publish_initiative(found, decided_by=signed_in(request))
        else:
            domain.refuse_initiative(
                found, decided_by=signed_in(request), reason=request.POST.get("reason", "")
            )
    return redirect("organizations:moderation")


def _filterset(request: HttpRequest) -> InitiativeFilter:
    filterset = InitiativeFilter(request.GET, queryset=Initiative.objects.published())
    filterset.form.is_valid()
    return filterset


def _map_settings() -> dict[str, str]:
    return {
        "tiles": settings.MAP_TILES_URL,
        "attribution": settings.MAP_TILES_ATTRIBUTION,
    }
