"""Pages of moderation: reporting, the queue, decisions, appeals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import access_log
from accounts.refusals import Refusal
from accounts.told import Told
from discussions.domain import moderation, moderation_queue, permissions, trust
from discussions.models import AbuseReason, Post
from discussions.web.access import find_post, find_post_to_moderate, require
from discussions.web.moderation_forms import (
    AbuseReportForm,
    AppealDecisionForm,
    AppealForm,
    DecisionForm,
)
from discussions.web.threads import address_of
from pages.limits import spend

PAGE_SIZE = 25
MOST_HIDDEN = 25
ACTIONS = {
    "ukryj": moderation.hide_post,
    "przywroc": moderation.restore_post,
    "oddal": moderation.dismiss_reports,
}


@login_required
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the moderators about a post."""
    post = find_post(request, pk)
    require(permissions.can_report(request.user, post))
    form = AbuseReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy. Moderator sprawdzi wpis i Ci odpowie."), form):
            spend(trust.ABUSE_REPORTS, request.user)
            moderation.report_abuse(
                post=post,
                reporter=request.user,
                reason=AbuseReason(form.cleaned_data["reason"]),
                details=form.cleaned_data["details"],
            )
            return redirect(address_of(post))
    return _page(request, "report_abuse", post, form)


@login_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for this moderator."""
    reported = moderation_queue.reported_posts(request.user)
    hidden = moderation_queue.hidden_posts(request.user)
    decides = permissions.can_decide_appeals(request.user)
    is_moderator = permissions.moderates_forum(request.user)
    require(is_moderator or reported.exists() or hidden.exists())
    page = Paginator(reported, PAGE_SIZE).get_page(request.GET.get("page"))
    reporters = [report.reporter_id for post in page for report in post.open_reports]  # type: ignore[attr-defined]
    access_log.record(request, "discussions.reports", reporters)
    return render(
        request,
        "discussions/moderation.html",
        {
            "page": page,
            "hidden": hidden[:MOST_HIDDEN],
            "appeals": moderation_queue.open_appeals() if decides else [],
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Hide, restore, or dismiss the reports, with a reason."""
    post = find_post_to_moderate(request, pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ACTIONS[action](post=post, actor=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, _("Decyzja zapisana; osoby, których dotyczy, dostaną wiadomość.")
            )
            if moderation_queue.moderates_something(request.user):
                return redirect("discussions:moderation")
            return redirect(address_of(post))
    decisions = moderation_queue.decisions_about(post)
    return _page(request, "decide_moderation", post, form, action=action, decisions=decisions)


@login_required
@require_http_methods(["GET", "POST"])
def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """The author's appeal against the hiding."""
    post = get_object_or_404(Post.objects.select_related("thread", "author"), pk=pk)
    require(permissions.can_appeal(request.user, post))
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Odwołanie złożone. Rozstrzygnie je administrator portalu."), form):
            moderation.file_appeal(post=post, text=form.cleaned_data["text"])
            return redirect("discussions:index")
    return _page(request, "appeal", post, form)


@login_required
@require_http_methods(["GET", "POST"])
def decide_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """An administrator's decision about an appeal."""
    require(permissions.can_decide_appeals(request.user))
    found = get_object_or_404(moderation_queue.open_appeals(), pk=pk)
    form = AppealDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Odwołanie rozstrzygnięte."), form):
            moderation.decide_appeal(appeal=found, actor=request.user, **form.cleaned_data)
            return redirect("discussions:moderation")
    decisions = moderation_queue.decisions_about(found.post)
    return _page(request, "decide_appeal", found.post, form, appeal=found, decisions=decisions)


def _page(
    request: HttpRequest, name: str, post: Post, form: forms.Form, **more: Any
) -> HttpResponse:
    context = {"thread": post.thread, "post": post, "form": form} | more
    return render(request, f"discussions/{name}.html", context)
