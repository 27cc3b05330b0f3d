"""Pages of filled remark forms: bringing them, the preview, corrections, writing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.typed_numbers import typed_number
from consultations.domain import import_corrections as corrections
from consultations.domain import import_preview, import_progress, permissions, remark_imports
from consultations.domain.errors import ConsultationError
from consultations.domain.import_writing import confirm_import
from consultations.models import Consultation, RemarkImport, RemarkImportFile, RemarkImportRow
from consultations.web.access import find_consultation, require
from consultations.web.frame import frame
from consultations.web.import_forms import BringFormsForm, ImportFileForm, ImportRowForm
from pages.requests import PortalRequest

ROWS_PER_PAGE = 50
IMPORTS_PER_PAGE = 20


@login_required
@require_http_methods(["GET", "POST"])
def import_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Batches brought so far, and a new one."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    form = BringFormsForm(request.POST or None, request.FILES or None, consultation=consultation)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(
                remark_imports.bring_forms(
                    consultation=consultation,
                    uploads=form.cleaned_data["filled"],
                    origin=form.origin,
                    actor=request.user,
                )
            )
        except ConsultationError as refused:
            form.add_error(None, str(refused))
            status = 409
    batches = import_preview.batches_of(consultation)
    page = Paginator(batches, IMPORTS_PER_PAGE).get_page(request.GET.get("page"))
    context = frame(request, consultation, "workbench") | {"form": form, "page": page}
    return render(request, "consultations/remark_imports.html", context, status=status)


@login_required
@require_safe
def preview(request: PortalRequest, slug: str, key: int) -> HttpResponse:
    """What would happen with each row; HTMX asks again while a worker is busy."""
    consultation, batch = _find(request, slug, key)
    if request.htmx and batch.is_at_work:
        context = {"batch": batch, "rows_read": import_progress.progress_of(batch.pk)}
        return render(request, "consultations/_import_at_work.html", context)
    if request.htmx:
        # The whole page is another one now.
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return _preview_page(request, consultation, batch)


@login_required
@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, slug: str, key: int, row: int) -> HttpResponse:
    """One row with all its texts, to be corrected."""
    consultation, batch = _find(request, slug, key)
    found = get_object_or_404(
        RemarkImportRow.objects.select_related("source__file", "source__batch", "provision"),
        source__batch=batch,
        pk=row,
        remark__isnull=True,
    )
    form = ImportRowForm(request.POST or None, instance=found, consultation=consultation)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            # The form has put its data on its own object; the domain starts from what is stored.
            found.refresh_from_db()
            corrections.correct_row(row=found, content=form.content)
            messages.success(request, _("Wiersz poprawiony."))
            return redirect(batch)
        except ConsultationError as refused:
            form.add_error(None, str(refused))
            status = 409
    context = {
        "consultation": consultation,
        "batch": batch,
        "row": found,
        "form": form,
        "citations": import_preview.citations(consultation),
    }
    return render(request, "consultations/remark_import_row.html", context, status=status)


@login_required
@require_POST
def place(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Units written beside rows in the table."""
    _consultation, batch = _find(request, slug, key)
    sign = "jednostka-"
    typed = {
        name.removeprefix(sign): unit
        for name, unit in request.POST.dict().items()
        if name.startswith(sign)
    }
    chosen = {row: unit for text, unit in typed.items() if (row := typed_number(text)) is not None}
    try:
        unclear = corrections.place_rows(batch=batch, chosen=chosen)
    except ConsultationError as refused:
        messages.error(request, str(refused))
        return redirect(batch)
    if unclear:
        sentence = ngettext(
            "W %(count)d wierszu nadal nie wiadomo, o którą jednostkę chodzi.",
            "W %(count)d wierszach nadal nie wiadomo, o którą jednostkę chodzi.",
            len(unclear),
        )
        messages.warning(request, sentence % {"count": len(unclear)})
    else:
        messages.success(request, _("Jednostki zapisane."))
    return redirect(_with_filters(batch, request))


@login_required
@require_POST
def correct_file(request: HttpRequest, slug: str, key: int, file: int) -> HttpResponse:
    """Who sent one form, how and when."""
    consultation, batch = _find(request, slug, key)
    source = get_object_or_404(
        RemarkImportFile.objects.select_related("organization"), batch=batch, pk=file
    )
    form = ImportFileForm(request.POST, source=source)
    if not form.is_valid():
        return _preview_page(request, consultation, batch, wrong=form)
    try:
        corrections.correct_file(source=source, content=form.content)
        messages.success(request, _("Zmiany zapisane."))
    except ConsultationError as refused:
        messages.error(request, str(refused))
    return redirect(batch)


@login_required
@require_POST
def confirm(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Write the new rows as remarks."""
    _consultation, batch = _find(request, slug, key)
    try:
        confirmed = confirm_import(batch=batch, actor=request.user)
    except ConsultationError as refused:
        messages.error(request, str(refused))
    else:
        if not confirmed.is_at_work:
            messages.success(request, _("Uwagi zapisane."))
    return redirect(batch)


@login_required
@require_POST
def drop(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Throw the forms away; written remarks stay."""
    consultation, batch = _find(request, slug, key)
    try:
        corrections.drop_import(batch=batch)
    except ConsultationError as refused:
        messages.error(request, str(refused))
        return redirect(batch)
    messages.success(request, _("Formularze usunięte. Zapisane z nich uwagi pozostały."))
    return redirect("consultations:remark_imports", consultation.slug)


@login_required
@require_safe
def errors(request: HttpRequest, slug: str, key: int) -> FileResponse:
    """The rows that cannot be written yet, with the reason beside each."""
    _consultation, batch = _find(request, slug, key)
    return FileResponse(
        import_preview.open_rows_as_sheet(batch),
        as_attachment=True,
        filename=f"wiersze-do-poprawienia-{batch.pk}.csv",
        content_type="text/csv; charset=utf-8",
    )


def _find(request: HttpRequest, slug: str, key: int) -> tuple[Consultation, RemarkImport]:
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    batch = get_object_or_404(RemarkImport, consultation=consultation, pk=key)
    batch.consultation = consultation
    return consultation, batch


def _preview_page(
    request: HttpRequest,
    consultation: Consultation,
    batch: RemarkImport,
    wrong: ImportFileForm | None = None,
) -> HttpResponse:
    status = request.GET.get("stan", "")
    rows = import_preview.rows_of(batch, status)
    page = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    sources = list(import_preview.files_of(batch))
    forms = [
        wrong
        if wrong is not None and wrong.source.pk == source.pk
        else ImportFileForm(source=source)
        for source in sources
    ]
    context: dict[str, Any] = {
        "batch": batch,
        "counts": import_preview.counts_of(batch),
        "status": status,
        "page": page,
        "files": list(zip(sources, forms, strict=True)),
        "citations": import_preview.citations(consultation),
        "wrong": wrong,
    }
    return render(
        request,
        "consultations/remark_import.html",
        frame(request, consultation, "workbench") | context,
    )


def _with_filters(batch: RemarkImport, request: HttpRequest) -> str:
    query = request.GET.urlencode()
    return f"{batch.get_absolute_url()}?{query}" if query else batch.get_absolute_url()
