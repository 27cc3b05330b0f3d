"""Evidence: what the office adds for the team, what a member adds for their own scores."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from documents.serving import file_response
from documents.storing import delete_stored_file, store_upload
from quality_index.domain import evidence as proofs
from quality_index.models import Evidence, Stage
from quality_index.web.access import Reader, find_reader, require
from quality_index.web.forms import EvidenceForm
from quality_index.web.frame import frame

ADDING = (Stage.PREPARATION, Stage.SCORING, Stage.CONSENSUS)


@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known, what the portal counted, and a form for more."""
    reader = find_reader(request, pk)
    require(reader.manages or reader.seat is not None)
    may_add = reader.assessment.stage in ADDING
    form = EvidenceForm(request.POST or None, request.FILES or None, assessment=reader.assessment)
    if request.method == "POST":
        require(may_add)
        if form.is_valid():
            _add(request, reader, form)
            messages.success(request, _("Dodano dowód."))
            return redirect("quality_index:evidence", pk)
    rows = proofs.evidence_for(reader.assessment, reader.seat)
    hints = proofs.hints_for(reader.assessment)
    counted = {fact.key: fact for facts in hints.values() for fact in facts}
    context = {"form": form, "rows": rows, "facts": counted.values(), "may_add": may_add}
    return render(request, "quality_index/evidence.html", frame(reader, "evidence") | context)


@require_POST
def confirm(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Say that what was carried over still holds."""
    reader = find_reader(request, pk)
    require(reader.manages and reader.assessment.stage in ADDING)
    proofs.confirm_evidence(get_object_or_404(Evidence, assessment=pk, pk=key))
    messages.success(request, _("Potwierdzono dowód."))
    return redirect("quality_index:evidence", pk)


@require_POST
def remove(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Take evidence away: the office its own, a member theirs."""
    reader = find_reader(request, pk)
    row = get_object_or_404(proofs.evidence_for(reader.assessment, reader.seat), pk=key)
    require(reader.assessment.stage in ADDING and _is_own(reader, row))
    proofs.remove_evidence(row)
    messages.success(request, _("Usunięto dowód."))
    return redirect("quality_index:evidence", pk)


@require_safe
def file(request: HttpRequest, pk: int, key: int) -> HttpResponseBase:
    """The file of a piece of evidence, for those who may see it."""
    reader = find_reader(request, pk)
    require(reader.manages or reader.seat is not None)
    rows = proofs.evidence_for(reader.assessment, reader.seat).filter(file__isnull=False)
    row = get_object_or_404(rows, pk=key)
    if row.file is None:
        raise Http404
    return file_response(row.file, as_attachment=True, request=request)


def _is_own(reader: Reader, row: Evidence) -> bool:
    if row.seat_id is None:
        return reader.manages
    return reader.seat is not None and row.seat_id == reader.seat.pk


def _add(request: HttpRequest, reader: Reader, form: EvidenceForm) -> None:
    data: dict[str, Any] = form.cleaned_data
    owner = request.user if isinstance(request.user, User) else None
    stored = store_upload(data["file"], uploaded_by=owner) if data["file"] else None
    try:
        proofs.add_evidence(
            assessment=reader.assessment,
            # Whoever sits in the team adds their own; it opens to others with the scores.
            seat=reader.seat,
            title=data["title"],
            link=data["link"],
            file=stored,
            indicators=data["indicators"],
        )
    except BaseException:
        if stored is not None:
            delete_stored_file(stored)
        raise
