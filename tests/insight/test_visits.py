"""Visits are counted by day, kind of page and county: without cookies, addresses or names."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as portal_settings
from django.test import Client
from django.utils import timezone
from redis import Redis

from insight.domain import tally
from insight.domain.collecting import collect
from insight.models import CountedBatch, VisitCount, VisitorCount
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def counted() -> dict[tuple[str, str, str], int]:
    collect()
    rows = VisitCount.objects.values_list("part", "page", "county", "views")
    return {(part, page, county): views for part, page, county, views in rows}


def read(client: Client, path: str, **headers: str) -> Any:
    return client.get(path, headers={"User-Agent": FIREFOX} | headers)


def test_a_page_is_counted_by_its_kind_and_by_the_county_it_is_about(client: Client) -> None:
    OrganizationFactory(slug="nyska", county_id="1607")

    read(client, "/organizacje/nyska/")
    read(client, "/organizacje/nyska/")
    read(client, "/organizacje/")

    assert counted() == {
        ("organizations", "organizations:detail", "1607"): 2,
        ("organizations", "organizations:list", ""): 1,
    }


def test_rare_pages_are_other_pages_of_their_part(client: Client) -> None:
    read(client, "/prywatnosc/")

    assert counted() == {("pages", "", ""): 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"DNT": "1"},
        {"Sec-GPC": "1"},
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "curl/8.5"},
        {"User-Agent": ""},
        {"HX-Request": "true"},
        {"Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_who_minds_and_what_is_no_reader_is_not_counted(
    client: Client, headers: dict[str, str]
) -> None:
    read(client, "/", **headers)

    assert counted() == {}


@pytest.mark.parametrize("path", ["/nie-ma/", "/konto/login/", "/robots.txt", "/api/v1/areas"])
def test_only_public_pages_for_people_count(client: Client, path: str) -> None:
    read(client, path)

    assert counted() == {}


def test_nothing_is_set_in_the_browser_and_nothing_personal_is_kept(client: Client) -> None:
    answer = client.get(
        "/o-projekcie/", headers={"User-Agent": FIREFOX}, REMOTE_ADDR="203.0.113.77"
    )

    assert not {name for name in answer.cookies if name != portal_settings.CSRF_COOKIE_NAME}
    store = Redis.from_url(portal_settings.REDIS_URL)
    prefix = portal_settings.CACHES["default"]["KEY_PREFIX"]
    kept = b"".join(store.dump(key) or b"" for key in store.scan_iter(f"{prefix}:insight:*"))
    assert kept
    assert b"203.0.113.77" not in kept
    assert b"Firefox" not in kept
    assert all(store.ttl(key) > 0 for key in store.scan_iter(f"{prefix}:insight:*"))


def test_readers_of_a_day_are_estimated(client: Client) -> None:
    for address in ("203.0.113.1", "203.0.113.2", "203.0.113.1"):
        client.get("/", headers={"User-Agent": FIREFOX}, REMOTE_ADDR=address)
    client.get("/organizacje/", headers={"User-Agent": FIREFOX}, REMOTE_ADDR="203.0.113.1")

    collect()

    assert dict(VisitorCount.objects.values_list("part", "visitors")) == {
        "": 2,
        "pages": 2,
        "organizations": 1,
    }


def test_a_batch_counts_once_even_when_its_end_was_not_noted(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(client, "/")
    with monkeypatch.context() as killed:
        killed.setattr(tally, "forget", lambda batch: None)
        collect()

    assert counted() == {("pages", "pages:home", ""): 1}
    assert tally.batches() == []


def test_later_visits_are_added_to_the_day(client: Client) -> None:
    read(client, "/")
    collect()
    read(client, "/")

    assert counted() == {("pages", "pages:home", ""): 2}


def test_old_notes_of_batches_go(client: Client) -> None:
    CountedBatch.objects.create(key="2020-01-01:x")
    CountedBatch.objects.update(counted_at=timezone.now() - timedelta(days=8))

    collect()

    assert not CountedBatch.objects.exists()


def test_without_redis_pages_are_read_uncounted(client: Client, settings: Any) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert read(client, "/o-projekcie/").status_code == 200
