"""Results: what is counted, what is hidden, how groups and editions compare."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from documents.exports import FORMATS
from surveys import respondents
from surveys.domain import collecting, tagging
from surveys.domain.comparing import compare
from surveys.domain.crossing import Crossing
from surveys.domain.importing import load_questionnaire
from surveys.domain.reporting import write_microdata, write_results
from surveys.domain.results import results_of
from surveys.models import Response, ResponseState, Survey
from surveys.respondents import Fact, RespondentKind

pytestmark = pytest.mark.django_db

QUESTIONS = """
key: proba
title: Próba
sections:
  - title: Pytania
    questions:
      - {key: lokal, kind: single, text: "Lokal?", options: [Mamy, Wynajmujemy, Brak]}
      - key: koszt
        kind: scale
        text: Koszt?
        shown_if: {question: lokal, values: [wynajmujemy]}
      - {key: potrzeby, kind: multiple, text: "Potrzeby?", options: [Sala, Auto]}
      - {key: ocena, kind: scale, text: "Ocena?"}
      - {key: opis, kind: long_text, text: "Opis?"}
"""


@pytest.fixture(autouse=True)
def _villages() -> Iterator[None]:
    """A kind of respondents with two facts, known to this test only."""
    respondents.register_kind(
        RespondentKind(
            key="village", label="wsie", offered=lambda user: [], find=lambda key: None, refusal=""
        )
    )
    for key, many in (("river", False), ("crop", True)):
        respondents.register_fact(
            Fact(
                key=key,
                label=key,
                kind="village",
                labels=lambda: {"a": "A", "b": "B", "c": "C"},
                is_multiple=many,
            )
        )
    yield
    respondents._kinds.pop("village")
    respondents._facts.pop(("village", "river"))
    respondents._facts.pop(("village", "crop"))


def survey_with(*groups: tuple[int, dict[str, Any], dict[str, list[str]]]) -> Survey:
    """A survey that is over, with so many equal answers of each group."""
    now = timezone.now()
    survey = collecting.open_survey(
        version=load_questionnaire(QUESTIONS),
        title="Próba",
        opens_at=now - timedelta(hours=2),
        closes_at=now + timedelta(hours=1),
        respondent_kind="village",
    )
    number = 0
    for count, answers, facts in groups:
        for _one in range(count):
            number += 1
            Response.objects.create(
                survey=survey,
                respondent=f"village:{number}",
                answers=answers,
                facts=facts,
                state=ResponseState.SUBMITTED,
                submitted_at=now,
            )
    Survey.objects.filter(pk=survey.pk).update(closes_at=now - timedelta(minutes=1))
    survey.refresh_from_db()
    return survey


def numbers(survey: Survey, key: str) -> dict[str, int | None]:
    result = results_of(survey).of(key)
    assert result is not None
    return {row.label: row.count for part in result.parts for row in part.rows}


def test_answers_are_counted() -> None:
    survey = survey_with((6, {"lokal": "mamy", "ocena": 4}, {}), (8, {"lokal": "brak"}, {}))

    results = results_of(survey)

    assert results.total == 14
    assert numbers(survey, "lokal") == {"Mamy": 6, "Wynajmujemy": 0, "Brak": 8}
    assert results.of("ocena").parts[0].average == 4


def test_a_small_number_is_hidden_and_so_is_what_would_tell_it() -> None:
    survey = survey_with(
        (3, {"lokal": "wynajmujemy", "koszt": 5}, {}),
        (9, {"lokal": "mamy"}, {}),
        (12, {"lokal": "brak"}, {}),
    )

    assert numbers(survey, "lokal") == {"Mamy": None, "Wynajmujemy": None, "Brak": 12}
    # How many were asked for the cost would be the hidden number.
    assert results_of(survey).of("koszt").is_withheld


def test_fewer_than_five_answers_to_a_question_show_nothing() -> None:
    survey = survey_with((4, {"opis": "a", "lokal": "mamy"}, {}), (6, {"ocena": 3}, {}))

    parts = results_of(survey).of("lokal").parts

    assert (parts[0].answered, parts[0].rows) == (None, [])


def test_groups_are_compared_and_small_ones_stand_together() -> None:
    survey = survey_with(
        (10, {"lokal": "mamy"}, {"river": ["a"]}),
        (8, {"lokal": "brak"}, {"river": ["a"]}),
        (7, {"lokal": "mamy"}, {"river": ["b"]}),
        (5, {"lokal": "brak"}, {"river": ["b"]}),
        (1, {"lokal": "mamy"}, {"river": ["c"]}),
        (6, {"lokal": "mamy"}, {}),
    )

    table = Crossing.of(survey).tables("lokal", "river")[0]

    assert table.columns == ["Mamy", "Brak"]
    assert [(row.label, row.size) for row in table.rows] == [
        ("A", 18),
        ("B", 12),
        ("pozostałe łącznie", 7),
    ]
    assert [[cell.count for cell in row.cells] for row in table.rows] == [[10, 8], [7, 5], [7, 0]]


def test_overlapping_groups_hide_what_everybody_else_would_tell() -> None:
    # All but two of those who want a hall grow "a": the two could be recognised.
    survey = survey_with(
        (10, {"potrzeby": ["sala"]}, {"crop": ["a", "b"]}),
        (2, {"potrzeby": ["sala"]}, {"crop": ["b"]}),
        (9, {"potrzeby": ["auto"]}, {"crop": ["b"]}),
    )

    rows = {row.label: row for row in Crossing.of(survey).tables("potrzeby", "crop")[0].rows}

    assert rows["A"].cells[0].count is None
    assert rows["B"].cells[0].count == 12


def test_editions_are_compared_by_the_keys_of_questions() -> None:
    earlier = survey_with((6, {"lokal": "mamy"}, {}), (6, {"lokal": "brak"}, {}))
    Survey.objects.filter(pk=earlier.pk).update(
        closes_at=timezone.now() - timedelta(hours=1), results_published_at=timezone.now()
    )
    later = survey_with((9, {"lokal": "mamy"}, {}), (27, {"lokal": "brak"}, {}))

    editions = compare(later)

    assert editions is not None
    assert [survey.pk for survey in editions.surveys] == [earlier.pk, later.pk]
    assert editions.comparisons[0].rows[0] == ("Mamy", [50.0, 25.0])


def test_tags_of_open_answers_are_counted_above_four() -> None:
    survey = survey_with((9, {"opis": "Brakuje sali"}, {}))
    rows = list(tagging.open_answers(survey, "opis"))
    for row in rows[:5]:
        tagging.set_tags(row, "opis", "Lokal, lokal, ")
    tagging.set_tags(rows[5], "opis", "inne")
    tagging.set_tags(rows[5], "opis", "auto")
    survey.refresh_from_db()

    tags = results_of(survey).of("opis").parts[0].tags

    assert [(tag.label, tag.count) for tag in tags] == [("lokal", 5), ("auto", None)]


@pytest.mark.parametrize("format", list(FORMATS))
def test_results_in_every_format(format: str) -> None:
    survey = survey_with(
        (6, {"lokal": "mamy", "ocena": 2}, {"river": ["a"]}),
        (8, {"lokal": "brak", "potrzeby": ["sala"]}, {"river": ["b"]}),
    )
    stream = io.BytesIO()

    write_results(survey, format, stream)

    assert len(stream.getvalue()) > 200


def test_a_file_of_results_is_made_once_until_they_change(client: Client) -> None:
    survey = survey_with((6, {"lokal": "mamy", "ocena": 2}, {"river": ["a"]}))
    Survey.objects.filter(pk=survey.pk).update(results_published_at=timezone.now())
    url = reverse("surveys:export", args=[survey.pk, "docx"])

    def asked(language: str = "pl") -> tuple[bool, bytes]:
        """Whether the file was made for this reader, and the file."""
        with CaptureQueriesContext(connection) as queries:
            file = b"".join(client.get(url, headers={"accept-language": language}))
        return len(queries) > 2, file

    made, first = asked()
    assert made
    assert asked() == (False, first)
    assert asked("de")[0]

    Survey.objects.filter(pk=survey.pk).update(updated_at=timezone.now())
    assert asked()[0]


def test_data_for_analysis_come_with_their_codebook() -> None:
    survey = survey_with(
        (1, {"lokal": "mamy", "potrzeby": ["auto"], "opis": "=1+1"}, {"river": ["a"]})
    )
    stream = io.BytesIO()

    write_microdata(survey, stream)

    with zipfile.ZipFile(stream) as archive:
        data = list(csv.DictReader(io.StringIO(archive.read("dane.csv").decode())))
        book = list(csv.DictReader(io.StringIO(archive.read("slownik.csv").decode())))
    assert data[0]["lokal"] == "mamy"
    assert (data[0]["potrzeby__sala"], data[0]["potrzeby__auto"]) == ("0", "1")
    assert data[0]["opis"] == "'=1+1"  # no spreadsheet takes it for a formula
    assert data[0]["fakt_river"] == "a"
    assert {"Kolumna": "lokal", "Pytanie": "Lokal?", "Wartość": "brak", "Znaczenie": "Brak"} in book


def test_the_page_asks_the_database_the_same_for_many_answers(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    survey = survey_with((300, {"lokal": "mamy", "ocena": 2}, {"river": ["a"]}))
    Survey.objects.filter(pk=survey.pk).update(results_published_at=timezone.now())

    with django_assert_max_num_queries(20):
        page = client.get(
            reverse("surveys:results", args=[survey.pk]), {"pytanie": "lokal", "wedlug": "river"}
        )

    assert page.status_code == 200
    assert "300" in page.content.decode()
