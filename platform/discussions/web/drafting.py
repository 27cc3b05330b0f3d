"""Saving a post while it is typed, and not losing it with the session."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.way_back import leads_back
from discussions.domain import drafts as domain
from discussions.models import Draft
from discussions.web.forms import DraftForm

_LOST = "lost_post"


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep what was typed; asked by a script, so the answer is data and never a redirect."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": "signed-out"}, status=401)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"error": "too-long"}, status=400)
    place, url = _form_of(request)
    domain.keep_draft(user=request.user, place=place, url=url, **form.cleaned_data)
    return JsonResponse({"saved_at": timezone.now().isoformat()})


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    draft = get_object_or_404(Draft, pk=pk, user=request.user.pk)
    domain.forget_draft(user=request.user, place=draft.place)
    messages.success(request, _("Szkic usunięty."))
    return redirect(draft.url)


def keep(request: HttpRequest, place: str, url: str) -> HttpResponse | None:
    """The button that keeps the draft, for browsers without scripts as well.

    None when there is too much for a draft; it is too much for the form too, which says so.
    """
    form = DraftForm(request.POST)
    if not form.is_valid():
        return None
    domain.keep_draft(user=request.user, place=place, url=url, **form.cleaned_data)
    messages.success(request, _("Szkic zapisany. Znajdziesz go w „Moich sprawach”."))
    return redirect(url)


def sign_in_first(request: HttpRequest, place: str, url: str) -> HttpResponse:
    """To the sign-in page and back to the form, with what was typed without a session."""
    form = DraftForm(request.POST)
    if request.method == "POST" and form.is_valid():
        request.session[_LOST] = {"place": place, "url": url, "fields": form.cleaned_data}
    return redirect_to_login(url)


def restore(request: HttpRequest, place: str) -> Draft | None:
    """The person's draft for the form, made of what was carried through the sign-in if any."""
    lost = request.session.get(_LOST) if request.user.is_authenticated else None
    if lost and lost["place"] == place:
        del request.session[_LOST]
        domain.keep_draft(user=request.user, place=place, url=lost["url"], **lost["fields"])
    return domain.find_draft(request.user, place)


def place_of_form(request: HttpRequest, place: str, url: str) -> dict[str, Any]:
    """What the template writes on the form, so that a script can keep it."""
    query = urlencode({"gdzie": place, "adres": url})
    return {
        "draft_key": f"{request.user.pk}/{place}",
        "draft_url": f"{reverse('discussions:save_draft')}?{query}",
    }


def _form_of(request: HttpRequest) -> tuple[str, str]:
    """Which form it is; an address elsewhere is not kept."""
    place = request.GET.get("gdzie", "")[:100]
    url = request.GET.get("adres", "")[:300]
    if not leads_back(url):
        url = reverse("discussions:index")
    return place, url
