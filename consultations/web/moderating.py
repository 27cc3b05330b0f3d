"""Pages of moderation: reporting, the queue, decisions, appeals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import access_log
from accounts.told import Told
from consultations.domain import limits, moderation, moderation_queue, permissions
from consultations.models import AbuseReason, Remark
from consultations.web.access import find_consultation, find_remark, require
from consultations.web.frame import frame
from consultations.web.moderation_forms import (
    AbuseReportForm,
    AppealDecisionForm,
    AppealForm,
    DecisionForm,
)
from pages.limits import spend

PAGE_SIZE = 25
ACTIONS = {
    "ukryj": moderation.hide_remark,
    "przywroc": moderation.restore_remark,
    "oddal": moderation.dismiss_reports,
}


@login_required
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Tell the moderators about a remark."""
    remark = _remark(request, slug, number)
    require(permissions.can_report_remark(request.user, remark))
    form = AbuseReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy. Moderator sprawdzi uwagę i Ci odpowie."), form):
            spend(limits.ABUSE_REPORTS, request.user)
            moderation.report_abuse(
                remark=remark,
                reporter=request.user,
                reason=AbuseReason(form.cleaned_data["reason"]),
                details=form.cleaned_data["details"],
            )
            return redirect(remark)
    return _page(request, "report_abuse", remark, form)


@login_required
@require_safe
def queue(request: HttpRequest, slug: str) -> HttpResponse:
    """What waits for the moderators of one consultation."""
    consultation = find_consultation(request, slug)
    require(permissions.can_moderate(request.user, consultation))
    reported = moderation_queue.reported_remarks(consultation)
    page = Paginator(reported, PAGE_SIZE).get_page(request.GET.get("page"))
    _record(request, page, about=consultation)
    return render(
        request,
        "consultations/moderation.html",
        frame(request, consultation, "workbench")
        | {
            "page": page,
            "hidden": moderation_queue.hidden_remarks(consultation),
            "appeals": moderation_queue.open_appeals(consultation),
            "can_decide": permissions.can_decide_appeals(request.user),
        },
    )


@login_required
@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """What waits in all consultations, for administrators."""
    require(permissions.can_decide_appeals(request.user))
    reported = moderation_queue.reported_remarks()
    page = Paginator(reported, PAGE_SIZE).get_page(request.GET.get("page"))
    _record(request, page)
    return render(
        request,
        "consultations/all_moderation.html",
        {
            "page": page,
            "appeals": moderation_queue.open_appeals(),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, slug: str, number: int, action: str) -> HttpResponse:
    """Hide, restore, or dismiss the reports, with a reason."""
    remark = _remark(request, slug, number)
    require(permissions.can_moderate(request.user, remark.consultation))
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Decyzja zapisana; osoby, których dotyczy, dostaną wiadomość."), form):
            ACTIONS[action](remark=remark, actor=request.user, reason=form.cleaned_data["reason"])
            return redirect("consultations:moderation", slug)
    return _page(
        request,
        "decide_moderation",
        remark,
        form,
        action=action,
        decisions=moderation_queue.decisions_about(remark),
    )


@login_required
@require_http_methods(["GET", "POST"])
def appeal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The author's appeal against the hiding."""
    remark = _remark(request, slug, number)
    require(permissions.can_appeal(request.user, remark))
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Odwołanie złożone. Rozstrzygnie je administrator portalu."), form):
            moderation.file_appeal(remark=remark, text=form.cleaned_data["text"])
            return redirect(remark)
    return _page(request, "appeal", remark, form)


@login_required
@require_http_methods(["GET", "POST"])
def decide_appeal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An administrator's decision about the open appeal."""
    require(permissions.can_decide_appeals(request.user))
    remark = _remark(request, slug, number)
    found = get_object_or_404(moderation_queue.open_appeals(remark.consultation), remark=remark)
    form = AppealDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Odwołanie rozstrzygnięte."), form):
            moderation.decide_appeal(appeal=found, actor=request.user, **form.cleaned_data)
            return redirect("consultations:all_moderation")
    return _page(
        request,
        "decide_appeal",
        remark,
        form,
        appeal=found,
        decisions=moderation_queue.decisions_about(remark),
    )


def _record(request: HttpRequest, page: Page[Remark], about: object = "") -> None:
    authors = [remark.author_id for remark in page if remark.author_id]
    access_log.record(request, "consultations.reports", authors, about=about)


def _remark(request: HttpRequest, slug: str, number: int) -> Remark:
    return find_remark(find_consultation(request, slug), number)


def _page(
    request: HttpRequest, name: str, remark: Remark, form: forms.Form, **more: Any
) -> HttpResponse:
    context = {"consultation": remark.consultation, "remark": remark, "form": form} | more
    return render(request, f"consultations/{name}.html", context)
