"""Submitting a remark, and what its author may do with it afterwards."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.refusals import Refusal
from accounts.told import Told
from accounts.typed_numbers import LARGEST_INTEGER, typed_number
from consultations.domain import attachments, limits, permissions, remark_drafts
from consultations.domain import remarks as domain
from consultations.models import Consultation, Participation, Remark, RemarkDraft
from consultations.web.access import find_consultation, find_remark, require, sign_in_first
from consultations.web.forms import WithdrawForm
from consultations.web.remark_drafts import keep_typed, restore_typed
from consultations.web.remark_forms import ChangeRemarkForm, RemarkDraftForm, SubmitRemarkForm
from consultations.web.remark_places import Place, place_of, warning_of
from pages.limits import spend
from pages.requests import PortalRequest


@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a remark on one unit (``?jednostka=eid&wersja=1``) or on the whole draft.

    The version is the one that the person reads; what was written about it stays about it, also
    when another one is published meanwhile.
    """
    consultation = find_consultation(request, slug)
    if not request.user.is_authenticated:
        if request.method == "POST":
            keep_typed(request, consultation)
        return sign_in_first(request)
    require(permissions.can_remark(request.user, consultation))
    restore_typed(request, consultation)
    place = place_of(request, consultation)
    if "szkic" in request.POST and (kept := _keep_draft(request, consultation, place)):
        return kept
    draft = remark_drafts.find_draft(request.user, consultation, place.unit)
    form = SubmitRemarkForm(
        request.POST or None,
        request.FILES or None,
        provision=place.unit,
        initial=_initial(request, draft),
        user=request.user,
        ngo_only=consultation.participation == Participation.NGO_ONLY,
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            remark = _submit(request, consultation, form)
        except Refusal as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            messages.success(
                request,
                _("Dziękujemy, uwaga nr %(number)s została złożona.") % {"number": remark.number},
            )
            if place.has_changed:
                messages.warning(request, warning_of(place))
            return redirect(remark)
    return render(
        request,
        "consultations/remark_form.html",
        {
            "consultation": consultation,
            "provision": place.unit,
            "place": place,
            "form": form,
            "draft": draft,
        },
        status=status,
    )


@login_required
@require_POST
def drop_draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw away what was typed for one unit."""
    consultation = find_consultation(request, slug)
    remark_drafts.forget_draft(
        user=request.user, consultation=consultation, unit=place_of(request, consultation).unit
    )
    messages.success(request, _("Szkic usunięty."))
    return redirect(consultation)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The author's change of an own remark."""
    consultation = find_consultation(request, slug)
    remark = find_remark(consultation, number)
    require(remark.author_id == request.user.pk)
    form = ChangeRemarkForm(
        request.POST or None, request.FILES or None, instance=remark, provision=remark.provision
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        uploads = form.cleaned_data["attachments"]
        removed = [attachment.pk for attachment in form.cleaned_data.get("removed") or []]
        try:
            with attachments.stored(uploads, uploaded_by=request.user) as files:
                domain.change_remark(
                    remark=remark, content=form.content, files=files, removed=removed
                )
        except Refusal as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            messages.success(request, _("Zmiany zapisane."))
            return redirect(remark)
    context = {
        "consultation": consultation,
        "provision": remark.provision,
        "form": form,
        "remark": remark,
    }
    return render(request, "consultations/remark_form.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Asks once, then takes the remark back."""
    consultation = find_consultation(request, slug)
    remark = find_remark(consultation, number)
    require(permissions.can_change_remark(request.user, remark))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Uwaga została wycofana."), form):
            domain.withdraw_remark(remark=remark, reason=form.cleaned_data["reason"])
            return redirect(remark)
    return render(
        request,
        "consultations/withdraw.html",
        {"consultation": consultation, "remark": remark, "form": form},
    )


@login_required
@require_POST
def support(request: PortalRequest, slug: str, number: int) -> HttpResponse:
    """Support a remark, or stop supporting it."""
    consultation = find_consultation(request, slug)
    remark = find_remark(consultation, number)
    require(permissions.can_support_remark(request.user, remark))
    try:
        spend(limits.SUPPORTS, request.user)
    except Refusal as refused:
        messages.error(request, str(refused))
        return redirect(remark)
    if "stop" in request.POST:
        remark.support_count = domain.stop_supporting_remark(remark=remark, user=request.user)
    else:
        remark.support_count = domain.support_remark(remark=remark, user=request.user)
    if request.htmx:
        return render(
            request,
            "consultations/_support.html",
            {
                "consultation": consultation,
                "remark": remark,
                "supported": "stop" not in request.POST,
            },
        )
    return redirect(remark)


def _submit(request: HttpRequest, consultation: Consultation, form: SubmitRemarkForm) -> Remark:
    limit = limits.REMARKS if form.is_proven else limits.UNPROVEN_REMARKS
    spend(limit, request.user)
    uploads = form.cleaned_data["attachments"]
    with attachments.stored(uploads, uploaded_by=request.user) as files:
        return domain.submit_remark(
            consultation=consultation,
            author=request.user,
            content=form.content,
            provision=form.unit,
            organization=form.cleaned_data.get("organization"),
            submission_key=form.cleaned_data["key"],
            files=files,
        )


def _keep_draft(
    request: HttpRequest, consultation: Consultation, place: Place
) -> HttpResponse | None:
    """The button that keeps the draft, for browsers without scripts as well.

    None when there is too much for a draft; it is too much for the form too, which says so.
    """
    form = RemarkDraftForm(request.POST)
    if not form.is_valid():
        return None
    remark_drafts.keep_draft(
        user=request.user, consultation=consultation, unit=place.unit, typed=form.typed
    )
    messages.success(request, _("Szkic zapisany. Znajdziesz go w „Moich sprawach”."))
    return redirect(request.get_full_path())


def _initial(request: HttpRequest, draft: RemarkDraft | None) -> dict[str, Any]:
    """What was typed before; words selected just now go before those of the draft."""
    names = ("text", "proposed_wording", "justification", "quote", "quote_start")
    initial: dict[str, Any] = {name: getattr(draft, name) for name in names} if draft else {}
    if quote := request.GET.get("cytat", ""):
        initial["quote"] = quote
        initial["quote_start"] = typed_number(request.GET.get("od"), most=LARGEST_INTEGER)
    return initial
