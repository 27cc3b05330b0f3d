"""“Moje sprawy”: what waits for the person and what is theirs."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from accounts.dashboard import sections_for
from accounts.views.signed_in import SignedInRequest


@login_required
def dashboard(request: SignedInRequest) -> HttpResponse:
    """The person's start page after sign-in."""
    sections = sections_for(request.user)
    return render(request, "accounts/dashboard.html", {"sections": sections})
