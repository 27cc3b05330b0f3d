"""Doubles: the list of likely ones, the preview of a merge, and undoing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.told import Told
from organizations.domain.doubles import likely_doubles, similar_to
from organizations.domain.merging import merge, preview_merge, undo_merge
from organizations.domain.permissions import can_moderate
from organizations.models import MergeRecord, Organization
from organizations.web.access import find_organization, require, signed_in


@login_required
@require_GET
def doubles(request: HttpRequest) -> HttpResponse:
    """Pairs that may be one organization, and merges that can be taken back."""
    require(can_moderate(request.user))
    records = MergeRecord.objects.filter(undone_at__isnull=True)
    return render(
        request,
        "organizations/doubles.html",
        {
            "pairs": likely_doubles(),
            "records": records.select_related("kept", "merged", "merged_by")[:30],
        },
    )


@login_required
@require_GET
def similar(request: HttpRequest, slug: str) -> HttpResponse:
    """Which profile is the double of this one?"""
    require(can_moderate(request.user))
    organization = find_organization(request, slug)
    return render(
        request,
        "organizations/similar.html",
        {"organization": organization, "similar": similar_to(organization)},
    )


@login_required
@require_http_methods(["GET", "POST"])
def merge_two(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """What the kept profile takes over; then one profile of two."""
    require(can_moderate(request.user))
    kept = find_organization(request, slug)
    merged = get_object_or_404(Organization.objects.visible_to(request.user), slug=other)
    if request.method == "POST":
        with Told(request, _("Połączono. Na liście dubletów można to cofnąć.")):
            merge(kept=kept, merged=merged, by=signed_in(request))
        return redirect(kept)
    return render(
        request,
        "organizations/merge.html",
        {"kept": kept, "merged": merged, "taken": preview_merge(kept, merged)},
    )


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Two profiles again."""
    require(can_moderate(request.user))
    record = get_object_or_404(MergeRecord, pk=pk)
    with Told(request, _("Cofnięto połączenie.")):
        undo_merge(record, by=signed_in(request))
    return redirect("organizations:doubles")
