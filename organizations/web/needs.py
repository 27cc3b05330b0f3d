"""Needs analysis: editions, their pages, invitations."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organizations.domain import needs, permissions
from organizations.domain.queries import organizations_of
from organizations.domain.respondents import respondent_key
from organizations.models import NeedsEdition
from organizations.web.access import require, signed_in
from organizations.web.needs_forms import NeedsEditionForm
from surveys.domain.listing import response_counts

PER_PAGE = 20


@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """Editions: what is asked now, what came out before."""
    found = needs.listed_editions(request.user)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    may_open = permissions.can_open_needs_edition(request.user)
    return render(request, "organizations/needs.html", {"page": page, "may_open": may_open})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_edition(request: HttpRequest) -> HttpResponse:
    """A new edition."""
    user = signed_in(request)
    require(permissions.can_open_needs_edition(user))
    form = NeedsEditionForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        edition = needs.open_edition(
            title=data["title"],
            summary=data["summary"],
            public_body=data["public_body"],
            opens_at=data["opens_at"],
            closes_at=data["closes_at"],
            fields=data["invited_fields"],
            counties=data["invited_counties"],
            actor=user,
        )
        messages.success(request, _("Badanie jest gotowe. Teraz możesz zaprosić organizacje."))
        return redirect(edition)
    return render(request, "organizations/needs_form.html", {"form": form})


@require_safe
def edition(request: HttpRequest, slug: str) -> HttpResponse:
    """One edition: why, until when, the way to the questions and to the results."""
    found = _edition(request, slug)
    own = list(organizations_of(request.user).order_by("name", "pk"))
    keys = [respondent_key(one) for one in own]
    saved = {row.respondent: row for row in found.survey.responses.filter(respondent__in=keys)}
    may_run = permissions.can_run_needs_edition(request.user, found)
    context: dict[str, Any] = {
        "edition": found,
        "survey": found.survey,
        "own": [(one, key, saved.get(key)) for one, key in zip(own, keys, strict=True)],
        "may_run": may_run,
    }
    if may_run:
        context |= {
            "counts": response_counts(found.survey),
            "invited": found.invitations.count(),
            "to_invite": needs.organizations_to_invite(found).count(),
        }
    return render(request, "organizations/needs_edition.html", context)


@login_required
@require_POST
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Let workers invite the organizations of the chosen fields and counties."""
    found = _edition(request, slug)
    require(permissions.can_run_needs_edition(request.user, found))
    if found.survey.is_over:
        messages.error(request, _("To badanie już się zakończyło."))
        return redirect(found)
    needs.begin_inviting(found)
    messages.success(request, _("Zaproszenia są w drodze."))
    return redirect(found)


@login_required
@require_POST
def remind(request: HttpRequest, slug: str) -> HttpResponse:
    """A reminder to invited organizations that have not answered."""
    found = _edition(request, slug)
    require(permissions.can_run_needs_edition(request.user, found))
    count = needs.remind_organizations(found)
    messages.success(
        request,
        ngettext("Wysyłamy %(count)d przypomnienie.", "Wysyłamy %(count)d przypomnień.", count)
        % {"count": count},
    )
    return redirect(found)


def _edition(request: HttpRequest, slug: str) -> NeedsEdition:
    visible = NeedsEdition.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("survey__version", "public_body"), slug=slug)
