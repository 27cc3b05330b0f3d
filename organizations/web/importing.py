"""Pages of imports: upload, columns, preview, progress, mistakes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.told import Told
from documents.forms import CheckedFileField
from documents.serving import file_response
from organizations.domain import importing
from organizations.domain.permissions import can_import_registers
from organizations.imports.columns import TARGETS, guess_mapping
from organizations.imports.tables import UnreadableTable
from organizations.models import ImportRun, ImportSource, ImportStage
from organizations.web.access import require
from pages.forms import DateInput


class UploadForm(forms.Form):
    """A register and its day."""

    source = forms.CharField(
        label=gettext_lazy("Źródło"),
        max_length=120,
        help_text=gettext_lazy(
            "Np. Wykaz stowarzyszeń starosty nyskiego. Dla znanego źródła pamiętamy kolumny."
        ),
    )
    checked_on = forms.DateField(
        label=gettext_lazy("Stan danych na dzień"), widget=DateInput, initial=timezone.localdate
    )
    file = CheckedFileField(
        label=gettext_lazy("Plik"), allowed={"csv", "xlsx"}, max_bytes=300 * 1024 * 1024
    )

    def begin(self, user: Any) -> ImportRun:
        """Keep the file; what is no table becomes the field's error."""
        source, _created = ImportSource.objects.get_or_create(
            name=self.cleaned_data["source"].strip()
        )
        return importing.upload_register(
            source=source,
            upload=self.cleaned_data["file"],
            checked_on=self.cleaned_data["checked_on"],
            user=user,
        )


class MappingForm(forms.Form):
    """Which column is what."""

    def __init__(self, *args: Any, headers: list[str], mapping: dict[str, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.headers = headers
        choices = [("", gettext_lazy("pomiń")), *((t.field, t.label) for t in TARGETS)]
        guessed = guess_mapping(headers)
        for number, header in enumerate(headers):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=header,
                choices=choices,
                required=False,
                initial=mapping.get(header) or guessed.get(header, ""),
            )

    def clean(self) -> dict[str, Any]:
        """A value comes from one column only; a name and a number must come."""
        data = super().clean() or {}
        chosen = [value for value in data.values() if value]
        if len(chosen) != len(set(chosen)):
            raise ValidationError(_("Jedna wartość nie może pochodzić z dwóch kolumn."))
        if "name" not in chosen or not {"krs", "nip", "regon"} & set(chosen):
            raise ValidationError(
                _("Wskaż kolumnę z nazwą i kolumnę z numerem KRS, NIP lub REGON.")
            )
        return data

    @property
    def mapping(self) -> dict[str, str]:
        """Our fields by column titles."""
        return {
            header: self.cleaned_data[f"column_{number}"]
            for number, header in enumerate(self.headers)
        }


@login_required
@require_http_methods(["GET", "POST"])
def import_list(request: HttpRequest) -> HttpResponse:
    """Earlier imports, and a new one."""
    require(can_import_registers(request.user))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(form.begin(request.user))
        except UnreadableTable as error:
            form.add_error("file", str(error))
    runs = ImportRun.objects.select_related("source", "file", "created_by")[:50]
    sources = ImportSource.objects.values_list("name", flat=True)
    return render(
        request, "organizations/imports.html", {"form": form, "runs": runs, "sources": sources}
    )


@login_required
@require_GET
def import_run(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a run stands; HTMX asks again while a worker is busy."""
    require(can_import_registers(request.user))
    run = _find(pk)
    context: dict[str, Any] = {"run": run}
    if run.stage == ImportStage.UPLOADED:
        context["form"] = MappingForm(headers=importing.headers_of(run), mapping=run.source.mapping)
    template = "_import_progress.html" if request.htmx else "import_run.html"  # type: ignore[attr-defined]
    return render(request, f"organizations/{template}", context)


@login_required
@require_POST
def map_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the columns and start the check."""
    require(can_import_registers(request.user))
    run = _find(pk)
    form = MappingForm(request.POST, headers=importing.headers_of(run), mapping=run.source.mapping)
    if not form.is_valid():
        return render(request, "organizations/import_run.html", {"run": run, "form": form})
    with Told(request):
        importing.map_columns(run, form.mapping)
    return redirect(run)


@login_required
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the preview showed."""
    require(can_import_registers(request.user))
    run = _find(pk)
    with Told(request):
        importing.agree(run)
    return redirect(run)


@login_required
@require_GET
def error_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Rows that were not taken over, with reasons."""
    require(can_import_registers(request.user))
    run = get_object_or_404(ImportRun.objects.select_related("error_file"), pk=pk)
    if run.error_file is None:
        return redirect(run)
    return file_response(run.error_file, as_attachment=True, request=request)


def _find(pk: int) -> ImportRun:
    return get_object_or_404(
        ImportRun.objects.select_related("source", "file", "error_file"), pk=pk
    )
