"""Questionnaires from YAML: delivered as data with the portal, or brought by their authors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from surveys.domain.checking import problems_of
from surveys.domain.errors import NothingAsked, QuestionnaireInvalid, VersionIsPublished
from surveys.exports.questionnaire_yaml import content_of
from surveys.imports.questionnaire_yaml import YamlWrong, read_questionnaire
from surveys.models import Question, Questionnaire, Section, Version, VersionState

Content = dict[str, Any]


@transaction.atomic
def load_questionnaire(source: str | Path, *, owner: models.Model | None = None) -> Version:
    """The published version that says what ``source`` (YAML text, or a path to it) says.

    Safe to repeat: while the text stays the same, so does the version; a changed text becomes
    the next version. Raises QuestionnaireInvalid.
    """
    content = checked_content(_text_of(source))
    questionnaire, _created = Questionnaire.objects.get_or_create(
        key=content["key"], defaults={"title": content["title"], "owner": owner}
    )
    questionnaire = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    latest = questionnaire.versions.filter(state=VersionState.PUBLISHED).last()
    if latest is not None and content_of(latest) == content:
        return latest
    number = (questionnaire.versions.aggregate(n=models.Max("number"))["n"] or 0) + 1
    version = Version(questionnaire=questionnaire, number=number, title=content["title"])
    questionnaire.versions.filter(state=VersionState.DRAFT).delete()
    version.save()
    write_content(version, content)
    return publish_version(version)


def checked_content(text: str) -> Content:
    """Content of YAML that may be published; raises QuestionnaireInvalid with every problem."""
    try:
        content = read_questionnaire(text)
    except YamlWrong as error:
        raise QuestionnaireInvalid(str(error)) from error
    if problems := problems_of(content):
        raise QuestionnaireInvalid(" ".join(problems))
    return content


@transaction.atomic
def write_content(version: Version, content: Content) -> Version:
    """Make a draft say ``content`` and nothing else."""
    if version.is_published:
        raise VersionIsPublished
    for name in ("title", "introduction", "thanks", "texts"):
        setattr(version, name, content[name])
    version.save()
    version.sections.all().delete()
    for place, part in enumerate(content["sections"]):
        own = {name: part[name] for name in ("title", "description", "texts")}
        section = Section.objects.create(version=version, position=place, **own)
        Question.objects.bulk_create(
            Question(version=version, section=section, position=number, **question)
            for number, question in enumerate(part["questions"])
        )
    version.forget_outline()
    return version


@transaction.atomic
def publish_version(version: Version) -> Version:
    """Close a draft for good, so that answers to it always mean the same."""
    locked = Version.objects.select_for_update().get(pk=version.pk)
    if locked.is_published:
        raise VersionIsPublished
    content = content_of(locked)
    if not any(section["questions"] for section in content["sections"]):
        raise NothingAsked
    if problems := problems_of(content):
        raise QuestionnaireInvalid(" ".join(problems))
    locked.state = VersionState.PUBLISHED
    locked.published_at = timezone.now()
    locked.save()
    Questionnaire.objects.filter(pk=locked.questionnaire_id).update(title=locked.title)
    return locked


def _text_of(source: str | Path) -> str:
    if isinstance(source, Path):
        return source.read_text(encoding="utf-8")
    is_path = "\n" not in source and source.endswith((".yaml", ".yml"))
    return Path(source).read_text(encoding="utf-8") if is_path else source
