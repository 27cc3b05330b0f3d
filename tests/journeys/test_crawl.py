"""Each role follows every link: all addresses answer, and pages hold on phone and desktop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any, Literal

import pytest
from django.conf import settings as portal_settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import Browser, Page, ViewportSize

from accounts.models import User
from consultations.models import Consultation, Position, Remark, Stage
from organizations.models import Organization
from portal.demo import ACCOUNTS, ADMINISTRATOR, NGO, OFFICIAL, PARTICIPANT, PASSWORD, seed
from tests import emptying, own_cache
from tests.journeys.accessibility import LOOKS, check_accessibility
from tests.journeys.conftest import Visitor, new_context
from tests.journeys.crawler import Crawl, Enough, crawl, fill_filters_with_nonsense, signed_in
from tests.live_server import end_other_sessions, serve


@dataclass(frozen=True, slots=True)
class Look:
    """A window and the theme that its owner likes."""

    window: ViewportSize
    theme: Literal["dark", "light"]

    def put_on(self, page: Page) -> None:
        """Look at the page so; colours that fade would be measured halfway."""
        page.emulate_media(color_scheme=self.theme, reduced_motion="reduce")
        page.set_viewport_size(self.window)


DESKTOP = Look({"width": 1440, "height": 900}, "dark")
# The narrowest window that WCAG 1.4.10 asks for; the stories have one of 390.
PHONE = Look({"width": 320, "height": 844}, "light")
# Two of a kind show a list and its next page, six of a page its filters and orders.
ENOUGH = Enough(of_a_kind=2, of_a_page=6)
# Whoever has signed in walks again over much that nobody has walked over.
ENOUGH_FOR_OTHERS = Enough(of_a_kind=1, of_a_page=2)
# The names of the pages that each of these people found; None is nobody.
FOUND_BY: dict[str | None, set[str]] = {}


@pytest.fixture(autouse=True)
def _own_cache() -> None:
    """Nothing is forgotten between the roles: what was made for one, others meet as in life."""


@pytest.fixture(scope="module")
def portal(
    own_database: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Any, Path]]:
    """A server over the demo and the demo's files, seeded once for all who only look around."""
    files = tmp_path_factory.mktemp("demo-files")
    ours = override_settings(MEDIA_ROOT=files, ALLOWED_HOSTS=["localhost", "testserver"])
    own_cache.forget_all()
    with django_db_blocker.unblock(), ours:
        assert connection.settings_dict["NAME"].startswith("test_")
        seed()
        server = serve()
        yield server, files
        server.stop()
        end_other_sessions()  # a page on its way would hold locks
        emptying.restore()


@pytest.fixture
def base(portal: tuple[Any, Path], settings: Any) -> str:
    """The demo's address; its files stand where the seeding left them."""
    server, settings.MEDIA_ROOT = portal
    return str(server.url)


