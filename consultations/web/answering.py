"""The official's workbench: remarks that wait, and positions on them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.domain import permissions, positions, queries
from consultations.domain import remarks as remarks_domain
from consultations.domain.errors import ConsultationError, PositionConflict
from consultations.models import Channel, Position, Remark, Verdict
from consultations.web.access import find_consultation, find_remark, require
from consultations.web.filters import RemarkFilter
from consultations.web.forms import EnterRemarkForm, PositionForm
from consultations.web.frame import frame

PAGE_SIZE = 50


@login_required
@require_safe
def workbench(request: HttpRequest, slug: str) -> HttpResponse:
    """The table of remarks with filters."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    filters = RemarkFilter(
        request.GET,
        queryset=queries.remarks_for_work(consultation),
        request=request,
        consultation=consultation,
    )
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "consultations/workbench.html",
        frame(request, consultation, "workbench")
        | {
            "filter": filters,
            "page": page,
            "can_answer": permissions.can_answer_remarks(request.user, consultation),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One remark and the office's position on it."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    remark = find_remark(consultation, number)
    position = Position.objects.filter(remark=remark).select_related("prepared_by").first()
    form = PositionForm(
        request.POST or None,
        instance=position,
        initial={"revision": position.revision if position else 0},
    )
    status, theirs = 200, None
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, remark, form)
        except PositionConflict as conflict:
            form.add_error(None, str(conflict))
            theirs = Position.objects.select_related("prepared_by").get(remark=remark)
            # The next save knowingly replaces what is shown beside the form.
            form.data = {**request.POST.dict(), "revision": theirs.revision}
            status = 409
        except ConsultationError as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            messages.success(request, _("Stanowisko zapisane."))
            return _next_to_answer(request, remark)
    return render(
        request,
        "consultations/answer.html",
        {
            "consultation": consultation,
            "remark": remark,
            "form": form,
            "theirs": theirs,
            "position": position,
            "progress": queries.answer_progress(consultation),
        },
        status=status,
    )


@login_required
@require_POST
def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve the prepared positions that were ticked."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    numbers = [value for value in request.POST.getlist("numer") if value.isdecimal()]
    chosen = Position.objects.filter(remark__consultation=consultation, remark__number__in=numbers)
    count = positions.approve_positions(positions=chosen, actor=request.user)
    messages.success(
        request,
        ngettext("Zatwierdzono %(count)d stanowisko.", "Zatwierdzono %(count)d stanowisk.", count)
        % {"count": count},
    )
    return redirect("consultations:workbench", consultation.slug)


@login_required
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """A remark that did not come through the portal."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    form = EnterRemarkForm(
        request.POST or None,
        consultation=consultation,
        initial={"received_on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        eid = form.cleaned_data["provision"]
        try:
            remark = remarks_domain.enter_remark(
                consultation=consultation,
                entered_by=request.user,
                content=form.content,
                channel=Channel(form.cleaned_data["channel"]),
                received_on=form.cleaned_data["received_on"],
                submitter_name=form.cleaned_data["submitter_name"],
                provision=consultation.units().filter(eid=eid).first() if eid else None,
            )
        except ConsultationError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, _("Uwaga nr %(number)s zapisana.") % {"number": remark.number}
            )
            return redirect("consultations:workbench", consultation.slug)
    return render(
        request, "consultations/enter_remark.html", {"consultation": consultation, "form": form}
    )


def _save(request: HttpRequest, remark: Remark, form: PositionForm) -> None:
    positions.save_position(
        remark=remark,
        verdict=Verdict(form.cleaned_data["verdict"]),
        reasons=form.cleaned_data["reasons"],
        actor=request.user,
        revision=form.cleaned_data["revision"],
        approve="approve" in request.POST,
    )


def _next_to_answer(request: HttpRequest, remark: Remark) -> HttpResponse:
    """The next remark without a position after this one, or back to the table."""
    slug = remark.consultation.slug
    following = (
        queries.remarks_for_work(remark.consultation)
        .filter(position__isnull=True, number__gt=remark.number or 0)
        .first()
    )
    if "next" in request.POST and following:
        return redirect("consultations:answer", slug, following.number)
    return redirect("consultations:workbench", slug)
