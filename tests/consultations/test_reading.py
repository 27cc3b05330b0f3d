"""Everybody reads what is public, unit by unit, quickly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from consultations.models import Channel, Identity, Provision, Remark, Stage
from tests import own_cache
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def many_remarks(consultation: Any, count: int) -> None:
    """Remarks spread over all units, written at once."""
    units = list(consultation.current_version.provisions.all())
    start = consultation.last_remark_number
    Remark.objects.bulk_create(
        Remark(
            consultation=consultation,
            number=start + index + 1,
            version=consultation.current_version,
            provision=units[index % len(units)],
            submitter_name=f"Osoba {index}",
            channel=Channel.LETTER,
            received_on=timezone.localdate(),
            submitted_at=timezone.now(),
            text=f"Uwaga {index}",
        )
        for index in range(count)
    )


def test_the_reader_shows_each_unit_under_its_address(client: Client) -> None:
    consultation = make.open_consultation()

    page = client.get(consultation.get_absolute_url()).content.decode()

    for eid in consultation.current_version.provisions.values_list("eid", flat=True):
        assert f'id="{eid}"' in page
    assert "osób starszych" in page


def test_a_unit_has_its_own_address_with_its_remarks_only(client: Client) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, "par_1", text="O pierwszym")
    make.remark_on(consultation, "par_3", text="O trzecim")

    page = client.get(
        reverse("consultations:provision", args=[consultation.slug, "par_1"])
    ).content.decode()

    assert "O pierwszym" in page
    assert "O trzecim" not in page


def test_reading_costs_the_same_with_10_and_with_1000_remarks(client: Client) -> None:
    consultation = make.open_consultation()
    many_remarks(consultation, 10)
    client.get(consultation.get_absolute_url())  # warms content types
    urls = [
        consultation.get_absolute_url(),
        reverse("consultations:provision", args=[consultation.slug, "par_1"]),
        reverse("consultations:remarks", args=[consultation.slug]),
    ]
    costs = [count_queries(client, url) for url in urls]

    consultation.last_remark_number = 10
    many_remarks(consultation, 990)

    assert [count_queries(client, url) for url in urls] == costs
    assert max(costs) <= 12


def count_queries(client: Client, url: str) -> int:
    """What the page costs when no reader's visit is remembered."""
    own_cache.forget_all()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_list_costs_the_same_however_long(client: Client) -> None:
    make.open_consultation()
    url = reverse("consultations:list")
    client.get(url)
    cost = count_queries(client, url)

    for _ in range(5):
        make.open_consultation()

    assert count_queries(client, url) == cost
    assert cost <= 12


def test_a_draft_consultation_is_hidden_from_everybody_but_its_office(as_user: SignIn) -> None:
    consultation = make.in_stage(Stage.DRAFT)
    url = consultation.get_absolute_url()

    assert as_user(None).get(url).status_code == 404
    assert as_user(UserFactory()).get(url).status_code == 404
    assert as_user(make.official()).get(url).status_code == 200
    assert (
        consultation.title not in as_user(None).get(reverse("consultations:list")).content.decode()
    )


def test_private_persons_stay_unnamed_where_the_rules_say_so(client: Client) -> None:
    consultation = make.open_consultation(identity=Identity.PSEUDONYMS)
    author = UserFactory(display_name="Zofia Widoczna")
    make.remark_on(consultation, author=author)

    page = client.get(reverse("consultations:remarks", args=[consultation.slug])).content.decode()

    assert "Zofia Widoczna" not in page
    assert "Osoba prywatna nr 1" in page


def test_positions_are_secret_until_the_results(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    make.answer(remark)
    urls = [
        remark.get_absolute_url(),
        reverse("consultations:remarks", args=[consultation.slug]),
    ]

    for url in urls:
        assert (
            "Zmiana zostanie wprowadzona." not in as_user(remark.author).get(url).content.decode()
        )
        assert "Zmiana zostanie wprowadzona." in as_user(make.official()).get(url).content.decode()

    make.publish_results(consultation)
    for url in urls:
        assert "Zmiana zostanie wprowadzona." in as_user(None).get(url).content.decode()


def test_text_of_people_is_never_markup(client: Client) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, "par_1", text="<script>alert(1)</script>")

    page = client.get(reverse("consultations:remarks", args=[consultation.slug])).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_citations_are_written_as_lawyers_write_them() -> None:
    consultation = make.open_consultation()

    citations = dict(Provision.objects.values_list("eid", "citation"))

    assert citations["par_2__ust_1__pkt_2__lit_b"] == "§ 2 ust. 1 pkt 2 lit. b"
    assert consultation.current_version.provisions.count() == len(citations)


def test_the_list_can_be_searched_without_diacritics(client: Client) -> None:
    make.open_consultation(title="Strategia współpracy z żakami")
    make.open_consultation(title="Program stypendialny")

    page = client.get(reverse("consultations:list"), {"q": "wspolpracy zakami"}).content.decode()

    assert "Strategia współpracy z żakami" in page
    assert "Program stypendialny" not in page
