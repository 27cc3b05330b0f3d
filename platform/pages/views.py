"""The pages that belong to no activity."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts import processing
from pages import nearby, numbers
from pages import styleguide as specimens
from pages.facts import PROJECT_NUMBERS
from pages.freshness import fresh_for_anonymous
from pages.home import build_sections, sections_token
from pages.moderation import queues_for
from pages.operator import accessibility_facts
from pages.partners import shown_partners
from pages.progress import goals

YEAR = 365 * 24 * 60 * 60


def reader_token(request: HttpRequest) -> object:
    """What of the home page hangs on the reader: the place chosen before."""
    return ("place", nearby.chosen(request))


@require_safe
@fresh_for_anonymous(reader_token, shared=sections_token)
def home(request: HttpRequest) -> HttpResponse:
    """What is open now, what is near, what is new."""
    place = nearby.chosen(request)
    context = {
        "sections": build_sections(request),
        "numbers": numbers.numbers(),
        "place": place,
        "near": nearby.near(place) if place else [],
        "places": nearby.choices(),
    }
    return render(request, "pages/home.html", context)


@require_POST
def choose_place(request: HttpRequest) -> HttpResponse:
    """Remember in the reader's own cookie which county or gmina is theirs, or forget it."""
    place = nearby.find(request.POST.get("okolica", ""))
    response = redirect(f"{reverse('pages:home')}#okolica")
    if place is None:
        response.delete_cookie(nearby.COOKIE, samesite="Lax")
    else:
        response.set_cookie(
            nearby.COOKIE,
            place.code,
            max_age=YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The project behind the portal: its story, numbers and funding."""
    context = {"numbers": PROJECT_NUMBERS, "goals": goals(), "partners": shown_partners()}
    return render(request, "pages/about.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The declaration that the act of 4 April 2019 requires."""
    context = {"facts": accessibility_facts(), "portal_url": request.build_absolute_uri("/")}
    return render(request, "pages/accessibility.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What the portal does with personal data."""
    return render(request, "pages/privacy.html", {"entries": processing.entries()})


@login_required
@require_safe
def moderation(request: HttpRequest) -> HttpResponse:
    """The person's queues of all parts."""
    queues = queues_for(request.user)  # type: ignore[arg-type]
    if not queues:
        raise PermissionDenied
    return render(request, "pages/moderation.html", {"queues": queues})


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component with its states."""
    return render(request, "pages/styleguide.html", specimens.context())