def test_the_demo_lives_through_every_stage_and_a_second_seeding_changes_nothing(
    base: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first = counts()

    call_command("seed_demo")

    assert counts() == first
    assert set(Consultation.objects.values_list("stage", flat=True)) == {
        Stage.DRAFT,
        Stage.ANNOUNCED,
        Stage.OPEN,
        Stage.ANALYSIS,
        Stage.PUBLISHED,
    }
    printed = capsys.readouterr().out
    for account in ACCOUNTS:
        assert account.email in printed
        assert Client().login(username=account.email, password=PASSWORD), account.email
    assert PASSWORD in printed


def counts() -> list[int]:
    """How many rows the parts that the tour shows have."""
    return [model.objects.count() for model in (User, Organization, Consultation, Remark, Position)]


@pytest.mark.journey
@pytest.mark.parametrize(
    ("email", "language", "others"),
    [
        pytest.param(None, "pl", [], id="nobody"),
        # German words are the longest: what fits them on a phone fits all.
        pytest.param(NGO.email, "de", [None], id="ngo"),
        pytest.param(OFFICIAL.email, "de", [None, NGO.email], id="official"),
        pytest.param(PARTICIPANT.email, "pl", [None, NGO.email], id="citizen"),
        pytest.param(
            ADMINISTRATOR.email, "en", [None, NGO.email, OFFICIAL.email], id="administrator"
        ),
    ],
)
def test_every_page_holds(
    email: str | None,
    language: str,
    others: list[str | None],
    base: str,
    browser: Browser,
    tmp_path: Path,
) -> None:
    """OTHERS have looked at the pages that they found; the links are followed all the same."""
    User.objects.filter(email=email).update(language=language)
    client = signed_in(email)
    client.cookies[portal_settings.LANGUAGE_COOKIE_NAME] = language
    guest = Visitor(new_context(browser), base, tmp_path)
    guest.take_over(client)

    found = crawl(client, ENOUGH if email is None else ENOUGH_FOR_OTHERS)

    FOUND_BY[email] = set(found.pages)
    looked_at = set().union(*(FOUND_BY.get(other, set()) for other in others))
    broken = found.broken | fill_filters_with_nonsense(client, found, looked_at)
    problems = [f"{address}: {reason}" for address, reason in broken.items()]
    turns = cycle([(DESKTOP, PHONE), (PHONE, DESKTOP)])
    for address in first_of_each_page(found, looked_at):
        problems += look_at(guest, address, language, next(turns), in_all=email is None)
    guest.page.context.close()
    User.objects.filter(email=email).update(language="pl")
    assert found.languages == {language}
    assert len(found.pages) > 100 or language == "pl"
    assert not problems, "\n".join(problems)


def first_of_each_page(found: Crawl, looked_at: set[str]) -> list[str]:
    """An address of each page that nobody has LOOKED_AT; the admin's pages are Django's."""
    return [
        addresses[0]
        for name, addresses in sorted(found.pages.items())
        if name not in looked_at and not name.startswith("admin:")
    ]


def look_at(
    guest: Visitor, address: str, language: str, looks: Sequence[Look], *, in_all: bool
) -> list[str]:
    """Everything that is wrong with the page in the first look, and what the others change.

    The width is measured in all looks; what another theme changes, only where ``in_all`` asks for
    it: what everybody may open. Other pages are made of the same components.
    """
    page, (first, *others) = guest.page, looks
    guest.problems.clear()
    first.put_on(page)
    response = page.goto(f"{guest.base}{address}")
    problems = [] if response and response.ok else ["does not answer"]
    problems += [
        *outline_problems(page, language),
        *width_problems(page),
        *accessibility_problems(page),
    ]
    for look in others:
        look.put_on(page)
        problems += width_problems(page)
        if in_all:
            problems += accessibility_problems(page, rules=LOOKS)
    return [f"{address}: {problem}" for problem in [*problems, *guest.problems]]


def outline_problems(page: Page, language: str) -> list[str]:
    """One title of the window, one heading of the page, and its language."""
    headings, title, spoken = page.evaluate(
        "[document.querySelectorAll('h1').length, document.title, document.documentElement.lang]"
    )
    problems = []
    if headings != 1:
        problems.append(f"{headings} headings h1")
    if not title.split("–")[0].strip():
        problems.append("no title")
    if spoken != language:
        problems.append(f"speaks {spoken}")
    return problems


# What lies beyond the right edge, where no frame around it scrolls; one that clips hides words.
# A map goes on beyond its window.
BEYOND = """() => {
  const edge = document.documentElement.clientWidth + 1;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const framed = (element) => element && (scrolls(element) || framed(element.parentElement));
  return [...document.querySelectorAll("main *:not(.leaflet-container *)")]
    .filter((element) => element.getBoundingClientRect().right > edge && !framed(element))
    .map((element) => element.outerHTML.slice(0, 100));
}"""


def width_problems(page: Page) -> list[str]:
    """Whether anything is wider than the window."""
    content, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if content > window:
        return [f"scrolls sideways: {content} of {window}"]
    return [f"is cut at the edge of {window}: {element}" for element in page.evaluate(BEYOND)[:1]]


def accessibility_problems(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe says, collected, so that one run tells everything."""
    try:
        check_accessibility(page, rules)
    except AssertionError as violation:
        return [str(violation)]
    return []
