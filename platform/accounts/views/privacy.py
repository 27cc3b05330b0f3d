"""A person's rights to their data: consents, a copy, and being forgotten."""

from __future__ import annotations

import tempfile

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts import privacy as registry
from accounts import processing
from accounts.domain.consents import choose_consents
from accounts.domain.erasure import CannotEraseYet, erase_user, obstacles_to_erasure
from accounts.domain.export import write_export
from accounts.forms import ConsentsForm, ErasureForm
from accounts.in_person import in_person
from accounts.models import Consent
from accounts.views.signed_in import SignedInRequest

KEPT_IN_MEMORY = 1024 * 1024


@login_required
@in_person
@require_http_methods(["GET", "POST"])
def privacy(request: SignedInRequest) -> HttpResponse:
    """What the portal holds, what the person agreed to, and what they can do about it."""
    form = ConsentsForm(request.POST or None, user=request.user)
    if form.is_valid():
        choose_consents(request.user, form.chosen())
        messages.success(request, _("Zapisaliśmy Twoje zgody."))
        return redirect("accounts:privacy")
    context = {
        "form": form,
        "history": Consent.objects.filter(user=request.user),
        "sources": registry.sources(),
        "entries": processing.entries_about(request.user),
    }
    return render(request, "accounts/privacy.html", context)


@login_required
@in_person
@require_POST
@reauthentication_required
@never_cache
def export(request: SignedInRequest) -> FileResponse:
    """A copy of all data, as a ZIP that programs can read."""
    archive = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 - the response closes it
    write_export(request.user, archive)
    archive.seek(0)
    name = f"moje-dane-{timezone.localdate():%Y-%m-%d}.zip"
    return FileResponse(archive, as_attachment=True, filename=name)


@login_required
@in_person
@reauthentication_required
@require_http_methods(["GET", "POST"])
def erase(request: SignedInRequest) -> HttpResponse:
    """Erase the account after the person has repeated its address."""
    form = ErasureForm(request.POST or None, user=request.user)
    if form.is_valid():
        try:
            erase_user(request.user)
        except CannotEraseYet as error:
            form.add_error(None, error.obstacles)
        else:
            logout(request)
            messages.success(request, _("Usunęliśmy Twoje konto i Twoje dane."))
            return redirect("pages:home")
    context = {"form": form, "obstacles": obstacles_to_erasure(request.user)}
    return render(request, "accounts/erase.html", context)
