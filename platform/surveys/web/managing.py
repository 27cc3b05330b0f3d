"""Running a survey: beginning, term, invitations, reminders, publication."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.posted_from import posted_from
from accounts.told import Told
from surveys.domain import collecting, inviting
from surveys.domain.listing import response_counts
from surveys.models import Survey, VersionState
from surveys.web.access import find_kept_survey, find_questionnaire
from surveys.web.managing_forms import ConclusionsForm, InviteForm, StartForm, TermForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, key: str) -> HttpResponse:
    """Ask the newest published version."""
    questionnaire = find_questionnaire(request, key)
    version = questionnaire.versions.filter(state=VersionState.PUBLISHED).last()
    if version is None:
        messages.error(request, _("Najpierw opublikuj kwestionariusz."))
        return redirect(questionnaire)
    form = StartForm(request.POST or None, initial={"title": version.title})
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Ankieta jest gotowa."), form):
            survey = collecting.open_survey(
                version=version,
                owner=questionnaire.owner,
                actor=request.user,
                **form.cleaned_data,
            )
            return redirect("surveys:manage", survey.pk)
    return render(
        request,
        "surveys/builder_form.html",
        {"form": form, "title": _("Rozpocznij ankietę"), "questionnaire": questionnaire},
    )


@login_required
@require_safe
def manage(request: HttpRequest, pk: int) -> HttpResponse:
    """How the survey goes and what can be done."""
    survey = find_kept_survey(request, pk)
    return _page(request, survey)


@login_required
@posted_from("surveys:manage")
def change_term(request: HttpRequest, pk: int) -> HttpResponse:
    """A later or earlier end, or an end right now."""
    survey = find_kept_survey(request, pk)
    if "teraz" in request.POST:
        with Told(request, _("Ankieta jest zakończona.")):
            collecting.end_now(survey=survey)
        return redirect("surveys:manage", pk)
    form = TermForm(request.POST)
    if form.is_valid():
        with Told(request, _("Zmieniono koniec ankiety."), form):
            collecting.change_term(survey=survey, closes_at=form.cleaned_data["closes_at"])
            return redirect("surveys:manage", pk)
    return _page(request, survey, term_form=form)


@login_required
@posted_from("surveys:manage")
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Personal links to addresses."""
    survey = find_kept_survey(request, pk)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, survey, invite_form=form)
    count = inviting.invite_addresses(
        survey=survey,
        invited=[(email, name, "") for email, name in form.cleaned_data["addresses"]],
        actor=request.user,  # type: ignore[arg-type]
    )
    messages.success(
        request,
        ngettext("Wysyłamy %(count)d zaproszenie.", "Wysyłamy %(count)d zaproszeń.", count)
        % {"count": count},
    )
    return redirect("surveys:manage", pk)


@login_required
@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """A reminder to those who have not answered yet."""
    survey = find_kept_survey(request, pk)
    count = inviting.remind(survey=survey, actor=request.user)  # type: ignore[arg-type]
    messages.success(
        request,
        ngettext("Wysyłamy %(count)d przypomnienie.", "Wysyłamy %(count)d przypomnień.", count)
        % {"count": count},
    )
    return redirect("surveys:manage", pk)


@login_required
@posted_from("surveys:manage")
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the results to everybody, with conclusions."""
    survey = find_kept_survey(request, pk)
    form = ConclusionsForm(request.POST, instance=get_object_or_404(Survey, pk=pk))
    if form.is_valid():
        with Told(request, _("Wyniki są ogłoszone."), form):
            collecting.publish_results(
                survey=survey, actor=request.user, conclusions=form.cleaned_data["conclusions"]
            )
            return redirect("surveys:manage", pk)
    return _page(request, survey, conclusions_form=form)


def _page(request: HttpRequest, survey: Survey, **forms: Any) -> HttpResponse:
    term = {"closes_at": survey.closes_at}
    context = {
        "survey": survey,
        "counts": response_counts(survey),
        "term_form": TermForm(initial=term),
        "invite_form": InviteForm(),
        "conclusions_form": ConclusionsForm(instance=survey),
    }
    return render(request, "surveys/manage.html", context | forms)
