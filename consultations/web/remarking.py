"""Submitting a remark, and what its author may do with it afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.domain import permissions
from consultations.domain import remarks as domain
from consultations.domain.errors import ConsultationError
from consultations.models import Consultation, Participation, Provision
from consultations.web.access import find_consultation, find_remark, require
from consultations.web.forms import RemarkContentForm, SubmitRemarkForm, WithdrawForm
from pages.requests import PortalRequest


@login_required
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a remark on one unit (``?jednostka=eid``) or on the whole draft."""
    consultation = find_consultation(request, slug)
    require(permissions.can_remark(request.user, consultation))
    provision = _provision_of(request, consultation)
    form = SubmitRemarkForm(
        request.POST or None,
        user=request.user,
        ngo_only=consultation.participation == Participation.NGO_ONLY,
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            remark = domain.submit_remark(
                consultation=consultation,
                author=request.user,
                content=form.content,
                provision=provision,
                organization=form.cleaned_data.get("organization"),
                submission_key=form.cleaned_data["submission_key"],
            )
        except ConsultationError as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            messages.success(
                request,
                _("Dziękujemy, uwaga nr %(number)s została złożona.") % {"number": remark.number},
            )
            return redirect(remark)
    return render(
        request,
        "consultations/remark_form.html",
        {"consultation": consultation, "provision": provision, "form": form},
        status=status,
    )


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The author's change of an own remark."""
    consultation = find_consultation(request, slug)
    remark = find_remark(consultation, number)
    require(remark.author_id == request.user.pk)
    form = RemarkContentForm(request.POST or None, instance=remark)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            domain.change_remark(remark=remark, content=form.content)
        except ConsultationError as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            messages.success(request, _("Zmiany zapisane."))
            return redirect(remark)
    return render(
        request,
        "consultations/remark_form.html",
        {
            "consultation": consultation,
            "provision": remark.provision,
            "form": form,
            "remark": remark,
        },
        status=status,
    )


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Asks once, then takes the remark back."""
    consultation = find_consultation(request, slug)
    remark = find_remark(consultation, number)
    require(permissions.can_change_remark(request.user, remark))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            domain.withdraw_remark(remark=remark, reason=form.cleaned_data["reason"])
        except ConsultationError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Uwaga została wycofana."))
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


def _provision_of(request: HttpRequest, consultation: Consultation) -> Provision | None:
    """The unit named in the address; an unknown one is 404 rather than silently the whole."""
    eid = request.GET.get("jednostka", "")
    if not eid:
        return None
    return get_object_or_404(Provision, version=consultation.current_version_id, eid=eid)
