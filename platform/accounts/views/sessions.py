"""Signing out one device; the list and signing out all others are allauth's."""

from __future__ import annotations

from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.in_person import in_person
from accounts.views.signed_in import SignedInRequest


@login_required
@in_person
@require_POST
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Sign out another device of the person; the one in use has its own way out."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    if session.is_current():
        return redirect("account_logout")
    get_adapter().end_sessions([session])
    messages.success(request, _("Wylogowaliśmy to urządzenie."))
    return redirect("usersessions_list")
