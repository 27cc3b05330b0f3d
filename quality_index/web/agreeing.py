"""The consensus meeting: where the sides differ, and what was agreed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quality_index.domain import consensus
from quality_index.domain.errors import AgreementConflict, IndexRefusal
from quality_index.domain.evidence import evidence_for, hints_for
from quality_index.domain.gaps import GapRow, gap_rows
from quality_index.domain.results import sides_index
from quality_index.models import AgreedScore, Assessment, Side
from quality_index.web.access import Reader, find_reader, require
from quality_index.web.forms import AgreedForm
from quality_index.web.frame import frame


@require_safe
def gaps(request: HttpRequest, pk: int) -> HttpResponse:
    """All indicators, those seen most differently first."""
    reader = find_reader(request, pk)
    require(reader.sees_scores)
    rows = gap_rows(reader.assessment)
    sides = sides_index(reader.assessment)
    return render(
        request,
        "quality_index/gaps.html",
        frame(reader, "gaps")
        | {
            "rows": rows,
            "agreed_count": sum(row.agreed is not None for row in rows),
            "administration": sides[Side.ADMINISTRATION],
            "ngo": sides[Side.NGO],
        },
    )


@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, pk: int, indicator: str) -> HttpResponse:
    """One indicator: both sides' scores and comments, and the team's agreement."""
    reader = find_reader(request, pk)
    require(reader.sees_scores)
    rows = gap_rows(reader.assessment)
    row = next((row for row in rows if row.indicator.key == indicator), None)
    if row is None:
        get_object_or_404(reader.assessment.version.indicators, key=indicator)
        return redirect("quality_index:gaps", pk)
    if request.method == "POST":
        require(reader.agrees)
    form = AgreedForm(request.POST or None, indicator=row.indicator, agreed=row.agreed)
    if request.method != "POST" or not form.is_valid():
        return _page(request, reader, row, form)
    try:
        _save(request, reader.assessment, row, form)
    except AgreementConflict as conflict:
        form.add_error(None, str(conflict))
        theirs = AgreedScore.objects.get(assessment=reader.assessment, indicator=row.indicator)
        # The next save knowingly replaces what is shown beside the form.
        form.data = {**request.POST.dict(), "revision": theirs.revision}
        return _page(request, reader, row, form, theirs=theirs, status=409)
    except IndexRefusal as refused:
        form.add_error(None, str(refused))
        return _page(request, reader, row, form, status=409)
    messages.success(request, _("Uzgodniono: %(name)s.") % {"name": row.indicator.label})
    return _next(pk, rows, row)


@require_POST
def agree_unanimous(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over whatever everybody scored the same."""
    reader = find_reader(request, pk)
    require(reader.agrees)
    count = consensus.accept_unanimous(assessment=reader.assessment, actor=request.user)
    messages.success(
        request,
        ngettext(
            "Przyjęto %(count)d wskaźnik oceniony przez wszystkich tak samo.",
            "Przyjęto %(count)d wskaźników ocenionych przez wszystkich tak samo.",
            count,
        )
        % {"count": count},
    )
    return redirect("quality_index:gaps", pk)


def _save(request: HttpRequest, assessment: Assessment, row: GapRow, form: AgreedForm) -> None:
    consensus.save_agreed(
        assessment=assessment,
        indicator=row.indicator,
        value=form.value,
        reasons=form.cleaned_data["reasons"],
        dissent=form.cleaned_data["dissent"],
        actor=request.user,
        revision=form.cleaned_data["revision"],
    )


def _page(
    request: HttpRequest,
    reader: Reader,
    row: GapRow,
    form: AgreedForm,
    *,
    theirs: AgreedScore | None = None,
    status: int = 200,
) -> HttpResponse:
    proofs = [
        proof
        for proof in evidence_for(reader.assessment, reader.seat)
        if row.indicator.pk in {indicator.pk for indicator in proof.indicators.all()}
    ]
    context: dict[str, Any] = {
        "row": row,
        "form": form,
        "theirs": theirs,
        "evidence": proofs,
        "hints": hints_for(reader.assessment).get(row.indicator.key, []),
    }
    return render(
        request, "quality_index/agree.html", frame(reader, "gaps") | context, status=status
    )


def _next(pk: int, rows: list[GapRow], done: GapRow) -> HttpResponse:
    """On to the next indicator that nobody has agreed on."""
    for row in rows:
        if row.agreed is None and row.indicator.pk != done.indicator.pk:
            return redirect("quality_index:agree", pk, row.indicator.key)
    return redirect("quality_index:gaps", pk)
