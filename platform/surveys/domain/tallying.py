"""Counting answers: one reading of the responses, numbers for every question and group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from redis import RedisError

from surveys import respondents
from surveys.domain.conditions import asked_keys, values_of
from surveys.models import AnswerTag, Question, QuestionKind, Survey

CHUNK = 1000
REMEMBER_SECONDS = 3600
UNKNOWN = ""


@dataclass(slots=True)
class Count:
    """Answers to one question, or to one row of a matrix, by some group of respondents."""

    answered: int = 0
    values: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Tally:
    """Counts of a survey: over all, and by fact and its value. Keys of rows: ``question__row``."""

    total: int = 0
    counts: dict[str, Count] = field(default_factory=dict)
    groups: dict[tuple[str, str], dict[str, Count]] = field(default_factory=dict)
    numbers: dict[str, list[float]] = field(default_factory=dict)
    places: dict[str, Counter[str]] = field(default_factory=dict)
    tags: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, key: str) -> Count:
        """Counts of a question or row over all respondents."""
        return self.counts.get(key, Count())

    def group(self, fact: str, value: str, key: str) -> Count:
        """Counts of a question or row among respondents with a value of a fact."""
        return self.groups.get((fact, value), {}).get(key, Count())


def state_of(survey: Survey) -> str:
    """What changes whenever the results of a survey that is over do."""
    return f"{survey.pk}:{survey.updated_at.timestamp():.6f}:{survey.closes_at.timestamp():.6f}"


def tally_of(survey: Survey) -> Tally:
    """Counts of the responses sent so far; remembered once the survey is over."""
    if not survey.is_over:
        return count_responses(survey)
    key = f"surveys:tally:{state_of(survey)}"
    try:
        tally: Tally | None = cache.get(key)
        if tally is None:
            tally = count_responses(survey)
            cache.set(key, tally, REMEMBER_SECONDS)
    except RedisError:  # counting takes a moment longer, that is all
        return count_responses(survey)
    return tally


def count_responses(survey: Survey) -> Tally:
    """Read every response once, in batches."""
    tally = Tally()
    questions = survey.version.questions_in_order()
    facts = [fact.key for fact in respondents.facts_of(survey.respondent_kind)]
    rows = survey.responses.counted().order_by("pk").values_list("answers", "facts")
    for answers, known in rows.iterator(chunk_size=CHUNK):
        groups = [(fact, value) for fact in facts for value in known.get(fact) or [UNKNOWN]]
        _add(tally, questions, answers, groups)
    _add_tags(tally, survey)
    return tally


def parts_of(question: Question) -> list[str]:
    """Keys under which a question is counted."""
    if question.kind == QuestionKind.MATRIX:
        return [f"{question.key}__{row['key']}" for row in question.rows]
    return [question.key]


def _add(
    tally: Tally, questions: list[Question], answers: dict[str, Any], groups: list[tuple[str, str]]
) -> None:
    tally.total += 1
    asked = asked_keys(questions, answers)
    for question in questions:
        answer = answers.get(question.key)
        if answer is None or question.key not in asked:
            continue
        _add_special(tally, question, answer)
        for part, values in _counted(question, answer):
            places = [tally.counts, *(tally.groups.setdefault(group, {}) for group in groups)]
            for place in places:
                count = place.setdefault(part, Count())
                count.answered += 1
                count.values.update(values)


def _add_special(tally: Tally, question: Question, answer: Any) -> None:
    if question.kind in (QuestionKind.NUMBER, QuestionKind.SCALE):
        tally.numbers.setdefault(question.key, []).append(float(answer))
    if question.kind == QuestionKind.RANKING:
        sums = tally.places.setdefault(question.key, Counter())
        for place, key in enumerate(answer, 1):
            sums[key] += place
            sums[f"{key}#"] += 1


def _counted(question: Question, answer: Any) -> Iterator[tuple[str, Iterable[str]]]:
    """What an answer adds to, and the values it adds."""
    if question.kind == QuestionKind.MATRIX:
        for row, mark in answer.items():
            yield f"{question.key}__{row}", [str(mark)]
    elif question.kind == QuestionKind.RANKING:
        yield question.key, [str(answer[0])]
    elif question.kind == QuestionKind.DATE:
        yield question.key, [str(answer)[:4]]
    elif question.kind in CHOSEN:
        yield question.key, set(values_of(answer))
    else:
        yield question.key, []


def _add_tags(tally: Tally, survey: Survey) -> None:
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    rows = AnswerTag.objects.filter(response__survey=survey).values_list("question_key", "tag")
    for key, tag in rows.iterator(chunk_size=CHUNK):
        tags[key][tag] += 1
    tally.tags = dict(tags)


CHOSEN = (
    QuestionKind.SINGLE,
    QuestionKind.MULTIPLE,
    QuestionKind.YES_NO,
    QuestionKind.SCALE,
    QuestionKind.CONSENT,
)
