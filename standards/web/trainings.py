"""Records of trainings, entered by hand."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from standards.domain import permissions, queries
from standards.domain.trainings import Attended, record_training
from standards.models import Side
from standards.web.access import require
from standards.web.form_page import form_page
from standards.web.group_forms import AttendanceFormSet, TrainingForm
from standards.web.uploads import stored

PAGE_SIZE = 30


@require_safe
def training_list(request: HttpRequest) -> HttpResponse:
    """Trainings and meetings that took place, the newest first."""
    page = Paginator(queries.trainings_for_list(), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "can_create": permissions.can_create(request.user),
        "section_tab": "trainings",
    }
    return render(request, "standards/trainings.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    """Enter a training with its attendance by office."""
    require(permissions.can_create(request.user))
    form = TrainingForm(
        request.POST or None,
        request.FILES or None,
        user=request.user,
        initial={"standard": request.GET.get("standard")},
    )
    rows = AttendanceFormSet(request.POST or None, prefix="osoby")
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        attended = [
            Attended(
                Side.ADMINISTRATION if row["public_body"] else Side.NGO,
                row["people"],
                row["public_body"],
            )
            for row in rows.cleaned_data
            if row
        ]
        if attended:
            with stored(form.cleaned_data.pop("upload"), request.user) as file:
                record_training(
                    **form.cleaned_data, attended=attended, file=file, actor=request.user
                )
            messages.success(request, _("Szkolenie zapisane."))
            return redirect("standards:trainings")
        form.add_error(None, _("Wpisz, ile osób wzięło udział."))
    return form_page(
        request,
        form,
        title=_("Zapisz szkolenie"),
        lead=_("Wpisz, ile osób z którego urzędu i ile ze strony organizacji wzięło udział."),
        submit=_("Zapisz"),
        back=reverse("standards:trainings"),
        parent=_("Szkolenia"),
        multipart=True,
        rows=rows,
        rows_title=_("Uczestnicy"),
    )
