"""Bringing in a past year of a body, and versions of the questionnaire."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from documents.uploads.kinds import KINDS
from quality_index.domain import past_years, permissions, questionnaires
from quality_index.domain.errors import IndexRefusal
from quality_index.exports.questionnaire import write_questionnaire
from quality_index.imports.past_year import SheetUnreadable, read_past_year
from quality_index.imports.questionnaire import QuestionnaireUnreadable, read_questionnaire
from quality_index.models import QuestionnaireVersion, VersionState
from quality_index.web.access import find_body, require
from quality_index.web.forms import QuestionnaireForm, SheetForm


@login_required
@require_http_methods(["GET", "POST"])
def past_year(request: HttpRequest, slug: str) -> HttpResponse:
    """Take over agreed scores of a past year from a sheet."""
    body = find_body(slug)
    require(permissions.can_run_index(request.user, body))
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        keys = list(version.indicators.values_list("key", flat=True))
        source = form.cleaned_data["sheet"].file
        source.seek(0)
        try:
            assessment = past_years.take_over_year(
                body=body,
                year=form.cleaned_data["year"],
                version=version,
                scores=read_past_year(source.read(), keys),
                actor=request.user,
            )
        except SheetUnreadable as unreadable:
            for problem in unreadable.problems:
                form.add_error("sheet", problem)
        except IndexRefusal as refused:
            form.add_error("year", str(refused))
        else:
            messages.success(request, _("Wczytano oceny. Sprawdź wynik i opublikuj go."))
            return redirect("quality_index:results", assessment.pk)
    context = {
        "form": form,
        "title": _("Wczytaj miniony rok"),
        "lead": body.name,
        "submit": _("Wczytaj"),
    }
    return render(request, "layouts/form.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def add_questionnaire(request: HttpRequest) -> HttpResponse:
    """A new draft version from a file."""
    require(permissions.can_keep_questionnaires(request.user))
    form = QuestionnaireForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        source = form.cleaned_data["source"]
        is_sheet = source.name.lower().endswith(".xlsx")
        try:
            text = read_questionnaire(source.read(), is_sheet=is_sheet)
        except QuestionnaireUnreadable as unreadable:
            for problem in unreadable.problems:
                form.add_error("source", problem)
        else:
            version = questionnaires.add_version(text)
            messages.success(request, _("Wczytano wersję. Sprawdź ją i opublikuj."))
            return redirect(version)
    context = {
        "form": form,
        "title": _("Nowa wersja kwestionariusza"),
        "lead": _("Opublikowanej wersji nie da się zmienić; zmiany wchodzą jako nowa wersja."),
        "submit": _("Wczytaj"),
    }
    return render(request, "layouts/form.html", context)


@login_required
@require_POST
def publish_questionnaire(request: HttpRequest, number: int) -> HttpResponse:
    """From now on the version can be used and never changes."""
    require(permissions.can_keep_questionnaires(request.user))
    version = get_object_or_404(QuestionnaireVersion, number=number)
    try:
        questionnaires.publish_version(version)
    except IndexRefusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Opublikowano wersję kwestionariusza."))
    return redirect(version)


@require_safe
def questionnaire_file(request: HttpRequest, number: int) -> HttpResponse:
    """A version as a sheet that can be edited and read in again."""
    versions = QuestionnaireVersion.objects.all()
    if not permissions.can_keep_questionnaires(request.user):
        versions = versions.filter(state=VersionState.PUBLISHED)
    version = get_object_or_404(versions, number=number)
    stream = BytesIO()
    write_questionnaire(version, stream)
    response = HttpResponse(stream.getvalue(), content_type=KINDS["xlsx"].content_type)
    response["Content-Disposition"] = f'attachment; filename="lijw-kwestionariusz-{number}.xlsx"'
    return response
