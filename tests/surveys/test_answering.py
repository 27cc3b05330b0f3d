"""Answering the questions of a version."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from surveys.domain.answering import answer_form, columns, flat_row, shown_answers
from tests.surveys.factories import every_kind

pytestmark = pytest.mark.django_db

ANSWERS = {
    "forma": {"inne": "klub"},
    "pracownicy": True,
    "ilu": 12,
    "etaty": False,
    "potrzeby": ["lokal", {"inne": "auto"}],
    "ocena": 4,
    "tabela": {"informacja": "zle", "konsultacje": "dobrze"},
    "kolejnosc": ["pieniadze", "ludzie", "miejsce"],
    "dzien": "2026-03-01",
    "nazwa": "Nasza",
    "opis": "Długi\nopis",
    "zgoda": True,
}
MINIMUM = {"forma": "fundacja", "pracownicy": "nie", "zgoda": "on"}


def posted(**values: Any) -> dict[str, Any]:
    return {f"pytania-{name}": value for name, value in values.items()}


def posted_all() -> dict[str, Any]:
    return posted(
        forma="inne",
        forma__inne="klub",
        pracownicy="tak",
        ilu="12",
        etaty="nie",
        potrzeby=["lokal", "inne"],
        potrzeby__inne="auto",
        ocena="4",
        tabela__informacja="zle",
        tabela__konsultacje="dobrze",
        kolejnosc__pieniadze="1",
        kolejnosc__ludzie="2",
        kolejnosc__miejsce="3",
        dzien="2026-03-01",
        nazwa="Nasza",
        opis="Długi\nopis",
        zgoda="on",
    )


def test_every_kind_of_question_becomes_a_plain_answer() -> None:
    form = answer_form(every_kind(), posted_all())

    assert form.is_valid(), form.errors
    assert form.answers() == ANSWERS


def test_stored_answers_fill_the_form_again() -> None:
    version = every_kind()

    page = str(answer_form(version, initial=ANSWERS).as_div())
    again = answer_form(version, posted_all(), initial=ANSWERS)

    assert 'value="klub"' in page
    assert 'value="2026-03-01"' in page
    assert not again.has_changed()


def test_hidden_questions_are_neither_required_nor_kept() -> None:
    # "ilu" is hidden by the "nie", and "etaty" by the hidden "ilu".
    form = answer_form(every_kind(), posted(**MINIMUM, ilu="bzdura", etaty="tak"))

    assert form.is_valid(), form.errors
    assert form.answers() == {"forma": "fundacja", "pracownicy": False, "zgoda": True}


def test_shown_questions_are_required() -> None:
    form = answer_form(every_kind(), posted(**MINIMUM | {"pracownicy": "tak"}))

    assert not form.is_valid()
    assert set(form.errors) == {"ilu"}


def test_unfinished_answers_may_be_saved() -> None:
    form = answer_form(every_kind(), posted(pracownicy="tak", ilu="3"), complete=False)

    assert form.is_valid(), form.errors
    assert form.answers() == {"pracownicy": True, "ilu": 3}


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"ilu": "501", "pracownicy": "tak", "etaty": "nie"}, "ilu"),
        ({"forma": "inne"}, "forma__inne"),
        ({"forma": "wymyślona"}, "forma"),
        ({"potrzeby": ["lokal", "szkolenia", "sprzet"]}, "potrzeby"),
        ({"kolejnosc__ludzie": "1", "kolejnosc__miejsce": "1"}, "kolejnosc__miejsce"),
        ({"ocena": "6"}, "ocena"),
        ({"dzien": "31 lutego"}, "dzien"),
        ({"zgoda": ""}, "zgoda"),
    ],
)
def test_wrong_answers_are_told_where_they_stand(given: dict[str, Any], wrong: str) -> None:
    form = answer_form(every_kind(), posted(**MINIMUM | given))

    assert not form.is_valid()
    assert set(form.errors) == {wrong}


def test_own_words_count_without_the_tick_before_them() -> None:
    form = answer_form(
        every_kind(), posted(pracownicy="nie", zgoda="on", forma__inne="spółdzielnia")
    )

    assert form.is_valid(), form.errors
    assert form.answers()["forma"] == {"inne": "spółdzielnia"}


def test_answers_read_as_sentences_in_the_readers_language() -> None:
    version = every_kind()
    answers = ANSWERS | {"forma": "fundacja"}

    polish = {shown.key: shown.value for shown in shown_answers(version, answers)}
    with translation.override("en"):
        english = shown_answers(version, answers)[0]

    assert polish["forma"] == "Fundacja"
    assert polish["pracownicy"] == "tak"
    assert polish["tabela"] == "Informacja: Źle\nKonsultacje: Dobrze"
    assert polish["kolejnosc"] == "1. Pieniądze\n2. Ludzie\n3. Miejsce"
    assert polish["dzien"] == "1 marca 2026"
    assert (english.question, english.value) == ("Form", "Foundation")


def test_a_table_has_a_cell_for_each_column() -> None:
    version = every_kind()

    row = dict(zip([c.key for c in columns(version)], flat_row(version, ANSWERS), strict=True))

    assert row["tabela__informacja"] == "Źle"
    assert row["ilu"] == 12
    assert row["potrzeby"] == "Lokal, inne: auto"
    assert flat_row(version, {})[:2] == ["", ""]
