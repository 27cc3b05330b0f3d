"""Initiatives from files, and mistakes on the map that anybody may report."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from notifications.models import OutboxEvent
from organizations.models import Initiative, InitiativeImport, InitiativeReport, InitiativeStage
from pages.proof_of_work import solve
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import InitiativeFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]
CSV = """Id;Tytuł;W jednym zdaniu;Gmina;Szerokość;Długość;Etap;Kto
7;Ogród przy szkole;Grządki;1607053;50,47;17,33;trwa;Rodzice
8;Kino letnie;;Nysa;;;;
9;Bez gminy;;;;;;
8;Kino letnie;;Nysa;;;;
10;=1+1;;Nysa;;;;
11;Daleko;;Nysa;150;17;;
"""


@pytest.fixture
def moderator(as_user: SignIn) -> Client:
    return as_user(AdministratorFactory())


def _upload(client: Client, content: str | bytes, name: str = "lista.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(
        reverse("organizations:initiative_imports"),
        {"source": "Mapa gminy", "file": SimpleUploadedFile(name, data)},
    )


def _run(client: Client, content: str | bytes, name: str = "lista.csv") -> InitiativeImport:
    response = _upload(client, content, name)
    assert response.status_code == 302, response.context["form"].errors
    run = InitiativeImport.objects.latest("pk")
    client.post(run.get_absolute_url())
    run.refresh_from_db()
    return run


def test_the_preview_tells_right_rows_from_wrong_ones_and_writes_nothing(
    moderator: Client,
) -> None:
    _upload(moderator, CSV)
    page = moderator.get(InitiativeImport.objects.get().get_absolute_url())

    assert dict(page.context["counts"]) == {"new": 2, "wrong": 4}
    assert [weighed.row.number for weighed in page.context["rows"]][:4] == [3, 4, 5, 6]
    assert not Initiative.objects.exists()


def test_right_rows_stand_on_the_map_and_repeating_doubles_nothing(moderator: Client) -> None:
    _run(moderator, CSV)
    again = _run(moderator, CSV.replace("Grządki", "Grządki i pszczoły"))

    assert (again.new_count, again.changed_count) == (0, 1)
    garden = Initiative.objects.get(source_key="7")
    assert (garden.summary, garden.publication) == ("Grządki i pszczoły", "published")
    assert (round(garden.latitude, 2), garden.county_id) == (50.47, "1607")
    assert Initiative.objects.count() == 2


def test_a_file_is_written_once(moderator: Client) -> None:
    run = _run(moderator, CSV)
    moderator.post(run.get_absolute_url())

    assert Initiative.objects.count() == 2


def test_the_portals_own_geojson_can_be_brought_in(moderator: Client, client: Client) -> None:
    InitiativeFactory(title="Aleja lip", place="Rynek")
    feed = client.get(reverse("organizations:initiatives_feed")).getvalue()
    Initiative.objects.all().delete()

    run = _run(moderator, feed, "mapa.geojson")

    assert run.new_count == 1
    assert Initiative.objects.get().place == "Rynek"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("to nie jest json", "mapa.geojson"),
        (json.dumps({"features": "x"}), "mapa.geojson"),
        ("a;b\n1;2\n", "lista.csv"),
        ("Tytuł\n" + "x\n" * 3, "lista.csv"),
    ],
)
def test_a_file_that_is_no_list_gives_a_reason(content: str, name: str, moderator: Client) -> None:
    response = _upload(moderator, content, name)

    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not InitiativeImport.objects.exists()


def test_only_moderators_import(as_user: SignIn) -> None:
    url = reverse("organizations:initiative_imports")
    assert as_user(UserFactory()).get(url).status_code == 403
    assert as_user().get(url).status_code == 302


def _report(client: Client, initiative: Initiative, **values: str) -> Any:
    url = reverse("organizations:report_initiative", args=[initiative.slug])
    key = client.get(url).context["form"].initial["submission_key"]
    data = {"text": "Zły adres.", "submission_key": key, "proof": solve(key), **values}
    return client.post(url, data)


def test_anybody_reports_a_mistake_and_a_moderator_deals_with_it(
    client: Client, moderator: Client
) -> None:
    initiative = InitiativeFactory()
    _report(client, initiative, email="ktos@example.org")
    report = InitiativeReport.objects.get()
    assert "Zły adres." in moderator.get(reverse("organizations:moderation")).content.decode()

    moderator.post(reverse("organizations:close_report", args=[report.pk]), {"finish": "1"})

    initiative.refresh_from_db()
    report.refresh_from_db()
    assert initiative.stage == InitiativeStage.FINISHED
    assert report.closed_at is not None
    assert OutboxEvent.objects.filter(kind="organizations.initiative_reported").count() == 1


def test_anybody_may_say_that_it_still_runs_and_robots_pay(client: Client) -> None:
    year_ago = timezone.now() - timedelta(days=366)
    initiative = InitiativeFactory(confirmed_at=year_ago)
    url = reverse("organizations:confirm_initiative", args=[initiative.slug])
    assert url in client.get(initiative.get_absolute_url()).content.decode()

    client.post(url)
    initiative.refresh_from_db()
    assert initiative.is_stale
    key = client.get(url).context["form"].initial["submission_key"]
    client.post(url, {"submission_key": key, "proof": solve(key)})

    initiative.refresh_from_db()
    assert not initiative.is_stale


def test_nobody_reports_more_than_ten_times_an_hour(client: Client) -> None:
    initiative = InitiativeFactory()
    for _number in range(11):
        response = _report(client, initiative)

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert InitiativeReport.objects.count() == 10
