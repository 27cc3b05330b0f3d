"""Starting and ending to act as somebody else."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import access_log
from accounts.domain.impersonation import end_impersonation, start_impersonation
from accounts.forms import ImpersonationForm
from accounts.middleware.impersonation import SESSION_KEY
from accounts.models import User
from accounts.permissions import may_impersonate
from accounts.views.signed_in import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def start(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then act as the person for at most an hour."""
    person = get_object_or_404(User, pk=pk)
    if not may_impersonate(request.user, person):
        raise PermissionDenied
    form = ImpersonationForm(request.POST or None)
    if form.is_valid():
        impersonation = start_impersonation(
            request.user, person, reason=form.cleaned_data["reason"]
        )
        request.session[SESSION_KEY] = impersonation.pk
        access_log.record(
            request, "accounts.impersonation", [person.pk], reason=impersonation.reason
        )
        return redirect("accounts:dashboard")
    return render(request, "accounts/impersonate.html", {"form": form, "person": person})


@login_required
@require_POST
def stop(request: SignedInRequest) -> HttpResponse:
    """Be oneself again."""
    impersonation = request.impersonation
    if impersonation is None:
        return redirect("accounts:dashboard")
    end_impersonation(impersonation)
    request.session.pop(SESSION_KEY, None)
    messages.success(request, _("Znów działasz we własnym imieniu."))
    return redirect("admin:accounts_user_change", impersonation.person_id)
