"""The public register of processing purposes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import processing


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Why, whose and which data the portal processes, on what basis, for whom, how long."""
    return render(request, "accounts/processing.html", {"entries": processing.entries()})
