"""Stored answers as people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from documents.exports import Column
from documents.exports.cells import Kind
from surveys.domain.conditions import OTHER, YES, only_asked
from surveys.models import Question, QuestionKind, Version, label_in_language

Answers = Mapping[str, Any]

_COLUMN_KINDS: dict[str, Kind] = {
    QuestionKind.NUMBER: "decimal",
    QuestionKind.SCALE: "integer",
    QuestionKind.DATE: "date",
}


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """One answered question in the reader's language; ``value`` may have several lines."""

    section: str
    question: str
    value: str
    key: str


def shown_answers(version: Version, answers: Answers) -> list[ShownAnswer]:
    """Answered questions in the order of reading."""
    given = only_asked(version.questions_in_order(), answers)
    return [
        ShownAnswer(
            section.said("title"),
            question.said("text"),
            answer_text(question, given[question.key]),
            question.key,
        )
        for section in version.outline()
        for question in section.asked
        if question.key in given
    ]


def columns(version: Version) -> list[Column]:
    """A column for each question, for a matrix one for each row."""
    found: list[Column] = []
    for question in version.questions_in_order():
        if question.kind == QuestionKind.MATRIX:
            found += [
                Column(
                    f"{question.key}__{row['key']}",
                    f"{question.said('text')} – {label_in_language(row)}",
                )
                for row in question.rows
            ]
        else:
            kind = _COLUMN_KINDS.get(question.kind, "text")
            found.append(Column(question.key, question.said("text"), kind=kind))
    return found


def flat_row(version: Version, answers: Answers) -> list[Any]:
    """The answers as values of ``columns``."""
    row: list[Any] = []
    for question in version.questions_in_order():
        answer = answers.get(question.key)
        if question.kind == QuestionKind.MATRIX:
            marks = answer or {}
            row += [option_label(question, marks.get(r["key"])) for r in question.rows]
        elif question.kind == QuestionKind.DATE:
            row.append(date.fromisoformat(answer) if answer else None)
        elif question.kind in _COLUMN_KINDS:
            row.append(answer)
        else:
            row.append("" if answer is None else answer_text(question, answer))
    return row


def answer_text(question: Question, answer: Any) -> str:
    """One stored answer in words."""
    return _WORDS.get(question.kind, _as_it_is)(question, answer)


def option_label(question: Question, key: Any) -> str:
    """The label of an option, or the person's own words."""
    if isinstance(key, dict):
        return _("inne: %(words)s") % {"words": key.get(OTHER, "")}
    for option in question.options:
        if str(option["key"]) == str(key):
            return label_in_language(option)
    return "" if key is None else str(key)


def condition_text(question: Question, questions: Iterable[Question]) -> str:
    """When a question is to be answered, for readers without scripts; empty when always."""
    earlier = next((q for q in questions if q.key == question.shown_if_key), None)
    if earlier is None:
        return ""
    values = [value_label(earlier, value) for value in question.shown_if_values]
    if not values:
        return _("Odpowiedz, jeżeli odpowiadasz na pytanie „%(question)s”.") % {
            "question": earlier.said("text")
        }
    return _("Odpowiedz, jeżeli w pytaniu „%(question)s” wybierasz: %(values)s.") % {
        "question": earlier.said("text"),
        "values": ", ".join(values),
    }


def value_label(question: Question, value: Any) -> str:
    """One plain value of an answer (see ``conditions.values_of``) in words."""
    if question.kind in (QuestionKind.YES_NO, QuestionKind.CONSENT):
        return _("tak") if value == YES else _("nie")
    return _("inne") if value == OTHER else option_label(question, value)


def _as_it_is(question: Question, answer: Any) -> str:
    return str(answer)


def _choices(question: Question, answer: Any) -> str:
    given = answer if isinstance(answer, list) else [answer]
    return ", ".join(option_label(question, item) for item in given)


def _yes_or_no(question: Question, answer: Any) -> str:
    return _("tak") if answer else _("nie")


def _matrix(question: Question, answer: Any) -> str:
    return "\n".join(
        f"{label_in_language(row)}: {option_label(question, answer[row['key']])}"
        for row in question.rows
        if row["key"] in answer
    )


def _ranking(question: Question, answer: Any) -> str:
    return "\n".join(
        f"{place}. {option_label(question, key)}" for place, key in enumerate(answer, 1)
    )


def _number(question: Question, answer: Any) -> str:
    return str(formats.number_format(answer))


def _day(question: Question, answer: Any) -> str:
    return str(formats.date_format(date.fromisoformat(answer), "DATE_FORMAT"))


_WORDS: dict[str, Callable[[Question, Any], str]] = {
    QuestionKind.SINGLE: _choices,
    QuestionKind.MULTIPLE: _choices,
    QuestionKind.YES_NO: _yes_or_no,
    QuestionKind.CONSENT: _yes_or_no,
    QuestionKind.MATRIX: _matrix,
    QuestionKind.RANKING: _ranking,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _day,
}
