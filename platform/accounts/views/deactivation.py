"""Turning one's account off and on."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.domain.deactivation import deactivate_user, find_deactivated, reactivate_user
from accounts.domain.erasure import CannotEraseYet, obstacles_to_erasure
from accounts.in_person import in_person
from accounts.views.signed_in import SignedInRequest


@login_required
@in_person
@reauthentication_required
@require_http_methods(["GET", "POST"])
def deactivate(request: SignedInRequest) -> HttpResponse:
    """Ask once more, then turn the account off and sign out."""
    obstacles = obstacles_to_erasure(request.user)
    if request.method == "POST":
        try:
            deactivate_user(request.user)
        except CannotEraseYet as error:
            obstacles = error.obstacles
        else:
            logout(request)
            messages.success(
                request, _("Konto jest wyłączone. Odnośnik, który je włączy, masz w poczcie.")
            )
            return redirect("pages:home")
    return render(request, "accounts/deactivate.html", {"obstacles": obstacles})


@never_cache
@require_http_methods(["GET", "POST"])
def reactivate(request: HttpRequest, key: str) -> HttpResponse:
    """The page behind the link of the letter."""
    person = find_deactivated(key)
    if person is None:
        raise Http404
    if request.method == "POST":
        reactivate_user(person)
        messages.success(request, _("Konto jest znów włączone. Zaloguj się."))
        return redirect("account_login")
    return render(request, "accounts/reactivate.html")
