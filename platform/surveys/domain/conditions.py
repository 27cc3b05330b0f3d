"""Which questions are asked, given the answers so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from surveys.models import Question

Answers = Mapping[str, Any]

YES, NO = "tak", "nie"
OTHER = "inne"


def asked_keys(questions: Iterable[Question], answers: Answers) -> set[str]:
    """Keys of the questions that are asked; an answer to a hidden question opens nothing."""
    asked: set[str] = set()
    for question in questions:
        earlier = question.shown_if_key
        if not earlier or (
            earlier in asked and _opens(answers.get(earlier), question.shown_if_values)
        ):
            asked.add(question.key)
    return asked


def only_asked(questions: Iterable[Question], answers: Answers) -> dict[str, Any]:
    """The answers without those to hidden or unknown questions, in the order of questions."""
    questions = list(questions)
    asked = asked_keys(questions, answers)
    return {
        question.key: answers[question.key]
        for question in questions
        if question.key in asked and question.key in answers
    }


def values_of(answer: Any) -> list[str]:
    """An answer as the plain values that conditions and counts compare."""
    if answer is None or answer == "":
        return []
    if isinstance(answer, bool):
        return [YES if answer else NO]
    if isinstance(answer, list):
        return [value for item in answer for value in values_of(item)]
    if isinstance(answer, dict):
        return [OTHER] if set(answer) == {OTHER} else [str(value) for value in answer.values()]
    return [str(answer)]


def _opens(answer: Any, wanted: list[Any]) -> bool:
    given = values_of(answer)
    if not wanted:
        return bool(given)
    return not {str(value) for value in wanted}.isdisjoint(given)
