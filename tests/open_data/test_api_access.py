"""How the API may be asked: limits, other sites, caches, methods."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory

from open_data.public_access import client_address, is_over_limit
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
AREAS = "/api/v1/areas"


def test_too_many_questions_are_put_off(client: Client, settings: Any) -> None:
    settings.API_REQUESTS_PER_MINUTE = 3
    answers = [client.get(AREAS) for _number in range(7)]

    # Seven: also when a minute ends between them, one of the two has more than three.
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert 0 < int(refused[0]["Retry-After"]) <= 60
    assert "Za dużo" in refused[0].json()["detail"]
    assert client.get(AREAS, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_without_redis_the_api_still_answers(settings: Any) -> None:
    settings.API_REQUESTS_PER_MINUTE = 0
    assert is_over_limit("203.0.113.1")

    settings.CACHES = settings.CACHES | {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    assert not is_over_limit("203.0.113.1")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.7", "203.0.113.5"),  # nobody's word counts
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "1.2.3.4, 198.51.100.7", "198.51.100.7"),  # the left part may be invented
        (2, "198.51.100.7", "203.0.113.5"),
        (1, "bzdura", "203.0.113.5"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_the_address_is_what_our_proxies_saw(
    settings: Any, proxies: int, forwarded: str, address: str
) -> None:
    settings.TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get(
        "/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="203.0.113.5"
    )

    assert client_address(request) == address


def test_what_has_not_changed_is_304(client: Client) -> None:
    OrganizationFactory()
    etag = client.get("/api/v1/organizations")["ETag"]

    assert client.get("/api/v1/organizations", headers={"If-None-Match": etag}).status_code == 304

    OrganizationFactory()
    assert client.get("/api/v1/organizations", headers={"If-None-Match": etag}).status_code == 200


def test_every_site_may_read_and_no_cookie_counts(client: Client) -> None:
    answer = client.get(AREAS, headers={"Origin": "https://example.org"})
    asked_before = client.options(AREAS, headers={"Origin": "https://example.org"})

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert "Cookie" not in answer["Vary"].replace(" ", "").split(",")
    assert not answer.cookies
    assert (asked_before.status_code, asked_before["Access-Control-Allow-Origin"]) == (204, "*")
    assert "Access-Control-Allow-Origin" not in client.get("/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    answer = getattr(client, method)(AREAS)

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_head_is_get_without_a_body(client: Client) -> None:
    full = client.get(AREAS)
    head = client.head(AREAS)

    assert (head.status_code, head.content) == (200, b"")
    assert (head["ETag"], head["Content-Length"]) == (full["ETag"], full["Content-Length"])


def test_refusals_speak_the_readers_language(client: Client) -> None:
    polish = client.get(f"{AREAS}?limit=0", headers={"Accept-Language": "pl"})

    assert polish["Content-Language"] == "pl"
    assert "Accept-Language" in polish["Vary"]
    assert polish.json()["errors"] == {"limit": ["Najmniejsza dozwolona wartość to 1."]}
