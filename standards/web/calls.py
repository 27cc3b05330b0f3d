"""Calls for members."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.told import Told
from accounts.views.signed_in import SignedInRequest
from standards.domain import calls, permissions
from standards.models import MemberApplication, MemberCall, WorkingGroup
from standards.web.access import find_group, require
from standards.web.groups import frame, group_form
from standards.web.meeting_forms import ApplicationForm, CallForm, ReasonForm


@login_required
@require_http_methods(["GET", "POST"])
def new_call(request: HttpRequest, slug: str) -> HttpResponse:
    """Announce a call."""
    group = find_group(request, slug)
    require(permissions.can_manage_group(request.user, group))
    form = CallForm(request.POST or None, instance=MemberCall(group=group))
    if request.method == "POST" and form.is_valid():
        return redirect(calls.announce_call(call=form.save(commit=False), actor=request.user))
    return group_form(request, form, group, title=_("Nowy nabór"), submit=_("Ogłoś nabór"))


@require_safe
def call(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Whom the body looks for; to officials also who applied."""
    group, found = _call(request, slug, key)
    context = frame(request, group, "group")
    applications = found.applications.select_related("user", "organization", "public_body")
    if context["can_manage"]:
        applicants = [row.user_id for row in applications]
        access_log.record(request, "standards.applications", applicants, about=found)
    own = applications.filter(user=request.user).first() if request.user.is_authenticated else None
    return render(
        request,
        "standards/call.html",
        context
        | {
            "call": found,
            "own": own,
            "applications": applications if context["can_manage"] else [],
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def apply(request: SignedInRequest, slug: str, key: int) -> HttpResponse:
    """Apply for a seat."""
    _group, found = _call(request, slug, key)
    form = ApplicationForm(
        request.POST or None,
        instance=MemberApplication(call=found, user=request.user),
        user=request.user,
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Zgłoszenie złożone. O decyzji dostaniesz wiadomość."), form):
            calls.apply(application=form.save(commit=False))
            return redirect(found)
    return group_form(
        request, form, found.group, title=_("Zgłoś się do zespołu"), lead=found.title,
        submit=_("Wyślij zgłoszenie"), back=found.get_absolute_url(),
    )  # fmt: skip


@login_required
@require_POST
def withdraw(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Take one's own application back."""
    _group, found = _call(request, slug, key)
    own = get_object_or_404(found.applications, user=request.user)
    calls.withdraw(application=own)
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, slug: str, key: int, application: int) -> HttpResponse:
    """Accept (with a seat) or reject with a reason."""
    group, found = _call(request, slug, key)
    require(permissions.can_manage_group(request.user, group))
    asked = get_object_or_404(found.applications.select_related("user"), pk=application)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Decyzja zapisana."), form):
            calls.decide(
                application=asked,
                accept="przyjmij" in request.POST,
                reason=form.cleaned_data["reason"],
                actor=request.user,
            )
            return redirect(found)
    access_log.record(request, "standards.applications", [asked.user_id], about=found)
    return render(
        request,
        "standards/decide_application.html",
        frame(request, group, "group") | {"call": found, "application": asked, "form": form},
    )


def _call(request: HttpRequest, slug: str, key: int) -> tuple[WorkingGroup, MemberCall]:
    group = find_group(request, slug)
    found: MemberCall = get_object_or_404(group.calls, pk=key)
    found.group = group
    return group, found
