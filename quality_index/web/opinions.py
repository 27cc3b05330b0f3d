"""Surveys of NGOs: opening one, answering it, reading what it says."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from quality_index.domain import opinions, permissions
from quality_index.domain.errors import IndexRefusal
from quality_index.models import OpinionSurvey
from quality_index.web.access import find_body, find_reader, require
from quality_index.web.forms import OpinionForm, SurveyForm


@login_required
@require_http_methods(["GET", "POST"])
def open_pulse(request: HttpRequest, slug: str) -> HttpResponse:
    """Five questions to NGOs between assessments."""
    body = find_body(slug)
    require(permissions.can_run_index(request.user, body))
    form = SurveyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        survey = opinions.open_survey(body=body, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Ankieta trwa. Obserwujący urząd już wiedzą."))
        return redirect(survey)
    return _form_page(request, form, _("Krótka ankieta wśród organizacji"), body.name)


@login_required
@require_http_methods(["GET", "POST"])
def open_broad(request: HttpRequest, pk: int) -> HttpResponse:
    """A question about each area, beside the team of an assessment."""
    reader = find_reader(request, pk)
    require(reader.manages and not reader.assessment.has_results)
    form = SurveyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        survey = opinions.open_survey(
            body=reader.assessment.body,
            assessment=reader.assessment,
            actor=request.user,
            **form.cleaned_data,
        )
        messages.success(request, _("Szeroka ankieta trwa."))
        return redirect(survey)
    return _form_page(request, form, _("Szeroka ankieta wśród organizacji"), str(reader.assessment))


@require_http_methods(["GET", "POST"])
def survey(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions while the survey lasts, the means when it is over."""
    row = get_object_or_404(OpinionSurvey.objects.select_related("body", "assessment"), pk=pk)
    may_answer = permissions.can_answer_survey(request.user)
    questions = [question | {"text": _(question["text"])} for question in row.questions]
    # A survey may be sent with every question left open.
    data = request.POST if request.method == "POST" else None
    form = OpinionForm(data, questions=questions)
    status = 200
    if request.method == "POST":
        require(may_answer)
        if form.is_valid():
            try:
                opinions.answer_survey(survey=row, user=request.user, values=form.values())
            except IndexRefusal as refused:
                form.add_error(None, str(refused))
                status = 409
            else:
                messages.success(request, _("Dziękujemy. Odpowiedź zapisano bez nazwiska."))
                return redirect("quality_index:body", row.body.slug)
    has_answered = request.user.is_authenticated and row.turnout.filter(user=request.user).exists()
    context = {
        "survey": row,
        "form": form,
        "may_answer": may_answer,
        "has_answered": has_answered,
        "result": opinions.results_of(row),
        "manages": permissions.can_run_index(request.user, row.body),
        "turnout": row.turnout.count(),
    }
    return render(request, "quality_index/survey.html", context, status=status)


def _form_page(request: HttpRequest, form: SurveyForm, title: str, lead: str) -> HttpResponse:
    context = {"form": form, "title": title, "lead": lead, "submit": _("Rozpocznij ankietę")}
    return render(request, "layouts/form.html", context)
