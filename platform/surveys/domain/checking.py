"""Whether a questionnaire could be answered: said before anybody is asked."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from surveys.domain.conditions import OTHER
from surveys.models import KEY_PATTERN, WITH_OPTIONS, WITH_OTHER, QuestionKind

Content = dict[str, Any]


def problems_of(content: Content) -> list[str]:
    """Sentences about what is wrong in ``content``; none when it may be published."""
    found: list[str] = []
    earlier: dict[str, Content] = {}
    if not content["title"]:
        found.append(_("Kwestionariusz nie ma tytułu."))
    for section in content["sections"]:
        if not section["title"]:
            found.append(_("Część nie ma tytułu."))
        for question in section["questions"]:
            problems = problems_of_question(question) + _of_place(question, earlier)
            found += [f"{question['key']}: {problem}" for problem in problems]
            earlier[question["key"]] = question
    if not earlier:
        found.append(_("Dodaj najpierw choć jedno pytanie."))
    return found


def problems_of_question(question: Content) -> list[str]:
    """What is wrong in one question, whatever stands before it."""
    found = []
    if not re.match(KEY_PATTERN, question["key"]) or len(question["key"]) > 40:
        found.append(_("Użyj małych liter bez polskich znaków, cyfr i pojedynczych podkreśleń."))
    if not question["text"]:
        found.append(_("Pytanie nie ma treści."))
    return found + _of_choices(question) + _of_range(question)


def _of_place(question: Content, earlier: dict[str, Content]) -> list[str]:
    found = []
    if question["key"] in earlier:
        found.append(_("Ten klucz ma już inne pytanie."))
    return found + _of_condition(question, earlier)


def _of_choices(question: Content) -> list[str]:
    found = []
    kind = question["kind"]
    options = [str(option["key"]) for option in question["options"]]
    if kind in WITH_OPTIONS and len(options) < 2:
        found.append(_("Podaj co najmniej dwie odpowiedzi do wyboru."))
    if kind == QuestionKind.MATRIX and not question["rows"]:
        found.append(_("Podaj wiersze tabeli."))
    for entries in (question["options"], question["rows"]):
        keys = [str(entry["key"]) for entry in entries]
        if len(set(keys)) != len(keys):
            found.append(_("Klucze odpowiedzi się powtarzają."))
        if not all(re.match(KEY_PATTERN, key) for key in keys):
            found.append(_("Klucz odpowiedzi może mieć małe litery, cyfry i podkreślenia."))
    if question["has_other"] and (kind not in WITH_OTHER or OTHER in options):
        found.append(_("Inną odpowiedź można dopisać tylko do wyboru, który jej jeszcze nie ma."))
    return found


def _of_range(question: Content) -> list[str]:
    lowest, highest = question["lowest"], question["highest"]
    found = []
    if lowest is not None and highest is not None and lowest >= highest:
        found.append(_("„Od” musi być mniejsze niż „do”."))
    elif question["kind"] == QuestionKind.SCALE:
        marks = (5 if highest is None else highest) - (1 if lowest is None else lowest)
        if not 1 <= marks <= 10:
            found.append(_("Skala może mieć od 2 do 11 stopni."))
    return found


def _of_condition(question: Content, earlier: dict[str, Content]) -> list[str]:
    key = question["shown_if_key"]
    if not key:
        return []
    if key not in earlier:
        return [_("Warunek musi wskazywać wcześniejsze pytanie.")]
    possible = _possible_values(earlier[key])
    unknown = [value for value in question["shown_if_values"] if str(value) not in possible]
    if possible and unknown:
        return [
            _("Warunek wymienia odpowiedź, której nie ma: %(values)s.")
            % {"values": ", ".join(map(str, unknown))}
        ]
    return []


def _possible_values(question: Content) -> set[str]:
    """Values that a condition may name; none when any text or number will do."""
    if question["kind"] in (QuestionKind.YES_NO, QuestionKind.CONSENT):
        return {"tak", "nie"}
    if question["kind"] == QuestionKind.SCALE:
        lowest = 1 if question["lowest"] is None else question["lowest"]
        highest = 5 if question["highest"] is None else question["highest"]
        return {str(mark) for mark in range(lowest, highest + 1)}
    values = {str(option["key"]) for option in question["options"]}
    return values | ({OTHER} if question["has_other"] else set())
