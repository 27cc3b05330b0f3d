"""A real browser, a live server and a real worker for stories played as users live them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as portal_settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.accounts.factories import PASSWORD
from tests.journeys.accessibility import check_accessibility
from tests.journeys.environment import tasks_go_to, wait_for_worker, worker_environment
from tests.notifications.mail_server import MailServer

EXPECTED = (
    "status of 4",  # a refused form answers 409 on purpose, and the browser logs that too
    # axe tries inline styles of its own; ours are ruled out by tests/pages/test_house_rules.py
    "Applying inline style",
)

# Milliseconds between two looks at what the page still waits for, and how many find nothing
# before it is taken to have everything.
TURN = 40
QUIET_TURNS = 3


class Visitor:
    """A person at a browser of their own."""

    def __init__(self, context: BrowserContext, base: str, folder: Path) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.base = base
        self.folder = folder
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", self._note)
        self._asked_for: set[Request] = set()
        self.page.on("request", self._ask)
        self.page.on("requestfinished", self._get)
        self.page.on("requestfailed", self._get)

    def _note(self, message: Any) -> None:
        if message.type == "error" and not any(known in message.text for known in EXPECTED):
            self.problems.append(message.text)

    def _ask(self, request: Request) -> None:
        self._asked_for.add(request)

    def _get(self, request: Request) -> None:
        self._asked_for.discard(request)

    def go(self, path: str) -> None:
        """Open a page and check it."""
        self.page.goto(f"{self.base}{path}")
        self.look()

    def arrive_as(self, email: str) -> None:
        """Be signed in already; how people sign in has stories of its own."""
        client = Client()
        answer = client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        self.take_over(client)

    def take_over(self, client: Client) -> None:
        """Go on where the client is: its session, its language."""
        self.page.context.add_cookies(
            [
                {"name": cookie.key, "value": cookie.value, "url": self.base}
                for cookie in client.cookies.values()
            ]
        )

    def sign_in(self, email: str) -> None:
        """Type the address and the password of all test people."""
        self.page.goto(f"{self.base}/konto/login/")  # looked at by the crawl
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url("**/konto/")

    def press(self, name: str) -> None:
        """Press a button or follow a link by its visible name, then check the page."""
        control = self.page.get_by_role("button", name=name, exact=True).or_(
            self.page.get_by_role("link", name=name, exact=True)
        )
        control.first.click()
        self.settle()
        self.look()

    def settle(self) -> None:
        """Wait for the page that comes, and for what htmx brings to this one.

        Playwright's "networkidle" comes once for a page, and half a second late.
        """
        quiet, enough = 0, time.monotonic() + 30
        while quiet < QUIET_TURNS:
            assert time.monotonic() < enough, f"still waits for {self._asked_for}"
            self.page.wait_for_timeout(TURN)
            quiet = 0 if self._asked_for else quiet + 1
        self.page.wait_for_load_state()

    def send(self, button: str, *, then: str) -> None:
        """Press a button of a form that the page may hold for a moment, and see the answer."""
        self.page.get_by_role("button", name=button, exact=True).click()
        self.sees(then)
        self.look()

    def look(self) -> None:
        """No violation of accessibility rules, no error in the console, no sideways scroll."""
        assert not self.problems, self.problems
        # The crawl looks at each page with its frame.
        check_accessibility(self.page, frame_again=False)
        width = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert width[0] <= width[1], f"{self.page.url} scrolls sideways: {width}"

    def sees(self, text: str) -> None:
        """The text is on the page."""
        self.page.get_by_text(text).first.wait_for()

    def picture(self, name: str) -> None:
        """Keep a screenshot for people to look at, when SCREENSHOTS asks for them."""
        if not os.environ.get("SCREENSHOTS"):
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=self.folder / f"{name}.png", full_page=True)


@pytest.fixture
def visitor(
    browser: Browser, live_server: Any, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Visitor]]:
    """Let somebody come: ``visitor(width=390, javascript=False)``."""
    folder = portal_settings.BASE_DIR / "var" / "screenshots" / request.node.name
    contexts: list[BrowserContext] = []

    def come(width: int = 1440, javascript: bool = True) -> Visitor:
        context = new_context(browser, width=width, javascript=javascript)
        contexts.append(context)
        return Visitor(context, live_server.url, folder)

    yield come
    for context in contexts:
        context.close()


def new_context(browser: Browser, *, width: int = 1440, javascript: bool = True) -> BrowserContext:
    """A browser's profile of its own, in Polish, held to the pages' security policy."""
    return browser.new_context(
        viewport={"width": width, "height": 900},
        locale="pl-PL",
        java_script_enabled=javascript,
        bypass_csp=False,
    )


@pytest.fixture
def post_office(settings: Any) -> Iterator[MailServer]:
    """A real mail server, known to the worker before it starts."""
    server = MailServer()
    server.start()
    settings.EMAIL_PORT = server.port
    yield server
    server.stop()


@pytest.fixture
def worker(
    transactional_db: None, post_office: MailServer, tmp_path: Path, settings: Any
) -> Iterator[None]:
    """A real Celery worker with a queue of its own beside the test's database."""
    queue = f"journey-{uuid.uuid4().hex}"
    environment = worker_environment(settings, queue)
    log = (tmp_path / "worker.log").open("wb")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "celery", "-A", "portal", "worker"),
            *("-c", "1", "-l", "WARNING", "-n", f"{queue}@localhost"),
        ],
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        cwd=settings.BASE_DIR,
    )
    with tasks_go_to(queue):
        wait_for_worker(f"{queue}@localhost")
        yield
    process.terminate()
    process.wait(timeout=20)
