"""Building a questionnaire: drafts, sections, questions, their order; copying."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import User
from surveys.domain.errors import VersionIsPublished
from surveys.domain.importing import write_content
from surveys.exports.questionnaire_yaml import content_of
from surveys.models import Question, Questionnaire, Section, Version, VersionState


@transaction.atomic
def create_questionnaire(
    *, title: str, owner: models.Model | None, actor: User, content: dict[str, Any] | None = None
) -> Questionnaire:
    """A questionnaire with an empty draft, or with one that says ``content``."""
    questionnaire = Questionnaire.objects.create(
        key=_free_key(title), title=title, owner=owner, created_by=actor
    )
    draft = Version.objects.create(questionnaire=questionnaire, number=1, title=title)
    if content is not None:
        write_content(draft, {**content, "title": title})
    else:
        Section.objects.create(version=draft, position=0, title=_("Pytania"))
    return questionnaire


def copy_questionnaire(
    *, source: Questionnaire, owner: models.Model | None, actor: User
) -> Questionnaire:
    """A new questionnaire that begins as the newest version of ``source``."""
    newest = source.versions.order_by("number").last()
    title = _("%(title)s (kopia)") % {"title": source.title[:190]}
    content = content_of(newest) if newest else None
    return create_questionnaire(title=title, owner=owner, actor=actor, content=content)


@transaction.atomic
def begin_version(questionnaire: Questionnaire) -> Version:
    """The draft of a questionnaire; made of its published version when there is none."""
    locked = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    newest = locked.versions.order_by("number").last()
    if newest is not None and not newest.is_published:
        return newest
    draft = Version.objects.create(
        questionnaire=locked, number=(newest.number if newest else 0) + 1, title=locked.title
    )
    return write_content(draft, content_of(newest)) if newest else draft


def draft_of(questionnaire: Questionnaire) -> Version | None:
    """The version that may be edited, if there is one."""
    return questionnaire.versions.filter(state=VersionState.DRAFT).first()


@transaction.atomic
def drop_draft(questionnaire: Questionnaire) -> bool:
    """Throw the draft away; a questionnaire that was never published goes with it."""
    questionnaire.versions.filter(state=VersionState.DRAFT).delete()
    if questionnaire.versions.exists():
        return False
    questionnaire.delete()
    return True


@transaction.atomic
def put_section(section: Section, version: Version) -> Section:
    """Save a section; a new one comes last."""
    _require_draft(version)
    if section.pk is None:
        section.version = version
        section.position = _after(version.sections.all())
    section.save()
    return section


@transaction.atomic
def put_question(question: Question, section: Section) -> Question:
    """Save a question in ``section``; one that is new there comes last."""
    _require_draft(section.version)
    if question.pk is None or question.section_id != section.pk:
        question.version = section.version
        question.section = section
        question.position = _after(section.questions.all())
    if not question.key:
        question.key = _free_question_key(section.version, question.text)
    question.save()
    return question


@transaction.atomic
def move_section(section: Section, by: int) -> None:
    """One place up (-1) or down (1)."""
    _require_draft(section.version)
    _move(list(section.version.sections.order_by("position", "pk")), section, by)


@transaction.atomic
def move_question(question: Question, by: int) -> None:
    """One place up (-1) or down (1); beyond the edge into the neighbouring section."""
    _require_draft(question.version)
    within = list(question.section.questions.order_by("position", "pk"))
    if 0 <= within.index(question) + by < len(within):
        _move(within, question, by)
        return
    sections = list(question.version.sections.order_by("position", "pk"))
    place = sections.index(question.section) + by
    if not 0 <= place < len(sections):
        return
    neighbour = sections[place]
    others = list(neighbour.questions.order_by("position", "pk"))
    question.section = neighbour
    question.save(update_fields=["section"])
    _renumber([*others, question] if by < 0 else [question, *others])


@transaction.atomic
def delete_part(part: Section | Question) -> None:
    """Take a question, or a section with its questions, out of a draft."""
    _require_draft(part.version)
    part.delete()


def _require_draft(version: Version) -> None:
    locked = Version.objects.select_for_update().get(pk=version.pk)
    if locked.is_published:
        raise VersionIsPublished


def _move(rows: Sequence[Any], row: Any, by: int) -> None:
    ordered = list(rows)
    place = ordered.index(row)
    if 0 <= place + by < len(ordered):
        ordered[place], ordered[place + by] = ordered[place + by], ordered[place]
    _renumber(ordered)


def _renumber(rows: Sequence[Any]) -> None:
    for position, row in enumerate(rows):
        row.position = position
        row.save(update_fields=["position"])


def _after(rows: models.QuerySet[Any]) -> int:
    last: int | None = rows.aggregate(last=models.Max("position"))["last"]
    return 0 if last is None else last + 1


def _free_key(title: str) -> str:
    stem = slugify(title.replace("ł", "l").replace("Ł", "L"))[:48].strip("-") or "ankieta"
    if stem != "nowy" and not Questionnaire.objects.filter(key=stem).exists():
        return stem
    return f"{stem}-{secrets.token_hex(4)}"


def _free_question_key(version: Version, text: str) -> str:
    plain = slugify(text.replace("ł", "l").replace("Ł", "L")).replace("-", "_")
    stem = "_".join(plain.split("_")[:4])[:32].strip("_") or "pytanie"
    taken = set(version.questions.values_list("key", flat=True))
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}_{number}", number + 1
    return key
