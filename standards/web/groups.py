"""Public pages of bodies, and forming them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.told import Told
from documents.serving import file_response
from standards.domain import groups, permissions, queries
from standards.models import Member, WorkingGroup
from standards.web.access import find_group, require
from standards.web.form_page import form_page
from standards.web.forms import GroupForm
from standards.web.group_forms import EndSeatForm, SeatForm
from standards.web.uploads import stored

PAGE_SIZE = 20
LATEST_CALLS = 3


@require_safe
def group_list(request: HttpRequest) -> HttpResponse:
    """All bodies with the balance of their sides."""
    page = Paginator(queries.groups_for_list(request.user), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "can_create": permissions.can_create(request.user),
        "section_tab": "groups",
    }
    return render(request, "standards/groups.html", context)


@require_safe
def group_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Who sits in the body, how it was appointed, what it makes."""
    group = find_group(request, slug)
    today = timezone.localdate()
    seats = list(queries.seats_of(group))
    current = [member for member in seats if member.is_current_on(today)]
    return render(
        request,
        "standards/group.html",
        frame(request, group, "group")
        | {
            "ngo": [member for member in current if member.side == "ngo"],
            "administration": [member for member in current if member.side == "administration"],
            "past": [member for member in seats if member.until and member.until < today],
            "balance": groups.balance_of(group),
            "calls": group.calls.order_by("-closes_at")[:LATEST_CALLS],
            "standards": queries.standards_for_list(request.user).filter(group=group),
        },
    )


def frame(request: HttpRequest, group: WorkingGroup, tab: str) -> dict[str, Any]:
    """What every page of one body shows around its content."""
    can_manage = permissions.can_manage_group(request.user, group)
    return {
        "group": group,
        "tab": tab,
        "can_manage": can_manage,
        "can_lead": can_manage or permissions.can_lead_group(request.user, group),
        "can_work": can_manage or permissions.can_use_workspace(request.user, group),
    }


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new body."""
    require(permissions.can_create(request.user))
    form = GroupForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["appointment_upload"]
        with stored(upload, request.user, is_public=True) as file:
            group = groups.create_group(
                group=form.save(commit=False), appointment_file=file, actor=request.user
            )
        messages.success(request, _("Zespół zapisany. Teraz dodaj osoby."))
        return redirect(group)
    return form_page(
        request, form, title=_("Nowy zespół"), submit=_("Zapisz"), multipart=True,
        back=reverse("standards:groups"), parent=_("Zespoły"),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """What was said of the body, its act and its seats."""
    group = find_group(request, slug)
    require(permissions.can_manage_group(request.user, group))
    form = GroupForm(request.POST or None, request.FILES or None, instance=group, user=request.user)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["appointment_upload"]
        with stored(upload, request.user, is_public=True) as file:
            groups.save_group(group=form.save(commit=False), appointment_file=file)
        messages.success(request, _("Zmiany zapisane."))
        return redirect(group)
    return group_form(
        request, form, group, title=_("Ustawienia zespołu"), submit=_("Zapisz"), multipart=True
    )


@require_safe
def appointment(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The act by which the body was appointed."""
    group = find_group(request, slug)
    if group.appointment_file is None:
        raise Http404
    return file_response(group.appointment_file, request=request, as_attachment=False)


@login_required
@require_http_methods(["GET", "POST"])
def give_seat(request: HttpRequest, slug: str) -> HttpResponse:
    """A seat for somebody."""
    group = find_group(request, slug)
    require(permissions.can_manage_group(request.user, group))
    form = SeatForm(request.POST or None, instance=Member(group=group))
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Miejsce nadane."), form):
            groups.give_seat(member=form.save(commit=False), actor=request.user)
            return redirect(group)
    return group_form(request, form, group, title=_("Dodaj osobę"), submit=_("Nadaj miejsce"))


@login_required
@require_http_methods(["GET", "POST"])
def end_seat(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The last day of somebody's seat."""
    group = find_group(request, slug)
    require(permissions.can_manage_group(request.user, group))
    member: Member = get_object_or_404(group.members, pk=key)
    form = EndSeatForm(request.POST or None, initial={"last_day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        groups.end_seat(member=member, last_day=form.cleaned_data["last_day"])
        messages.success(request, _("Zapisano ostatni dzień."))
        return redirect(group)
    return group_form(
        request, form, group, title=_("Zakończ miejsce"), lead=member.name, submit=_("Zapisz")
    )


def group_form(request: HttpRequest, form: Any, group: WorkingGroup, **texts: Any) -> HttpResponse:
    """A form that belongs to a body."""
    texts.setdefault("back", group.get_absolute_url())
    return form_page(request, form, parent=group.name, **texts)
