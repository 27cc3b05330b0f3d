"""The official's workbench: remarks that wait, and positions on them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.typed_numbers import typed_number
from consultations.domain import permissions, positions, queries
from consultations.domain import workbench as desk
from consultations.domain.attachments import attachments_of
from consultations.domain.errors import ConsultationError, PositionConflict
from consultations.models import Consultation, Position, Remark, Verdict
from consultations.web.access import find_consultation, find_remark, require
from consultations.web.chosen import back_to_workbench, chosen_numbers
from consultations.web.filters import RemarkFilter
from consultations.web.forms import PositionForm
from consultations.web.frame import frame
from consultations.web.work_forms import NoteForm
from organizations.domain.deputies import running_for

PAGE_SIZE = 50


@login_required
@require_safe
def workbench(request: HttpRequest, slug: str) -> HttpResponse:
    """The table of remarks with filters."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    filters = _filter(request, consultation)
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    authors = [remark.author_id for remark in page if remark.author_id]
    access_log.record(request, "consultations.authors", authors, about=consultation)
    return render(
        request,
        "consultations/workbench.html",
        frame(request, consultation, "workbench")
        | {
            "filter": filters,
            "page": page,
            # Who came as far as here manages it.
            "can_answer": permissions.can_answer_remarks(request.user, consultation, manages=True),
            "colleagues": list(desk.colleagues(consultation)),
            "deputations": running_for(request.user).filter(
                public_body=consultation.public_body_id
            ),
            "groups": list(desk.groups(consultation)),
        },
    )


@login_required
@require_safe
def progress(request: HttpRequest, slug: str) -> HttpResponse:
    """The live count of what is unanswered; pages ask for it again and again."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    return render(
        request,
        "consultations/_answer_progress.html",
        {"consultation": consultation, "progress": queries.answer_progress(consultation)},
    )


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One remark and the office's position on it."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    remark = find_remark(consultation, number)
    position = _position_on(remark)
    if "wstaw" in request.POST:
        form = _with_template(request, consultation, position)
        return _answer_page(request, remark, form, position)
    form = _position_form(position, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _answer_page(request, remark, form, position)
    try:
        _save(request, remark, form)
    except PositionConflict as conflict:
        form.add_error(None, str(conflict))
        theirs = Position.objects.select_related("prepared_by").get(remark=remark)
        # The next save knowingly replaces what is shown beside the form.
        form.data = {**request.POST.dict(), "revision": theirs.revision}
        return _answer_page(request, remark, form, position, theirs=theirs, status=409)
    except ConsultationError as refused:
        form.add_error(None, str(refused))
        return _answer_page(request, remark, form, position, status=409)
    messages.success(request, _("Stanowisko zapisane."))
    return _next_to_answer(request, remark)


@login_required
@require_POST
def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve the prepared positions that were ticked."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    chosen = Position.objects.filter(
        remark__consultation=consultation, remark__number__in=chosen_numbers(request)
    )
    count = positions.approve_positions(positions=chosen, actor=request.user)
    messages.success(
        request,
        ngettext("Zatwierdzono %(count)d stanowisko.", "Zatwierdzono %(count)d stanowisk.", count)
        % {"count": count},
    )
    if consultation.approval_by_another:
        messages.info(request, _("Stanowiska, które sam(a) przygotowujesz, zatwierdzi ktoś inny."))
    return back_to_workbench(request, consultation)


def note_page(request: HttpRequest, remark: Remark, note_form: NoteForm) -> HttpResponse:
    """The page of :func:`answer` with a note that was refused."""
    position = _position_on(remark)
    return _answer_page(request, remark, _position_form(position), position, note_form=note_form)


def _position_on(remark: Remark) -> Position | None:
    return Position.objects.filter(remark=remark).select_related("prepared_by").first()


def _position_form(position: Position | None, data: QueryDict | None = None) -> PositionForm:
    revision = position.revision if position else 0
    return PositionForm(data, instance=position, initial={"revision": revision})


def _answer_page(
    request: HttpRequest,
    remark: Remark,
    form: PositionForm,
    position: Position | None,
    *,
    theirs: Position | None = None,
    note_form: NoteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    consultation = remark.consultation
    authors = [remark.author_id] if remark.author_id else []
    access_log.record(request, "consultations.authors", authors, about=consultation)
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
            "templates": desk.reply_templates(consultation),
            "attachments": attachments_of(remark),
            "notes": remark.notes.select_related("author"),
            "note_form": note_form or NoteForm(),
            "may_approve": _may_approve(request, consultation, position),
        },
        status=status,
    )


def _may_approve(
    request: HttpRequest, consultation: Consultation, position: Position | None
) -> bool:
    """Whether the button that approves makes sense; the domain decides when it is pressed."""
    if not consultation.approval_by_another:
        return True
    return position is not None and position.prepared_by != request.user


def _with_template(
    request: HttpRequest, consultation: Consultation, position: Position | None
) -> PositionForm:
    """The form as typed so far, with the chosen template added to the reasons."""
    templates = desk.reply_templates(consultation)
    template = get_object_or_404(templates, pk=typed_number(request.POST["wstaw"]))
    typed = request.POST.get("reasons", "").strip()
    return PositionForm(
        instance=position,
        initial={
            "verdict": template.verdict or request.POST.get("verdict"),
            "reasons": f"{typed}\n\n{template.text}" if typed else template.text,
            "revision": request.POST.get("revision", 0),
        },
    )


def _filter(request: HttpRequest, consultation: Consultation) -> RemarkFilter:
    return RemarkFilter(
        request.GET,
        queryset=queries.remarks_for_work(consultation),
        request=request,
        consultation=consultation,
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
    """The next remark of the same filter without a position, or back to the table."""
    consultation = remark.consultation
    waiting: QuerySet[Remark] = _filter(request, consultation).qs
    following = waiting.filter(
        state="submitted", position__isnull=True, number__gt=remark.number
    ).first()
    if "next" not in request.POST or following is None:
        return back_to_workbench(request, consultation)
    response = redirect("consultations:answer", consultation.slug, following.number)
    response["Location"] += f"?{request.GET.urlencode()}" if request.GET else ""
    return response
