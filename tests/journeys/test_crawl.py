"""Each role follows every link: all addresses answer, and pages hold on phone and desktop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as portal_settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import Browser, Page, ViewportSize

from accounts.models import User
from portal.demo import ADMINISTRATOR, NGO, OFFICIAL, PARTICIPANT, seed
from tests.journeys.accessibility import LOOKS, check_accessibility
from tests.journeys.conftest import Visitor, new_context
from tests.journeys.crawler import Crawl, Enough, crawl, signed_in
from tests.live_server import serve, stop

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


QUICK_HASHES = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def portal(
    own_database: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Any, Path]]:
    """A server over the demo and the demo's files, seeded once for all who only look around."""
    files = tmp_path_factory.mktemp("demo-files")
    ours = override_settings(
        MEDIA_ROOT=files, PASSWORD_HASHERS=QUICK_HASHES, ALLOWED_HOSTS=["localhost", "testserver"]
    )
    with django_db_blocker.unblock(), ours:
        assert connection.settings_dict["NAME"].startswith("test_")
        seed()
        server = serve()
        yield server, files
        stop(server)
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def base(portal: tuple[Any, Path], settings: Any) -> str:
    """The demo's address; its files stand where the seeding left them."""
    server, settings.MEDIA_ROOT = portal
    return str(server.url)


@pytest.mark.journey
@pytest.mark.parametrize(
    ("email", "enough", "public_too"),
    [
        pytest.param(None, Enough(), True, id="nobody"),
        pytest.param(OFFICIAL.email, Enough(), True, id="official"),
        # What everybody may open was looked at by the others already.
        pytest.param(NGO.email, Enough(2, 6), False, id="ngo"),
        pytest.param(PARTICIPANT.email, Enough(2, 6), False, id="citizen"),
        pytest.param(ADMINISTRATOR.email, Enough(2, 6), False, id="administrator"),
    ],
)
def test_every_page_holds(
    email: str | None,
    enough: Enough,
    public_too: bool,
    base: str,
    browser: Browser,
    tmp_path: Path,
) -> None:
    client = signed_in(email)
    guest = Visitor(new_context(browser), base, tmp_path)
    _carry_session(client, guest)

    found = crawl(client, enough)

    problems = [f"{address}: {reason}" for address, reason in found.broken.items()]
    for address in first_of_each_page(found):
        if public_too or not is_public(address):
            problems += look_at(guest, address)
    guest.page.context.close()
    assert not problems, "\n".join(problems)


@pytest.mark.usefixtures("base")
@pytest.mark.parametrize(("language", "email"), [("en", NGO.email), ("de", OFFICIAL.email)])
def test_every_page_answers_in_other_languages(language: str, email: str) -> None:
    User.objects.filter(email=email).update(language=language)
    client = signed_in(email)
    client.cookies[portal_settings.LANGUAGE_COOKIE_NAME] = language

    found = crawl(client, Enough(1, 2))

    User.objects.filter(email=email).update(language="pl")
    assert found.broken == {}
    assert len(found.pages) > 100
    assert found.languages == {language}


def first_of_each_page(found: Crawl) -> list[str]:
    """An address of each page; the admin's pages are Django's."""
    return [
        addresses[0]
        for name, addresses in sorted(found.pages.items())
        if not name.startswith("admin:")
    ]


def is_public(address: str) -> bool:
    """Whether somebody who has not signed in may open the address."""
    return Client().get(address).status_code == 200


def look_at(guest: Visitor, address: str) -> list[str]:
    """Everything that is wrong with the page: dark on a desktop, light on a phone."""
    page = guest.page
    guest.problems.clear()
    # Colours that fade from theme to theme would be measured halfway.
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.set_viewport_size(DESKTOP)
    response = page.goto(f"{guest.base}{address}")
    problems = [] if response and response.ok else ["does not answer"]
    problems += [*outline_problems(page), *width_problems(page), *accessibility_problems(page)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    problems += [*width_problems(page), *accessibility_problems(page, rules=LOOKS)]
    return [f"{address}: {problem}" for problem in [*problems, *guest.problems]]


def outline_problems(page: Page) -> list[str]:
    """One title of the window, one heading of the page, and its language."""
    problems = []
    if page.locator("h1").count() != 1:
        problems.append(f"{page.locator('h1').count()} headings h1")
    if not page.title().split("–")[0].strip():
        problems.append("no title")
    if page.locator("html").get_attribute("lang") != "pl":
        problems.append("another language")
    return problems


def width_problems(page: Page) -> list[str]:
    """Whether anything is wider than the window."""
    content, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [f"scrolls sideways: {content} of {window}"] if content > window else []


def accessibility_problems(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe says, collected, so that one run tells everything."""
    try:
        check_accessibility(page, rules)
    except AssertionError as violation:
        return [str(violation)]
    return []


def _carry_session(client: Client, guest: Visitor) -> None:
    cookie: Any = client.cookies.get(portal_settings.SESSION_COOKIE_NAME)
    if cookie is not None:
        guest.page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": guest.base}]
        )
