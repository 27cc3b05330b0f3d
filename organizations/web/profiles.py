"""The page of an organization."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from organizations.domain.history import history_of
from organizations.domain.permissions import can_edit_organization, can_manage_members, can_moderate
from organizations.domain.queries import (
    initiatives_on_profile,
    pending_suggestions,
    profile,
    profile_changed_at,
    read_profile,
    target_of_merge,
)
from organizations.exports.schema_org import schema_org
from organizations.profile_sections import sections_of
from pages.freshness import fresh_for_anonymous


def profile_token(request: HttpRequest, slug: str) -> object | None:
    """The profile's last change; what other activities say of it may be a minute old."""
    return profile_changed_at(slug)


@fresh_for_anonymous(profile_token)
def organization_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Who they are, what they do, how to reach them, and what the registers say."""
    organization = read_profile(request.user, slug)
    if organization is None:
        merged_into = target_of_merge(slug)
        if merged_into is None:
            raise Http404
        return redirect(merged_into, permanent=True)
    can_edit = can_edit_organization(request.user, organization)
    people = [person for person in organization.people.all() if person.has_consented]
    pictures = list(organization.pictures.all())
    return render(
        request,
        "organizations/detail.html",
        {
            "organization": organization,
            "people": people,
            "logo": next((picture for picture in pictures if picture.is_logo), None),
            "gallery": [picture for picture in pictures if not picture.is_logo],
            "initiatives": initiatives_on_profile(organization),
            "sources": organization.value_sources.all(),
            "schema": schema_org(organization),
            "can_edit": can_edit,
            "can_moderate": can_moderate(request.user),
            "can_manage_members": can_manage_members(request.user, organization),
            "suggestions": pending_suggestions(organization) if can_edit else [],
            "sections": sections_of(organization, request.user),
        },
    )


def history(request: HttpRequest, slug: str) -> HttpResponse:
    """How the register values changed; public, because trust comes from seeing it."""
    organization = get_object_or_404(profile(request.user, slug))
    return render(
        request,
        "organizations/history.html",
        {"organization": organization, "entries": history_of(organization)},
    )
