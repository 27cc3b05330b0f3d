"""Pages of imports of initiatives: upload, look, write."""

from __future__ import annotations

from collections import Counter

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.told import Told
from documents.forms import CheckedFileField
from organizations.domain import initiative_imports as domain
from organizations.domain.permissions import can_moderate
from organizations.imports.tables import UnreadableTable
from organizations.models import InitiativeImport
from organizations.web.access import require, signed_in

SHOWN = 200


class InitiativeUploadForm(forms.Form):
    """A file of initiatives and where it comes from."""

    source = forms.CharField(
        label=gettext_lazy("Źródło"),
        max_length=120,
        help_text=gettext_lazy("Np. Mapa inicjatyw gminy Nysa. To samo źródło niczego nie podwoi."),
    )
    file = CheckedFileField(
        label=gettext_lazy("Plik"),
        allowed={"csv", "xlsx", "txt"},
        max_bytes=20 * 1024 * 1024,
        help_text=gettext_lazy("CSV, XLSX albo GeoJSON, do 5000 pozycji. Potrzebne: tytuł, gmina."),
    )


@login_required
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Earlier imports, and a new one."""
    require(can_moderate(request.user))
    form = InitiativeUploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(
                domain.upload_initiatives(
                    source=form.cleaned_data["source"].strip(),
                    upload=form.cleaned_data["file"],
                    by=signed_in(request),
                )
            )
        except UnreadableTable as error:
            form.add_error("file", str(error))
    runs = InitiativeImport.objects.select_related("file", "created_by")[:50]
    return render(request, "organizations/initiative_imports.html", {"form": form, "runs": runs})


@login_required
@require_http_methods(["GET", "POST"])
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """What would happen, row by row; then the writing."""
    require(can_moderate(request.user))
    found = get_object_or_404(InitiativeImport.objects.select_related("file"), pk=pk)
    if request.method == "POST":
        with Told(request, _("Zapisano na mapie.")):
            domain.write_import(found)
        return redirect(found)
    rows = [] if found.written_at else domain.weigh_import(found)
    counts = Counter(weighed.outcome for weighed in rows)
    # Mistakes first: they are what the moderator must see.
    rows.sort(key=lambda weighed: (weighed.outcome != "wrong", weighed.row.number))
    return render(
        request,
        "organizations/initiative_import.html",
        {
            "run": found,
            "rows": rows[:SHOWN],
            "more": max(len(rows) - SHOWN, 0),
            "counts": counts,
            "can_write": counts["new"] + counts["changed"] > 0,
        },
    )
