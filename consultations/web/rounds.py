"""Opening a consultation again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.told import Told
from consultations.domain import opening, permissions, rounds, starting_rounds
from consultations.web.access import find_consultation, require
from consultations.web.procedure_forms import RoundForm


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Dates and the reason of the next round."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    if not starting_rounds.can_start(consultation):
        messages.error(request, _("Kolejną turę zaczyna się podczas analizy albo po wynikach."))
        return redirect(consultation)
    is_same_text = rounds.is_same_text(consultation)
    opens_on, closes_on = opening.default_term()
    form = RoundForm(
        request.POST or None,
        is_same_text=is_same_text,
        initial={"opens_on": opens_on, "closes_on": closes_on},
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Kolejna tura zapowiedziana."), form):
            starting_rounds.start_round(
                consultation=consultation, actor=request.user, **form.cleaned_data
            )
            return redirect("consultations:course", consultation.slug)
    return render(
        request,
        "consultations/new_round.html",
        {"consultation": consultation, "form": form, "is_same_text": is_same_text},
    )
