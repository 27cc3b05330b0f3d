"""How offices keep their word: measured from public matters, shown with its method."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from consultations.models import Consultation, ConsultationRound, Stage
from insight.domain import kept_word
from insight.domain.keeping import refresh
from insight.models import KeptPromise
from tests.consultations.factories import (
    answer,
    close,
    in_stage,
    marshal_office,
    next_round,
    open_consultation,
    publish_results,
    remark_on,
)
from tests.quality_index.factories import published

pytestmark = pytest.mark.django_db
PAGE = "/jak-dotrzymujemy-slowa/"


def ended(consultation: Consultation, *, days_ago: int, lasting: int = 20) -> Consultation:
    """The consultation as if its term had passed so long ago."""
    closes_on = timezone.localdate() - timedelta(days=days_ago)
    consultation.refresh_from_db()
    consultation.closes_on = closes_on
    consultation.opens_on = closes_on - timedelta(days=lasting)
    consultation.save()
    return consultation


def results_of(consultation: Consultation) -> KeptPromise:
    refresh()
    rounds = consultation.rounds.values("pk")
    return KeptPromise.objects.get(source="results", object_id__in=rounds)


def test_the_clock_runs_from_the_last_day_to_the_publication_of_positions() -> None:
    consultation = open_consultation()
    remark_on(consultation)
    ended(publish_results(consultation), days_ago=10)

    row = results_of(consultation)

    assert (row.days, row.kept) == (10, True)
    assert (row.asked, row.answered) == (1, 1)
    assert row.office_slug == marshal_office().slug


def test_results_that_are_late_or_missing_break_the_word() -> None:
    late = ended(publish_results(open_consultation()), days_ago=31)
    missing = open_consultation()
    remark_on(missing)
    ended(close(missing), days_ago=31)
    in_time = close(open_consultation())

    assert (results_of(late).kept, results_of(late).days) == (False, 31)
    assert (results_of(missing).kept, results_of(missing).days) == (False, None)
    assert results_of(in_time).kept is None


def test_positions_that_are_not_published_answer_nobody() -> None:
    consultation = open_consultation()
    remark = remark_on(consultation)
    close(consultation)
    answer(remark)

    row = results_of(consultation)

    assert (row.asked, row.answered) == (1, 0)


def test_rounds_whose_results_come_together_are_one_matter() -> None:
    consultation = open_consultation()
    remark_on(consultation)
    close(consultation)
    next_round(consultation)
    remark_on(consultation)
    publish_results(consultation)

    row = results_of(consultation)

    assert row.object_id == ConsultationRound.objects.order_by("-number").first().pk
    assert (row.asked, row.answered) == (2, 2)
    assert KeptPromise.objects.filter(source="terms").count() == 2


def test_a_consultation_shorter_than_its_rule_broke_the_term() -> None:
    short = ended(close(open_consultation()), days_ago=5, lasting=3)
    long = ended(close(open_consultation()), days_ago=5, lasting=30)

    refresh()

    kept = {row.object_id: row.kept for row in KeptPromise.objects.filter(source="terms")}
    assert kept == {short.rounds.get().pk: False, long.rounds.get().pk: True}


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.CANCELLED])
def test_what_nobody_sees_and_what_was_called_off_is_not_measured(stage: str) -> None:
    ended(in_stage(stage), days_ago=40)

    refresh()

    assert not KeptPromise.objects.filter(source="results").exists()


def test_what_is_public_no_more_leaves_at_the_next_measuring() -> None:
    consultation = close(open_consultation())
    refresh()
    Consultation.objects.filter(pk=consultation.pk).update(stage=Stage.ANALYSIS)
    ConsultationRound.objects.filter(consultation=consultation).update(withdrawn_at=timezone.now())

    refresh()

    assert not KeptPromise.objects.exists()


def test_plans_of_improvement_are_promises_too() -> None:
    assessment = published()
    today = timezone.localdate()
    done = assessment.actions.create(
        title="Powołamy pełnomocnika", owner_name="Urząd", due_on=today, status="planned"
    )
    assessment.actions.create(
        title="Wydłużymy terminy", owner_name="Urząd", due_on=today - timedelta(days=1)
    )
    done.status = "done"
    done.save()

    refresh()

    rows = KeptPromise.objects.filter(source="plans").order_by("title")
    assert [(row.title, row.kept) for row in rows] == [
        ("Powołamy pełnomocnika", True),
        ("Wydłużymy terminy", False),
    ]


def test_shares_count_only_what_fell_due() -> None:
    consultation = open_consultation()
    remark_on(consultation)
    ended(publish_results(consultation), days_ago=4)
    waiting = open_consultation()
    remark_on(waiting)
    close(waiting)
    refresh()

    measure = kept_word.overall(kept_word.matters(source="results"))

    assert (measure.matters, measure.judged, measure.kept, measure.waiting) == (2, 1, 1, 1)
    assert (measure.asked, measure.answered, measure.share_answered) == (1, 1, 100)
    assert measure.median_days == 4


def test_the_page_explains_and_leads_to_every_matter(client: Client) -> None:
    consultation = ended(publish_results(open_consultation()), days_ago=12)
    refresh()
    slug = marshal_office().slug

    page = client.get(PAGE).content.decode()
    office = client.get(f"{PAGE}urzad/{slug}/").content.decode()

    assert "w ciągu 30 dni" in page
    assert f'href="{PAGE}urzad/{slug}/"' in page
    assert f'href="{consultation.get_absolute_url()}"' in office
    assert client.get(f"{PAGE}urzad/nie-ma/").status_code == 404


def test_an_empty_portal_says_that_there_is_nothing_to_count(client: Client) -> None:
    assert "Nie ma jeszcze czego liczyć" in client.get(PAGE).content.decode()


@pytest.mark.parametrize("query", ["rok=x", "rok=0000", "rodzaj=%00", "kolejnosc=x", "page=z"])
def test_bad_filters_narrow_nothing(client: Client, query: str) -> None:
    ended(publish_results(open_consultation()), days_ago=12)
    refresh()

    assert marshal_office().name in client.get(f"{PAGE}?{query}").content.decode()


def test_the_file_and_the_api_tell_the_same(client: Client) -> None:
    ended(publish_results(open_consultation()), days_ago=12)
    refresh()

    answer_file = client.get(f"{PAGE}plik/csv/")
    text = b"".join(answer_file.streaming_content).decode("utf-8-sig")
    found: dict[str, Any] = client.get("/api/v1/kept-word", {"kind": "results"}).json()

    assert "12" in {cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row}
    assert [(item["days"], item["kept"]) for item in found["items"]] == [(12, True)]
    assert client.get(f"{PAGE}plik/exe/").status_code == 404


def test_queries_do_not_grow_with_offices(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    today = timezone.localdate()
    KeptPromise.objects.bulk_create(
        KeptPromise(
            source="results",
            object_id=number,
            office_slug=f"urzad-{number}",
            office_name=f"Urząd {number}",
            office_url="/",
            title="Sprawa",
            url="/",
            begun_on=today,
            kept=True,
            days=number,
            refreshed_at=timezone.now(),
        )
        for number in range(40)
    )

    with django_assert_max_num_queries(7):
        page = client.get(f"{PAGE}?kolejnosc=czas").content.decode()

    assert page.index("Urząd 39") < page.index("Urząd 38")


def test_the_page_of_an_office_tells_how_it_keeps_its_word(client: Client) -> None:
    address = marshal_office().get_absolute_url()
    assert "Jak dotrzymuje słowa" not in client.get(address).content.decode()

    ended(publish_results(open_consultation()), days_ago=12)
    refresh()

    page = client.get(address).content.decode()
    assert "Jak dotrzymuje słowa" in page
    assert f'href="{PAGE}urzad/{marshal_office().slug}/"' in page
