"""The map of initiatives: proposals, list, markers, feed, what stays hidden."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from notifications.models import OutboxEvent
from organizations.domain.errors import AlreadyDecided, ReasonMissing
from organizations.domain.initiatives import publish_initiative, refuse_initiative
from organizations.domain.map_points import MAX_MARKERS, Box, markers
from organizations.models import Initiative, InitiativeStage, Publication
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import InitiativeFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db

REGION = Box(16.8, 49.9, 18.8, 51.3)
PROPOSED = {
    "title": "Ogród na dachu",
    "summary": "Grządki dla wszystkich.",
    "informal_group": "Sąsiedzi z Malwowej",
    "stage": "running",
    "gmina": "1607053",
}
# The smallest picture there is: one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63"
    "f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def _titles(client: Client, query: str = "") -> list[str]:
    response = client.get(f"{reverse('organizations:initiatives')}{query}")
    page = BeautifulSoup(response.content, "html.parser")
    return [title.get_text(strip=True) for title in page.select(".card__title")]


def _marker_titles(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"{reverse('organizations:initiative_points')}{query}").json()
    return sorted(marker["title"] for marker in answer["markers"])


def test_a_proposal_waits_out_of_sight_until_it_is_published(
    client: Client, as_user: Callable[..., Client]
) -> None:
    person = UserFactory()
    response = as_user(person).post(reverse("organizations:propose_initiative"), PROPOSED)
    assert response.status_code == 302, response.context["form"].errors
    initiative = Initiative.objects.get()
    assert (initiative.county_id, round(initiative.latitude, 2)) == ("1607", 50.47)
    assert client.get(initiative.get_absolute_url()).status_code == 404
    assert as_user(person).get(initiative.get_absolute_url()).status_code == 200
    assert _titles(client) == _marker_titles(client) == []

    as_user(AdministratorFactory()).post(
        reverse("organizations:decide_initiative", args=[initiative.slug]), {"accept": "1"}
    )

    assert _titles(client) == _marker_titles(client) == ["Ogród na dachu"]
    kinds = set(OutboxEvent.objects.values_list("kind", flat=True))
    assert kinds == {"organizations.initiative_proposed", "organizations.initiative_decided"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"informal_group": ""}, "informal_group"),
        ({"starts_on": "2026-05-01", "ends_on": "2026-04-01"}, "__all__"),
        ({"latitude": "95"}, "latitude"),
        ({"gmina": ""}, "gmina"),
    ],
)
def test_mistakes_of_a_proposal_are_told(
    as_user: Callable[..., Client], change: dict[str, str], field: str
) -> None:
    response = as_user(UserFactory()).post(
        reverse("organizations:propose_initiative"), {**PROPOSED, **change}
    )

    assert field in response.context["form"].errors
    assert Initiative.objects.count() == 0


def test_a_picture_comes_with_author_and_licence(
    client: Client, as_user: Callable[..., Client]
) -> None:
    address = reverse("organizations:propose_initiative")
    browser = as_user(UserFactory())

    def picture() -> SimpleUploadedFile:
        return SimpleUploadedFile("ogrod.png", PIXEL, "image/png")

    refused = browser.post(address, {**PROPOSED, "picture": picture()})
    assert "photo_licence" in refused.context["form"].errors
    browser.post(
        address,
        {
            **PROPOSED,
            "picture": picture(),
            "photo_description": "Grządki",
            "photo_author": "Otylia Malwińska",
            "photo_licence": "cc0-1.0",
        },
    )

    initiative = Initiative.objects.get()
    photo = reverse("organizations:initiative_photo", args=[initiative.slug])
    assert client.get(photo).status_code == 404  # not published yet
    assert browser.get(photo)["Content-Type"] == "image/png"


def test_members_propose_for_their_own_organizations_only(as_user: Callable[..., Client]) -> None:
    own, foreign = OrganizationMembershipFactory(), OrganizationMembershipFactory()
    address = reverse("organizations:propose_initiative")
    values = {**PROPOSED, "informal_group": ""}
    browser = as_user(own.user)

    refused = browser.post(address, {**values, "organizations": [foreign.organization_id]})
    browser.post(address, {**values, "organizations": [own.organization_id]})

    assert "organizations" in refused.context["form"].errors
    assert [row.pk for row in Initiative.objects.get().organizations.all()] == [own.organization_id]


def test_decisions_are_for_moderators_and_once(as_user: Callable[..., Client]) -> None:
    initiative = InitiativeFactory(publication=Publication.PROPOSED)
    administrator = AdministratorFactory()
    address = reverse("organizations:decide_initiative", args=[initiative.slug])
    assert as_user(UserFactory()).post(address, {"accept": "1"}).status_code == 403

    with pytest.raises(ReasonMissing):
        refuse_initiative(initiative, decided_by=administrator, reason="")
    refuse_initiative(initiative, decided_by=administrator, reason="To reklama.")
    with pytest.raises(AlreadyDecided):
        publish_initiative(initiative, decided_by=administrator)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?q=ogrodu", ["Ogród"]),
        ("?powiat=1601", ["Rzeka"]),
        ("?sfera=18", ["Ogród"]),
        ("?odbiorcy=youth", ["Rzeka"]),
        ("?odbiorcy=families", []),
        ("?etap=planned", ["Rzeka"]),
        ("?szuka=on", ["Ogród"]),
        ("?obszar=17.3,50.4,17.4,50.5", ["Ogród"]),
        ("?obszar=bzdura", ["Ogród", "Rzeka"]),
        ("?obszar=nan,nan,nan,nan", ["Ogród", "Rzeka"]),
        ("?powiat=9999", ["Ogród", "Rzeka"]),
    ],
)
def test_list_map_and_feed_share_the_filters(client: Client, query: str, titles: list[str]) -> None:
    InitiativeFactory(title="Ogród", volunteers_needed="Ktoś").benefit_fields.set(["18"])
    InitiativeFactory(
        title="Rzeka",
        gmina_id="1601011",
        county_id="1601",
        latitude=50.86,
        longitude=17.47,
        stage=InitiativeStage.PLANNED,
    ).target_groups.set(["youth"])
    InitiativeFactory(title="Ukryta", publication=Publication.HIDDEN)
    feed = json.loads(client.get(f"{reverse('organizations:initiatives_feed')}{query}").getvalue())

    assert sorted(_titles(client, query)) == titles
    assert _marker_titles(client, query) == titles
    assert sorted(row["properties"]["title"] for row in feed["features"]) == titles


def test_neighbours_become_a_cluster_that_opens_when_one_comes_near() -> None:
    for number in range(10):
        InitiativeFactory(latitude=50.470 + number / 1000, longitude=17.33)
    InitiativeFactory(latitude=51.0, longitude=18.4)
    rows = Initiative.objects.published()

    far, near = markers(rows, REGION, 8), markers(rows, REGION, 17)

    assert sorted(marker.count for marker in far) == [1, 10]
    assert [marker.count for marker in near] == [1] * 11
    assert all(marker.url for marker in near)
    assert not next(marker for marker in far if marker.count == 10).url


def test_the_map_stays_small_and_asks_little(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    base = InitiativeFactory()
    rows = []
    for number in range(2000):
        row = Initiative(title="ż" * 150, slug=f"gesta-{number}", publication="published")
        row.gmina, row.county = base.gmina, base.county
        row.latitude = 50 + (number % 50) / 50
        row.longitude = 17 + (number // 50) / 40
        row.set_search_columns()
        rows.append(row)
    Initiative.objects.bulk_create(rows)

    for zoom in (7, 10, 13, 18):
        with django_assert_max_num_queries(3):
            response = client.get(
                reverse("organizations:initiative_points"),
                {"obszar": "16.8,49.9,18.8,51.3", "skala": zoom},
            )
        assert len(response.json()["markers"]) <= MAX_MARKERS
        assert len(response.content) < 100_000


def test_the_map_is_remembered_until_an_initiative_changes(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shown = InitiativeFactory()
    address = reverse("organizations:initiative_points")
    assert len(client.get(address).json()["markers"]) == 1

    with django_assert_num_queries(1):
        client.get(address)
    shown.publication = Publication.HIDDEN
    shown.save()

    assert client.get(address).json()["markers"] == []


def test_old_ones_fade_until_somebody_says_they_still_run(
    client: Client, as_user: Callable[..., Client]
) -> None:
    initiative = InitiativeFactory(confirmed_at=timezone.now() - timedelta(days=366))
    assert "dawno nie potwierdzana" in client.get("/organizacje/inicjatywy/").content.decode()

    as_user(UserFactory()).post(reverse("organizations:confirm_initiative", args=[initiative.slug]))

    initiative.refresh_from_db()
    assert not initiative.is_stale


def test_the_map_can_stand_in_another_site(client: Client) -> None:
    response: Any = client.get(reverse("organizations:initiatives_embed"))

    assert "X-Frame-Options" not in response
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    other = client.get(reverse("organizations:initiatives"))
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]


def test_outlines_hold_twelve_counties_where_they_are(client: Client) -> None:
    features = client.get(reverse("organizations:county_outlines")).json()["features"]

    assert len(features) == 12
    corners = [c for f in features for part in f["geometry"]["coordinates"] for c in part[0]]
    assert all(
        16.8 < longitude < 18.8 and 49.9 < latitude < 51.3 for longitude, latitude in corners
    )


def test_the_list_costs_the_same_with_more_rows(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("organizations:initiatives")
    for count in (3, 15):
        InitiativeFactory.create_batch(count)
        with django_assert_num_queries(3):
            client.get(address)
