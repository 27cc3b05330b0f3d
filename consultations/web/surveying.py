"""The survey on a consultation: the tab that everybody sees, and what the office does there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.told import Told
from consultations.domain import permissions, surveys
from consultations.domain.errors import ConsultationError
from consultations.models import Consultation
from consultations.web.access import find_consultation, require
from consultations.web.frame import frame
from surveys.domain.drawing import with_charts
from surveys.domain.listing import published_versions_of
from surveys.domain.results import hidden_note, results_of
from surveys.models import Survey, Version


class AddSurveyForm(forms.Form):
    """Which questions to ask."""

    version = forms.ModelChoiceField(
        label=gettext_lazy("Kwestionariusz"), queryset=Version.objects.none()
    )
    title = forms.CharField(label=gettext_lazy("Tytuł ankiety"), max_length=200)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].queryset = published_versions_of(user)  # type: ignore[attr-defined]


@require_safe
def survey_tab(request: HttpRequest, slug: str) -> HttpResponse:
    """Surveys on the consultation: the way to the questions, and later the results."""
    consultation = find_consultation(request, slug)
    may_see = permissions.can_see_positions(request.user, consultation)
    found = [_shown(survey, may_see) for survey in surveys.surveys_of(consultation)]
    context = {
        "surveys": found,
        "hidden_note": hidden_note(),
        "may_add": consultation.stage in surveys.ADDING,
    }
    return render(
        request, "consultations/surveys.html", frame(request, consultation, "survey") | context
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_survey(request: HttpRequest, slug: str) -> HttpResponse:
    """A survey for the term of the consultation."""
    consultation = _managed(request, slug)
    form = AddSurveyForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Ankieta jest dodana. Trwa tak długo jak konsultacje."), form):
            surveys.add_survey(consultation=consultation, actor=request.user, **form.cleaned_data)
            return redirect("consultations:surveys", slug)
    return render(
        request, "consultations/add_survey.html", {"consultation": consultation, "form": form}
    )


@login_required
@require_POST
def remove_survey(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Take away a survey that nobody has answered."""
    consultation = _managed(request, slug)
    survey = get_object_or_404(surveys.surveys_of(consultation), pk=key)
    try:
        surveys.remove_survey(consultation=consultation, survey=survey)
        messages.success(request, _("Ankieta jest usunięta."))
    except ConsultationError as refused:
        messages.error(request, str(refused))
    return redirect("consultations:surveys", slug)


def _managed(request: HttpRequest, slug: str) -> Consultation:
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    return consultation


def _shown(survey: Survey, may_see_results: bool) -> dict[str, Any]:
    if not (survey.is_published or (may_see_results and survey.has_begun)):
        return {"survey": survey}
    results = results_of(survey)
    return {
        "survey": survey,
        "results": results,
        "shown": with_charts(results, key=f"a{survey.pk}-"),
    }
