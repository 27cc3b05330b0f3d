"""The course of a consultation for everybody, and the decision on its mode."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.told import Told
from consultations.domain import meetings, modes, permissions
from consultations.domain.course import course_of
from consultations.models import ModeDecision
from consultations.web.access import find_consultation, require
from consultations.web.frame import frame
from consultations.web.freshness import of_consultation
from consultations.web.procedure_forms import ModeForm
from pages.freshness import fresh_for_anonymous


@require_safe
@fresh_for_anonymous(of_consultation)
def course(request: HttpRequest, slug: str) -> HttpResponse:
    """Rounds, meetings, the council's opinion, decisions and the log of stages."""
    consultation = find_consultation(request, slug)
    context = frame(request, consultation, "course")
    return render(
        request,
        "consultations/course.html",
        context
        | {
            "course": course_of(consultation),
            "stage_changes": consultation.stage_changes.all(),
            "announcements": consultation.announcements.order_by("issued_at", "pk"),
            "can_arrange": context["can_manage"] and meetings.can_arrange(consultation),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def mode(request: HttpRequest, slug: str) -> HttpResponse:
    """Record who chose the mode, and put it into force."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    form = ModeForm(
        request.POST or None,
        instance=ModeDecision(
            consultation=consultation,
            mode=consultation.mode,
            origin=consultation.mode_origin,
            decided_on=timezone.localdate(),
        ),
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Decyzja o trybie zapisana."), form):
            modes.decide_mode(decision=form.save(commit=False), actor=request.user)
            return redirect("consultations:course", consultation.slug)
    return render(
        request,
        "consultations/mode.html",
        {
            "consultation": consultation,
            "form": form,
            "can_change": consultation.stage in modes.CHANGING,
            "decisions": consultation.mode_decisions.select_related("actor"),
        },
    )
