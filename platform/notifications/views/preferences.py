"""What a person wants to hear: signed in, or from a letter by its token."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from accounts.in_person import in_person
from accounts.models import User
from accounts.views.signed_in import SignedInRequest
from notifications import kinds
from notifications.domain import preferences as domain
from notifications.domain.letters import absolute
from notifications.domain.suppression import suppression_of
from notifications.domain.tokens import BadToken, open_token
from notifications.domain.web_push import sender_keys
from notifications.forms import PreferencesForm


@login_required
@in_person
@require_http_methods(["GET", "POST"])
def preferences(request: SignedInRequest) -> HttpResponse:
    """The preferences of the person signed in, with the private feed."""
    token = domain.settings_of(request.user).feed_token
    feed = absolute(reverse("notifications:feed", args=[token]))
    extra: dict[str, object] = {
        "feed_url": feed,
        "stopped": suppression_of(request.user.email),
        "devices_url": reverse("notifications:devices") if sender_keys.is_configured() else "",
    }
    return _preferences_page(request, request.user, extra)


@never_cache
@require_http_methods(["GET", "POST"])
def preferences_by_token(request: HttpRequest, token: str) -> HttpResponse:
    """The same from a letter, without sign-in; the token shows and changes nothing else."""
    try:
        opened = open_token(token)
    except BadToken:
        return _stale_address(request)
    with translation.override(opened.user.language):
        return _preferences_page(request, opened.user, {"by_token": True})


@never_cache
@csrf_exempt  # mail programs post here by themselves (RFC 8058); the token is the authority
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """One click in the mail program, or one button here; a mere visit changes nothing."""
    try:
        opened = open_token(token)
    except BadToken:
        return _stale_address(request)
    kind = kinds.find(opened.kind_key)
    with translation.override(opened.user.language):
        if request.method == "POST":
            domain.unsubscribe(opened.user, kind.key if kind else "")
        context = {
            "kind": kind,
            "done": request.method == "POST",
            "preferences_url": reverse("notifications:preferences_by_token", args=[token]),
        }
        return render(request, "notifications/unsubscribe.html", context)


@login_required
@in_person
@require_POST
def return_to_defaults(request: SignedInRequest) -> HttpResponse:
    """Forget the choices by kind."""
    domain.return_to_defaults(request.user)
    messages.success(request, _("Wróciły ustawienia domyślne."))
    return redirect("notifications:preferences")


@login_required
@in_person
@require_POST
def replace_feed(request: SignedInRequest) -> HttpResponse:
    """A new secret address of the feed, when the old one got into wrong hands."""
    domain.replace_feed_token(request.user)
    messages.success(request, _("Kanał ma nowy adres. Stary przestał działać."))
    return redirect("notifications:preferences")


def _preferences_page(request: HttpRequest, user: User, extra: dict[str, object]) -> HttpResponse:
    form = PreferencesForm(request.POST or None, user=user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Zapisaliśmy Twoje wybory."))
        return redirect(request.path)
    context = {
        "form": form,
        "roles": domain.held_roles(user),
        "has_choices": any(not chosen.is_default for chosen in form.chosen),
    }
    return render(request, "notifications/preferences.html", {**context, **extra})


def _stale_address(request: HttpRequest) -> HttpResponse:
    return render(request, "notifications/stale_address.html", status=404)
