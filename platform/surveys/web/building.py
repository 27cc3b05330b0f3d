"""The builder: questionnaires, their drafts, sections and questions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.told import Told
from accounts.typed_numbers import typed_number
from surveys.domain import building, importing, permissions
from surveys.domain.answering import answer_form
from surveys.domain.errors import QuestionnaireInvalid
from surveys.domain.listing import questionnaires_of
from surveys.exports.questionnaire_yaml import write_questionnaire
from surveys.models import Question, Questionnaire, Section, Version
from surveys.web.access import find_questionnaire, require
from surveys.web.building_forms import (
    NewQuestionnaireForm,
    QuestionForm,
    SectionForm,
    VersionForm,
    YamlForm,
)

MOVES = {"wyzej": -1, "nizej": 1}


@login_required
@require_safe
def questionnaires(request: HttpRequest) -> HttpResponse:
    """Questionnaires that the person keeps."""
    require(permissions.can_create_questionnaire(request.user))
    rows = questionnaires_of(request.user)
    return render(request, "surveys/questionnaires.html", {"questionnaires": rows})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new questionnaire."""
    require(permissions.can_create_questionnaire(request.user))
    form = NewQuestionnaireForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            text = form.cleaned_data["yaml"]
            questionnaire = building.create_questionnaire(
                title=form.cleaned_data["title"],
                owner=form.cleaned_data["owner"],
                actor=request.user,  # type: ignore[arg-type]
                content=importing.checked_content(text) if text else None,
            )
            return redirect(questionnaire)
        except QuestionnaireInvalid as wrong:
            form.add_error("yaml", str(wrong))
    return _form_page(request, form, _("Nowy kwestionariusz"))


@login_required
@require_safe
def questionnaire(request: HttpRequest, key: str) -> HttpResponse:
    """The draft to work on, or the newest published version to look at."""
    found = find_questionnaire(request, key)
    versions = list(found.versions.order_by("-number"))
    newest = versions[0] if versions else None
    return render(
        request,
        "surveys/questionnaire.html",
        {
            "questionnaire": found,
            "versions": versions,
            "version": newest,
            "sections": newest.outline() if newest else [],
            "is_draft": newest is not None and not newest.is_published,
        },
    )


@login_required
@require_safe
def preview(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """The questions as those asked will see them; nothing is stored."""
    version = _version(request, key, number)
    return render(
        request,
        "surveys/preview.html",
        {"questionnaire": version.questionnaire, "version": version, "form": answer_form(version)},
    )


@login_required
@require_safe
def download(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """A version as YAML."""
    version = _version(request, key, number)
    return HttpResponse(
        write_questionnaire(version),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{key}-{number}.yaml"'},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, key: str) -> HttpResponse:
    """YAML in place of the draft."""
    found = find_questionnaire(request, key)
    form = YamlForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            content = importing.checked_content(form.cleaned_data["yaml"])
            importing.write_content(building.begin_version(found), content)
            messages.success(request, _("Szkic zastąpiono treścią pliku."))
            return redirect(found)
        except QuestionnaireInvalid as wrong:
            form.add_error("yaml", str(wrong))
    return _form_page(request, form, _("Wczytaj z pliku YAML"), found)


@login_required
@require_POST
def act(request: HttpRequest, key: str, action: str) -> HttpResponse:
    """Publish the draft, begin a new version, copy, or throw the draft away."""
    found = find_questionnaire(request, key)
    target: Any = found
    if action == "publikuj":
        with Told(request, _("Opublikowano. Tej wersji nikt już nie zmieni.")):
            importing.publish_version(_draft(found))
    elif action == "nowa-wersja":
        building.begin_version(found)
    elif action == "kopiuj":
        target = building.copy_questionnaire(
            source=found,
            owner=found.owner,
            actor=request.user,  # type: ignore[arg-type]
        )
    elif action == "porzuc" and building.drop_draft(found):
        target = "surveys:questionnaires"
    return redirect(target)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_head(request: HttpRequest, key: str) -> HttpResponse:
    """Title, introduction and thanks of the draft."""
    found = find_questionnaire(request, key)
    form = VersionForm(request.POST or None, instance=_draft(found))
    if request.method == "POST" and form.is_valid():
        with Told(request, form=form):
            form.save()
            return redirect(found)
    return _form_page(request, form, _("Tytuł i wstęp"), found)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_section(request: HttpRequest, key: str, pk: int | None = None) -> HttpResponse:
    """A new or changed section."""
    found = find_questionnaire(request, key)
    draft = _draft(found)
    section = get_object_or_404(draft.sections, pk=pk) if pk else Section(version=draft)
    form = SectionForm(request.POST or None, instance=section)
    if request.method == "POST" and form.is_valid():
        with Told(request, form=form):
            building.put_section(form.instance, draft)
            return redirect(found)
    return _form_page(request, form, _("Część kwestionariusza"), found)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_question(request: HttpRequest, key: str, pk: int | None = None) -> HttpResponse:
    """A new or changed question."""
    found = find_questionnaire(request, key)
    draft = _draft(found)
    question = get_object_or_404(draft.questions, pk=pk) if pk else Question(version=draft)
    section = typed_number(request.GET.get("czesc"))
    form = QuestionForm(
        request.POST or None,
        instance=question,
        version=draft,
        initial={"section": section} if section else None,
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, form=form):
            building.put_question(form.instance, form.cleaned_data["section"])
            return redirect(f"{found.get_absolute_url()}#pytanie-{form.instance.key}")
    return _form_page(request, form, _("Pytanie"), found)


@login_required
@require_POST
def move(request: HttpRequest, key: str, part: str, pk: int, direction: str) -> HttpResponse:
    """A section or question one place up or down, or away."""
    found = find_questionnaire(request, key)
    draft = _draft(found)
    rows: Any = draft.sections if part == "czesc" else draft.questions
    row = get_object_or_404(rows, pk=pk)
    anchor = ""
    with Told(request):
        if direction == "usun":
            building.delete_part(row)
        elif isinstance(row, Question):
            building.move_question(row, MOVES[direction])
            anchor = f"#pytanie-{row.key}"
        else:
            building.move_section(row, MOVES[direction])
            anchor = f"#czesc-{row.pk}"
    return redirect(f"{found.get_absolute_url()}{anchor}")


def _version(request: HttpRequest, key: str, number: int) -> Version:
    found = find_questionnaire(request, key)
    return get_object_or_404(found.versions.select_related("questionnaire"), number=number)


def _draft(found: Questionnaire) -> Version:
    return get_object_or_404(found.versions.select_related("questionnaire"), state="draft")


def _form_page(
    request: HttpRequest, form: Any, title: str, found: Questionnaire | None = None
) -> HttpResponse:
    return render(
        request, "surveys/builder_form.html", {"form": form, "title": title, "questionnaire": found}
    )
