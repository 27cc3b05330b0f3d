"""Reading versions, comparing them, and what changed and why."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.domain import lineage, queries, version_queries
from consultations.domain import version_permissions as permissions
from consultations.web.access import find_consultation
from consultations.web.frame import frame
from consultations.web.reading import REMARKS_PER_PAGE
from consultations.web.version_access import find_readable, version_asked_for

INLINE, BESIDE = "w-tekscie", "obok"


@require_safe
def version_list(request: HttpRequest, slug: str) -> HttpResponse:
    """All versions, the newest first."""
    consultation = find_consultation(request, slug)
    return render(
        request,
        "consultations/versions.html",
        frame(request, consultation, "versions")
        | {
            "versions": version_queries.readable_versions(consultation, request.user),
            "can_prepare": permissions.can_prepare_version(request.user, consultation),
        },
    )


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The text of one version, as it was or will be read."""
    consultation = find_consultation(request, slug)
    found = find_readable(request, consultation, number)
    tree = queries.reader_tree(found)
    return render(
        request,
        "consultations/version.html",
        frame(request, consultation, "versions")
        | {
            "version": found,
            "units": queries.flat(tree),
            "contents": queries.contents(tree),
            "bare": True,
        },
    )


@require_safe
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Two versions (``?od=1&do=2``), beside each other or in one text."""
    consultation = find_consultation(request, slug)
    new = version_asked_for(request, consultation, "do")
    asked = "od" in request.GET
    old = version_asked_for(request, consultation, "od") if asked else new.base or new
    everything = request.GET.get("zakres") == "wszystko"
    return render(
        request,
        "consultations/compare.html",
        frame(request, consultation, "versions")
        | {
            "old": old,
            "new": new,
            "units": version_queries.compare(old, new, only_changes=not everything),
            "everything": everything,
            "view": INLINE if request.GET.get("widok") == INLINE else BESIDE,
            "versions": version_queries.readable_versions(consultation, request.user),
        },
    )


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """What a version changed in the one before it, why, and by whose remarks."""
    consultation = find_consultation(request, slug)
    found = version_asked_for(request, consultation)
    listed = version_queries.changes_with_reasons(found)
    return render(
        request,
        "consultations/changes.html",
        frame(request, consultation, "versions")
        | {
            "version": found,
            "changes": [(change, version_queries.compared(change)) for change in listed],
            "can_prepare": permissions.can_prepare_version(request.user, consultation),
            "versions": version_queries.readable_versions(consultation, request.user),
        },
    )


@require_safe
def removed_text(request: HttpRequest, slug: str) -> HttpResponse:
    """Remarks on text that is in force no more, with the words that they are about."""
    consultation = find_consultation(request, slug)
    found = lineage.on_removed_text(
        queries.remarks_for_reading(consultation, request.user), consultation
    )
    page = Paginator(found, REMARKS_PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "consultations/removed_text.html",
        frame(request, consultation, "remarks") | {"page": page},
    )
