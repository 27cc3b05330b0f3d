"""The person's own address: whether mail comes there, and making it flow again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.views.signed_in import SignedInRequest
from notifications.domain import address_proof
from notifications.domain.suppression import reports_of, suppression_of

SHOWN_REPORTS = 20


@login_required
@require_GET
def own_address(request: SignedInRequest) -> HttpResponse:
    """Why mail stopped, what became known of the address, and the way back."""
    email = request.user.email
    context = {"stopped": suppression_of(email), "reports": reports_of(email)[:SHOWN_REPORTS]}
    return render(request, "notifications/own_address.html", context)


@login_required
@require_POST
def ask_for_proof(request: SignedInRequest) -> HttpResponse:
    """Send the letter whose link shows that mail comes."""
    try:
        address_proof.ask_for_proof(request.user)
    except address_proof.NothingToConfirm:
        messages.info(request, _("Na ten adres wysyłamy już powiadomienia."))
    except address_proof.AskedJustNow:
        messages.info(request, _("List jest w drodze. Następny wyślemy najwcześniej za 10 minut."))
    else:
        messages.success(
            request, _("Wysłaliśmy list z odnośnikiem. Otwórz go, by wznowić powiadomienia.")
        )
    return redirect("notifications:own_address")


@never_cache
@require_http_methods(["GET", "POST"])
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """The letter's link, without sign-in; a mere visit, as scanners make, changes nothing."""
    try:
        user = address_proof.open_proof(token)
    except address_proof.BadProof:
        return render(request, "notifications/stale_address.html", status=404)
    with translation.override(user.language):
        if request.method == "POST":
            address_proof.accept_proof(user)
        context = {"done": request.method == "POST"}
        return render(request, "notifications/confirm_address.html", context)
