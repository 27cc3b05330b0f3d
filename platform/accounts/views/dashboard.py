"""“Moje sprawy”: what waits for the person and what is theirs."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from accounts.dashboard import sections_for
from accounts.domain.memberships import memberships_of
from accounts.permissions import holds_power
from accounts.views.signed_in import SignedInRequest


@login_required
def dashboard(request: SignedInRequest) -> HttpResponse:
    """The person's start page after sign-in."""
    context = {
        "sections": sections_for(request.user),
        "memberships": memberships_of(request.user),
        "holds_power": holds_power(request.user),
    }
    return render(request, "accounts/dashboard.html", context)
