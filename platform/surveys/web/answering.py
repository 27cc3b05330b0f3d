"""Answering: for oneself, for an organization, or by a personal link."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

import notifications
from accounts.typed_numbers import typed_number
from surveys import respondents
from surveys.domain import collecting, inviting, permissions
from surveys.domain.answering import AnswerForm, answer_form, shown_answers
from surveys.domain.errors import ChangedMeanwhile, SurveyError
from surveys.domain.listing import survey_lists
from surveys.models import Response, Survey
from surveys.respondents import Respondent
from surveys.web.access import find_link, find_survey, sign_in_first

# Sent by static/js/autosave.js.
AUTOSAVE = "X-Autosave"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at the questions of a survey: who answers, what is saved, where to return."""

    survey: Survey
    respondent: Respondent
    response: Response | None
    back_to: str
    by_link: bool = False

    @property
    def revision(self) -> int | None:
        """The state of the saved answers that the person saw."""
        return self.response.revision if self.response else None


@require_safe
def survey_list(request: HttpRequest) -> HttpResponse:
    """What may be answered now, and results of what is over."""
    lists = survey_lists(request.user, request.GET.get("page"))
    may_create = permissions.can_create_questionnaire(request.user)
    return render(request, "surveys/list.html", {"lists": lists, "may_create": may_create})


@require_safe
def survey(request: HttpRequest, pk: int) -> HttpResponse:
    """What the survey is about, until when it takes answers, and the way to the questions."""
    survey = find_survey(request, pk)
    kind = respondents.kind_of(survey.respondent_kind)
    offered = list(kind.offered(request.user))
    known = survey.responses.filter(respondent__in=[one.key for one in offered])
    by_respondent = {response.respondent: response for response in known}
    return render(
        request,
        "surveys/survey.html",
        {
            "survey": survey,
            "kind": kind,
            "offered": [(one, by_respondent.get(one.key)) for one in offered],
            "can_manage": permissions.can_manage_survey(request.user, survey),
            "can_see_results": permissions.can_see_results(request.user, survey),
            "is_following": request.user.is_authenticated
            and notifications.is_following(request.user, survey),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions, for a person with an account or an organization they act for."""
    survey = find_survey(request, pk)
    if not request.user.is_authenticated:
        return sign_in_first(request)
    kind = respondents.kind_of(survey.respondent_kind)
    offered = {one.key: one for one in kind.offered(request.user)}
    wanted = request.GET.get("jako") or next(iter(offered), "")
    if wanted not in offered:
        messages.error(request, str(kind.refusal))
        return redirect(survey)
    if "jako" not in request.GET and len(offered) > 1:
        return redirect(survey)
    respondent = offered[wanted]
    visit = Visit(
        survey=survey,
        respondent=respondent,
        response=collecting.response_of(survey, respondent),
        back_to=survey.get_absolute_url(),
    )
    return _answer(request, visit)


@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The questions, for whoever got a personal link."""
    link = find_link(token)
    respondent = inviting.respondent_of(link)
    visit = Visit(
        survey=link.survey,
        respondent=respondent,
        response=collecting.response_of(link.survey, respondent),
        back_to=request.path,
        by_link=True,
    )
    return _answer(request, visit)


def _answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method == "POST":
        is_typing = AUTOSAVE in request.headers
        return _keep_what_is_typed(request, visit) if is_typing else _take(request, visit)
    if not visit.survey.is_open:
        return _page(request, visit, None)
    saved = visit.response.answers if visit.response else {}
    return _page(request, visit, answer_form(visit.survey.version, initial=saved))


def _take(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Save or send. Whatever is refused stays on the page as it was typed."""
    is_draft = "zapisz" in request.POST
    form = answer_form(visit.survey.version, request.POST, complete=not is_draft)
    if not form.is_valid() and not is_draft:
        return _page(request, visit, form)
    write = collecting.save_draft if is_draft else collecting.submit
    try:
        visit_now = write(
            survey=visit.survey,
            respondent=visit.respondent,
            answers=form.answers(),
            user=request.user,
            revision=_seen_revision(request),
        )
    except SurveyError as refused:
        if isinstance(refused, ChangedMeanwhile):
            visit = _with_saved(visit)
        messages.error(request, str(refused))
        return _page(request, visit, form, status=409)
    if is_draft and not form.is_valid():
        messages.warning(request, _("Zapisaliśmy wszystko oprócz odpowiedzi do poprawienia."))
        return _page(request, _with_saved(visit), form)
    if is_draft:
        done, asked = collecting.progress(visit.survey.version, visit_now.answers)
        messages.success(
            request,
            _("Zapisano. Masz odpowiedzi na %(done)s z %(asked)s pytań; wróć, kiedy chcesz.")
            % {"done": done, "asked": asked},
        )
        return redirect(request.get_full_path())
    if visit.by_link:
        messages.success(request, _("Dziękujemy, przyjęliśmy odpowiedzi."))
        return redirect(request.get_full_path())
    return redirect(
        f"{reverse('surveys:thanks', args=[visit.survey.pk])}?jako={visit.respondent.key}"
    )


def _keep_what_is_typed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A draft saved by the page itself while somebody types; the answer is data, not a page."""
    form = answer_form(visit.survey.version, request.POST, complete=False)
    is_whole = form.is_valid()  # what is wrong is left out, what is right is kept
    try:
        saved = collecting.save_draft(
            survey=visit.survey,
            respondent=visit.respondent,
            answers=form.answers(),
            user=request.user,
            revision=_seen_revision(request),
        )
    except SurveyError as refused:
        return JsonResponse({"error": str(refused)}, status=409)
    return JsonResponse({"revision": saved.revision, "partly": not is_whole})


@require_safe
def thanks(request: HttpRequest, pk: int) -> HttpResponse:
    """The confirmation, with a copy of the answers."""
    survey = find_survey(request, pk)
    offered = respondents.kind_of(survey.respondent_kind).offered(request.user)
    respondent = next((one for one in offered if one.key == request.GET.get("jako")), None)
    response = collecting.response_of(survey, respondent) if respondent else None
    if response is None or not response.is_submitted:
        return redirect(survey)
    return render(
        request,
        "surveys/thanks.html",
        {
            "survey": survey,
            "response": response,
            "answers": shown_answers(survey.version, response.answers),
        },
    )


def _page(
    request: HttpRequest, visit: Visit, form: AnswerForm | None, status: int = 200
) -> HttpResponse:
    saved = visit.response.answers if visit.response else {}
    done, asked = collecting.progress(visit.survey.version, saved)
    return render(
        request,
        "surveys/answer.html",
        {
            "visit": visit,
            "survey": visit.survey,
            "form": form,
            "done": done,
            "asked": asked,
            "answers": shown_answers(visit.survey.version, saved) if form is None else [],
        },
        status=status,
    )


def _seen_revision(request: HttpRequest) -> int | None:
    return typed_number(request.POST.get("revision"))


def _with_saved(visit: Visit) -> Visit:
    return Visit(
        survey=visit.survey,
        respondent=visit.respondent,
        response=collecting.response_of(visit.survey, visit.respondent),
        back_to=visit.back_to,
        by_link=visit.by_link,
    )
