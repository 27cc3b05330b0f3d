"""The moderators' desk: proposals, claims and suggestions that wait."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from accounts import access_log
from accounts.told import Told
from documents.serving import file_response
from organizations.domain import claims, handovers, permissions, proposals
from organizations.domain.errors import DirectoryError
from organizations.domain.queries import waiting_for_moderators
from organizations.models import (
    ChangeSuggestion,
    KeeperHandover,
    OrganizationProposal,
    ProfileClaim,
)
from organizations.web.access import require, signed_in


class _Unfit(DirectoryError):
    message = gettext_lazy("Proponowana wartość nie pasuje do tego pola.")


@login_required
@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """All that waits, oldest first."""
    require(permissions.can_moderate(request.user))
    waiting = waiting_for_moderators()
    people = [claim.user_id for claim in waiting["claims"]]
    people += [row.proposed_by_id for row in waiting["proposals"]]
    access_log.record(request, "organizations.claims", people)
    return render(request, "organizations/moderation.html", waiting)


@login_required
@require_POST
def decide_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish or refuse a proposed organization."""
    require(permissions.can_moderate(request.user))
    proposal = get_object_or_404(OrganizationProposal, pk=pk)
    with Told(request, _("Zapisano decyzję.")):
        if "accept" in request.POST:
            proposals.publish_proposal(proposal, decided_by=signed_in(request))
        else:
            proposals.refuse_proposal(
                proposal, decided_by=signed_in(request), reason=request.POST.get("reason", "")
            )
    return redirect("organizations:moderation")


@login_required
@require_POST
def decide_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the profile or not."""
    require(permissions.can_moderate(request.user))
    claim = get_object_or_404(ProfileClaim, pk=pk)
    with Told(request, _("Zapisano decyzję.")):
        if "accept" in request.POST:
            claims.accept_claim(
                claim,
                decided_by=signed_in(request),
                replace_keepers="replace_keepers" in request.POST,
            )
        else:
            claims.reject_claim(
                claim, decided_by=signed_in(request), reason=request.POST.get("reason", "")
            )
    return redirect("organizations:moderation")


@login_required
@require_POST
def decide_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a profile without a keeper, or not."""
    require(permissions.can_moderate(request.user))
    with Told(request, _("Zapisano decyzję.")):
        handovers.decide_release(
            get_object_or_404(KeeperHandover, pk=pk),
            accept="accept" in request.POST,
            decided_by=signed_in(request),
            answer=request.POST.get("reason", "")[:1000],
        )
    return redirect("organizations:moderation")


@login_required
@require_POST
def decide_suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the value over or keep the present one; keepers decide for their own profile."""
    suggestion = get_object_or_404(ChangeSuggestion.objects.select_related("organization"), pk=pk)
    require(permissions.can_edit_organization(request.user, suggestion.organization))
    with Told(request, _("Zapisano decyzję.")):
        _decide_suggestion(request, suggestion)
    if permissions.can_moderate(request.user):
        return redirect("organizations:moderation")
    return redirect(suggestion.organization)


def _decide_suggestion(request: HttpRequest, suggestion: ChangeSuggestion) -> Any:
    if "accept" not in request.POST:
        return proposals.reject_suggestion(suggestion, decided_by=signed_in(request))
    try:
        return proposals.accept_suggestion(suggestion, decided_by=signed_in(request))
    except ValidationError as error:
        raise _Unfit from error


@login_required
@require_GET
def claim_document(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The document that a claimant sent; for moderators only."""
    require(permissions.can_moderate(request.user))
    claim = get_object_or_404(
        ProfileClaim.objects.select_related("document", "organization"),
        pk=pk,
        document__isnull=False,
    )
    assert claim.document is not None  # noqa: S101 - the query asked for it
    access_log.record(
        request,
        "organizations.claims",
        [claim.user_id],
        about=claim.organization,
        was_taken=True,
    )
    return file_response(claim.document, as_attachment=True, request=request)
