"""The improvement plan and the levels wanted next year."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from quality_index.domain import permissions, plans
from quality_index.models import Action
from quality_index.web.access import Reader, find_reader, require
from quality_index.web.forms import ActionForm, TargetsForm
from quality_index.web.frame import frame


@require_safe
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Actions and their progress, advice for low levels, and what last year's actions changed."""
    reader = find_reader(request, pk)
    require(reader.sees_results)
    actions = list(reader.assessment.actions.select_related("indicator"))
    return render(
        request,
        "quality_index/plan.html",
        frame(reader, "plan")
        | {
            "actions": actions,
            "progress": plans.progress_of(actions),
            "advice": plans.recommendations(reader.assessment),
            "review": plans.review_of(reader.assessment),
            "may_keep": permissions.can_keep_plan(request.user, reader.assessment),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def action(request: HttpRequest, pk: int, key: int | None = None) -> HttpResponse:
    """Write a new action, or change one; ``?wskaznik=`` begins it from advice."""
    reader = _keeper(request, pk)
    row = get_object_or_404(Action, assessment=pk, pk=key) if key else None
    form = ActionForm(
        request.POST or None,
        instance=row,
        assessment=reader.assessment,
        initial={} if row else _from_advice(request, reader),
    )
    if request.method == "POST" and form.is_valid():
        plans.save_action(action=form.save(commit=False), actor=request.user)
        messages.success(request, _("Plan zapisany."))
        return redirect("quality_index:plan", pk)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zmień działanie") if row else _("Nowe działanie"),
            "lead": str(reader.assessment),
            "submit": _("Zapisz"),
            "cancel_url": f"{reader.assessment.get_absolute_url()}plan/",
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def targets(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the body wants each area to be next year."""
    reader = _keeper(request, pk)
    areas = list(reader.assessment.version.areas.select_related("plane").order_by("position"))
    known = dict(reader.assessment.targets.values_list("area_id", "value"))
    form = TargetsForm(request.POST or None, areas=areas, targets=known)
    if request.method == "POST" and form.is_valid():
        plans.set_targets(
            assessment=reader.assessment,
            targets={area: form.cleaned_data[area.key] for area in areas},
        )
        messages.success(request, _("Poziomy docelowe zapisane."))
        return redirect("quality_index:results", pk)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Poziomy docelowe"),
            "lead": _(
                "Gdzie chcemy być za rok? Cel zobaczysz na wykresie obok dzisiejszego wyniku."
            ),
            "submit": _("Zapisz"),
            "cancel_url": reader.assessment.get_absolute_url(),
        },
    )


def _keeper(request: HttpRequest, pk: int) -> Reader:
    reader = find_reader(request, pk)
    require(permissions.can_keep_plan(request.user, reader.assessment))
    return reader


def _from_advice(request: HttpRequest, reader: Reader) -> dict[str, object]:
    key = request.GET.get("wskaznik", "")
    indicator = reader.assessment.version.indicators.filter(key=key).first()
    if indicator is None:
        return {}
    agreed = reader.assessment.agreed_scores.filter(indicator=indicator).first()
    advice = indicator.recommendations_for(agreed.value or 0) if agreed else []
    return {"indicator": indicator, "title": advice[0] if advice else ""}
