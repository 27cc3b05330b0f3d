"""Versions of the questionnaire: delivered, brought in, published for good, compared."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import yaml
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from quality_index.domain.narrative import narrative
from quality_index.domain.presenting import facts_of
from quality_index.domain.questionnaires import (
    add_version,
    map_versions,
    publish_version,
)
from quality_index.domain.series import published_years
from quality_index.exports.questionnaire import write_questionnaire
from quality_index.imports.questionnaire import QuestionnaireUnreadable, read_questionnaire
from quality_index.models import QuestionnaireVersion
from quality_index.reference import DELIVERED, load_delivered_questionnaire
from tests.accounts.factories import AdministratorFactory
from tests.quality_index import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def document() -> dict[str, Any]:
    return yaml.safe_load(DELIVERED.read_text())


def as_yaml(changed: dict[str, Any]) -> bytes:
    return yaml.safe_dump(changed, allow_unicode=True).encode()


def second_version() -> QuestionnaireVersion:
    """One indicator renamed, one new, one gone, one heavier."""
    changed = document()
    indicators = changed["planes"][0]["areas"][0]["indicators"]
    indicators[0] |= {"key": "zapowiedzi", "replaces": ["plany-urzedu"]}
    indicators[1] |= {"key": "calkiem-nowy"}
    indicators[2] |= {"weight": 2}
    return publish_version(add_version(read_questionnaire(as_yaml(changed), is_sheet=False)))


def test_the_delivered_questionnaire_is_complete_and_published() -> None:
    version = make.delivered()

    assert version.is_published
    assert version.planes.count() == 3
    assert 40 <= version.indicators.count() <= 60
    for row in version.indicators.all():
        assert row.question
        assert row.evidence
        assert row.name_en
        assert row.name_de
        assert row.recommendations_for(0)
        assert not row.recommendations_for(4)


def test_loading_it_again_changes_nothing() -> None:
    load_delivered_questionnaire()

    assert QuestionnaireVersion.objects.count() == 1


def test_the_database_lets_nobody_change_a_published_version() -> None:
    version = make.delivered()
    indicator = version.indicators.first()

    for change in (
        lambda: version.indicators.update(question="Inne?"),
        lambda: version.areas.update(weight=2),
        lambda: version.planes.first().delete(),
        lambda: QuestionnaireVersion.objects.update(title="Inny"),
        lambda: type(indicator).objects.create(
            version=version, area=indicator.area, key="nowy", question="?", levels=["a"] * 5
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_a_version_survives_the_way_through_a_sheet() -> None:
    stream = BytesIO()
    write_questionnaire(make.delivered(), stream)

    text = read_questionnaire(stream.getvalue(), is_sheet=True)

    original = read_questionnaire(DELIVERED.read_bytes(), is_sheet=False)
    assert [plane.parts for plane in text.planes] == [plane.parts for plane in original.planes]


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda row: row.update(levels=["a", "b"]), "opisz pięć poziomów"),
        (lambda row: row.update(weight=0.001), "waga"),
        (lambda row: row.update(key="ze spacją"), "nie może być kluczem"),
        (lambda row: row.update(key="kanaly"), "się powtarza"),
        (lambda row: row.pop("question"), "brakuje pytania"),
    ],
)
def test_a_wrong_file_is_explained(spoil: Callable[[dict], Any], problem: str) -> None:
    changed = document()
    spoil(changed["planes"][0]["areas"][0]["indicators"][0])

    with pytest.raises(QuestionnaireUnreadable, match=problem):
        read_questionnaire(as_yaml(changed), is_sheet=False)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"- a", b"{", b"planes: 7\ntitle: x", b"[" * 20_000 + b"]" * 20_000]
)
def test_rubbish_is_no_questionnaire(data: bytes) -> None:
    for is_sheet in (False, True):
        with pytest.raises(QuestionnaireUnreadable):
            read_questionnaire(data, is_sheet=is_sheet)


def test_an_administrator_brings_in_a_version_and_publishes_it(as_user: SignIn) -> None:
    client = as_user(AdministratorFactory())
    source = BytesIO(DELIVERED.read_bytes())
    source.name = "lijw.yaml"

    client.post(reverse("quality_index:add_questionnaire"), {"source": source})
    version = QuestionnaireVersion.objects.get(number=2)
    assert Client().get(version.get_absolute_url()).status_code == 404
    assert client.get(version.get_absolute_url()).status_code == 200
    client.post(reverse("quality_index:publish_questionnaire", args=[2]))

    assert Client().get(version.get_absolute_url()).status_code == 200


def test_indicators_carry_over_by_key_or_by_what_they_replace() -> None:
    mapping = map_versions(make.delivered(), second_version())

    assert mapping.same["zapowiedzi"] == "plany-urzedu"
    assert mapping.added == ["calkiem-nowy"]
    assert mapping.removed == ["plany-organizacji"]
    assert mapping.reweighted == ["kanaly"]
    assert mapping.is_break


def test_a_new_questionnaire_breaks_the_series_and_totals_are_not_compared() -> None:
    body = make.county_office()
    make.settled(body, 2023)
    second = make.settled(body, 2024)
    newer = second_version()
    third = make.in_preparation(body=body, year=2025, version=newer)
    type(third).objects.filter(pk=third.pk).update(stage="consensus")
    third.refresh_from_db()
    make.agree_all(third, 3)
    for target in ("approved", "published"):
        make.stages.change_stage(assessment=third, target=make.Stage(target))

    breaks = [year.is_break for year in published_years(body)]

    assert breaks == [False, False, True]
    assert any("nie porównujemy" in sentence for sentence in narrative(facts_of(third)))
    assert any("prawie tyle samo" in sentence for sentence in narrative(facts_of(second)))
