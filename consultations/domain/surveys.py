"""Surveys on a consultation: questions beside remarks, asked as long as remarks are taken."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from consultations.domain.errors import StageNotAllowed
from consultations.domain.public_changes import note_public_change
from consultations.models import Consultation, Participation, Stage
from documents.exports import Block, Heading, KeyValues
from organizations.domain.respondents import ORGANIZATION
from surveys import respondents
from surveys.domain import collecting
from surveys.domain.results import results_of
from surveys.domain.results_report import frequency_blocks
from surveys.models import Survey, Version

# Stages in which a survey may be added to a consultation.
ADDING = (Stage.DRAFT, Stage.ANNOUNCED, Stage.OPEN)


def surveys_of(consultation: Consultation) -> QuerySet[Survey]:
    """Surveys on the consultation, in the order in which they were added."""
    kind = ContentType.objects.get_for_model(Consultation)
    found = Survey.objects.filter(owner_type=kind, owner_id=consultation.pk)
    return found.select_related("version__questionnaire").order_by("pk")


@transaction.atomic
def add_survey(
    *, consultation: Consultation, version: Version, title: str, actor: Any = None
) -> Survey:
    """Ask ``version`` for the term of the consultation; raises StageNotAllowed.

    Where only organizations may remark, only they answer, each once.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if locked.stage not in ADDING:
        raise StageNotAllowed
    note_public_change(locked.pk)
    is_for_organizations = locked.participation == Participation.NGO_ONLY
    return collecting.open_survey(
        version=version,
        title=title,
        opens_at=locked.opens_at,
        closes_at=locked.closes_at,
        respondent_kind=ORGANIZATION if is_for_organizations else respondents.PERSON,
        owner=locked,
        actor=actor,
    )


@transaction.atomic
def remove_survey(*, consultation: Consultation, survey: Survey) -> None:
    """Take away a survey that nobody has answered yet; raises StageNotAllowed."""
    locked = surveys_of(consultation).select_for_update(of=["self"]).get(pk=survey.pk)
    if locked.responses.exists():
        raise StageNotAllowed(_("Ktoś już odpowiedział, więc ankieta zostaje."))
    locked.delete()
    note_public_change(consultation.pk)


def follow_term(consultation: Consultation) -> None:
    """Surveys are asked as long as the consultation takes remarks; call in its transaction."""
    for survey in surveys_of(consultation).filter(results_published_at__isnull=True):
        survey.opens_at = consultation.opens_at
        survey.closes_at = consultation.closes_at
        survey.save(update_fields=["opens_at", "closes_at", "updated_at"])


def follow_stage(consultation: Consultation, actor: Any = None) -> None:
    """Results are published with those of the consultation; a cancelled one asks no more."""
    if consultation.stage == Stage.PUBLISHED:
        for survey in surveys_of(consultation):
            over = collecting.end_now(survey=survey) if survey.is_open else survey
            collecting.publish_results(survey=over, actor=actor, conclusions=over.conclusions)
    elif consultation.stage != Stage.CANCELLED:
        follow_term(consultation)  # a new round has a term of its own
    else:
        for survey in surveys_of(consultation):
            if survey.is_open:
                collecting.end_now(survey=survey)
            elif not survey.has_begun:
                survey.delete()


def report_blocks(consultation: Consultation) -> list[Block]:
    """What the report says of the surveys."""
    blocks: list[Block] = []
    for number, survey in enumerate(surveys_of(consultation), 1):
        results = results_of(survey)
        blocks.append(Heading(1, _("Ankieta: %(title)s") % {"title": survey.title}))
        blocks.append(KeyValues([(_("Liczba odpowiedzi"), results.total)]))
        blocks += frequency_blocks(results, prefix=f"survey{number}_")
    return blocks
