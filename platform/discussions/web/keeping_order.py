"""Moderating a whole thread: pin, lock, move, merge."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.told import Told
from discussions.domain import permissions, threads
from discussions.domain.errors import CannotMerge
from discussions.models import Thread, ThreadAction
from discussions.web.access import find_thread, require
from discussions.web.forms import MergeForm, MoveForm, ReasonForm, prefixed


@login_required
@require_http_methods(["GET", "POST"])
def moderate(request: HttpRequest, pk: int) -> HttpResponse:
    """One page with a small form for each thing that can be done."""
    thread = find_thread(request, pk)
    require(permissions.can_moderate(request.user, thread))
    sent = _forms(thread, request.POST if request.method == "POST" else None)
    status = 200
    for name, form in sent.items():
        if not form.is_bound:
            continue
        status = 409
        if form.is_valid():
            with Told(request, _("Zmiany zapisane."), form):
                kept = _do(name, thread, request.user, form.cleaned_data)
                return redirect(kept)
    return render(
        request,
        "discussions/moderate_thread.html",
        {
            "thread": thread,
            "forms": sent,
            "changes": thread.changes.select_related("actor"),
        },
        status=status,
    )


def _forms(thread: Thread, data: Any) -> dict[str, forms.Form]:
    """Only the forum has categories, and threads that may become one."""
    offered: dict[str, type[forms.Form]] = {
        "unlock" if thread.is_locked else "lock": ReasonForm,
    }
    if thread.category_id is not None:
        offered["unpin" if thread.is_pinned else "pin"] = ReasonForm
        offered["move"] = MoveForm
        offered["merge"] = MergeForm
    return {name: prefixed(form, name, data) for name, form in offered.items()}


def _do(name: str, thread: Thread, actor: Any, values: dict[str, Any]) -> Thread:
    action = ThreadAction(name)
    reason = values["reason"]
    if action == ThreadAction.MOVE:
        return threads.move_thread(
            thread=thread, category=values["category"], actor=actor, reason=reason
        )
    if action == ThreadAction.MERGE:
        target = Thread.objects.in_forum().visible_to(actor).filter(pk=values["target"]).first()
        if target is None:
            raise CannotMerge
        return threads.merge_threads(source=thread, target=target, actor=actor, reason=reason)
    return threads.set_flag(thread=thread, action=action, actor=actor, reason=reason)
