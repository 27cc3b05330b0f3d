"""Results on pages and in files; open answers and their tags."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.typed_numbers import typed_number
from documents.exports import FORMATS
from surveys.domain import permissions, tagging
from surveys.domain.comparing import compare
from surveys.domain.crossing import Crossing, crossed_questions, facts_for
from surveys.domain.drawing import with_charts
from surveys.domain.kept_files import filled, results_file
from surveys.domain.reporting import write_microdata
from surveys.domain.results import Results, hidden_note
from surveys.models import Survey
from surveys.web.access import find_kept_survey, find_survey, require

ANSWERS_PER_PAGE = 25


class CrossForm(forms.Form):
    """Which question by which fact."""

    pytanie = forms.ChoiceField(label=gettext_lazy("Pytanie"))
    wedlug = forms.ChoiceField(label=gettext_lazy("Według"))

    def __init__(self, *args: Any, survey: Survey, results: Results, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        questions = [(q.key, q.said("text")) for q in crossed_questions(results)]
        facts = [(fact.key, str(fact.label)) for fact in facts_for(survey)]
        self.fields["pytanie"].choices = questions  # type: ignore[attr-defined]
        self.fields["wedlug"].choices = facts  # type: ignore[attr-defined]


@require_safe
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """Frequencies with charts; any question by any fact; earlier editions."""
    survey = _survey(request, pk)
    return render(request, "surveys/results.html", results_context(request, survey))


def results_context(request: HttpRequest, survey: Survey) -> dict[str, Any]:
    """What ``surveys/_results.html`` shows; other parts may put it on their own pages."""
    crossing = Crossing.of(survey)
    found = crossing.results
    asked = CrossForm(request.GET or None, survey=survey, results=found)
    crosses = None
    if "pytanie" in request.GET and asked.is_valid():
        crosses = crossing.tables(asked.cleaned_data["pytanie"], asked.cleaned_data["wedlug"])
    return {
        "survey": survey,
        "results": found,
        "shown": with_charts(found),
        "hidden_note": hidden_note(),
        "cross_form": asked if facts_for(survey) and found.total else None,
        "crosses": crosses,
        "editions": compare(survey),
        "formats": list(FORMATS),
        "can_manage": permissions.can_manage_survey(request.user, survey),
    }


@require_safe
def export(request: HttpRequest, pk: int, format: str) -> HttpResponse | FileResponse:
    """The results in one of the formats."""
    survey = _survey(request, pk)
    if format not in FORMATS:
        raise Http404
    return FileResponse(
        results_file(survey, format),
        as_attachment=True,
        filename=f"wyniki-{survey.pk}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )


@login_required
@require_safe
def microdata(request: HttpRequest, pk: int) -> HttpResponse | FileResponse:
    """Single answers with their codebook, for those who run the survey."""
    survey = find_kept_survey(request, pk)
    return FileResponse(
        filled(lambda stream: write_microdata(survey, stream)),
        as_attachment=True,
        filename=f"dane-{survey.pk}.zip",
        content_type="application/zip",
    )


@login_required
@require_safe
def open_answers(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers in people's own words, to read and to tag."""
    survey = find_kept_survey(request, pk)
    questions = tagging.open_questions(survey)
    keys = [question.key for question in questions]
    key = request.GET.get("pytanie", "")
    key = key if key in keys else next(iter(keys), "")
    rows = tagging.open_answers(survey, key)
    page = Paginator(rows, ANSWERS_PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "surveys/open_answers.html",
        {
            "survey": survey,
            "questions": questions,
            "key": key,
            "page": page,
            "answers": [(row, row.answers.get(key, "")) for row in page],
            "used_tags": tagging.used_tags(survey, key),
        },
    )


@login_required
@require_POST
def tag_answer(request: HttpRequest, pk: int, response: int) -> HttpResponse:
    """Put tags on one open answer."""
    survey = find_kept_survey(request, pk)
    row = get_object_or_404(survey.responses.counted(), pk=response)
    key = request.POST.get("pytanie", "")
    if key not in {question.key for question in tagging.open_questions(survey)}:
        raise Http404
    tagging.set_tags(row, key, request.POST.get("etykiety", ""))
    messages.success(request, _("Zapisano etykiety."))
    page = typed_number(request.POST.get("strona")) or 1
    address = reverse("surveys:open_answers", args=[pk])
    return redirect(f"{address}?pytanie={key}&page={page}")


def _survey(request: HttpRequest, pk: int) -> Survey:
    survey = find_survey(request, pk)
    require(permissions.can_see_results(request.user, survey))
    return survey
