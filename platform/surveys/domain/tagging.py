"""Sorting open answers by tags."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from surveys.models import TEXTS, AnswerTag, Question, Response, Survey

MOST_TAGS = 10


def open_questions(survey: Survey) -> list[Question]:
    """Questions answered in people's own words."""
    return [question for question in survey.version.questions_in_order() if question.kind in TEXTS]


def open_answers(survey: Survey, key: str) -> QuerySet[Response]:
    """Responses that answer the question, with their tags."""
    given = survey.responses.counted().filter(answers__has_key=key)
    return given.prefetch_related("tags").order_by("submitted_at", "pk")


def used_tags(survey: Survey, key: str) -> list[str]:
    """Tags used so far for a question, to be used again in the same words."""
    tags = AnswerTag.objects.filter(response__survey=survey, question_key=key)
    return list(tags.order_by("tag").values_list("tag", flat=True).distinct())


@transaction.atomic
def set_tags(response: Response, key: str, written: str) -> list[str]:
    """The tags in ``written`` (parted by commas) in place of the earlier ones."""
    tags = list(dict.fromkeys(part.strip().lower()[:60] for part in written.split(",")))
    tags = [tag for tag in tags if tag][:MOST_TAGS]
    response.tags.filter(question_key=key).exclude(tag__in=tags).delete()
    AnswerTag.objects.bulk_create(
        [AnswerTag(response=response, question_key=key, tag=tag) for tag in tags],
        ignore_conflicts=True,
    )
    # What is remembered of the results is from before.
    Survey.objects.get(pk=response.survey_id).save(update_fields=["updated_at"])
    return tags
