"""What every test may use: real PostgreSQL and Redis, a client for each role."""

from __future__ import annotations

import logging
import os
import uuid
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any

import pytest
from django.conf import settings as portal_settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from playwright.sync_api import Browser, sync_playwright

from dev.machine import find_chromium
from pages import freshness, furniture
from portal import urls
from tests import emptying, own_cache, quick_sign_in
from tests.live_server import end_other_sessions, serve

IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CHROMIUM = os.environ.get("CHROMIUM") or find_chromium(None)
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Each page runs its scripts once; optimizing them costs more than it gains.
    "--js-flags=--no-opt --no-maglev",
]


def pytest_configure() -> None:
    """Leave out what costs much and is not looked at."""
    # Each client would walk through all static files.
    portal_settings.WHITENOISE_USE_FINDERS = False
    # Thousands of refusals are asked for on purpose; each would be logged with its traceback.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    # Argon2 is slow by design; tests sign in often.
    portal_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Robots pay; tests need not.
    portal_settings.FORM_PROOF_BITS = 4
    own_cache.use_own_keys()
    quick_sign_in.use_quick_sign_in()
    # As in production; their keys name all that they show, so that tests may share them.
    portal_settings.CACHES["template_fragments"]["BACKEND"] = IN_MEMORY


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that at the end nobody waits for the last of it.

    pytest-xdist gives each worker one stretch of the list: the first begins with the crawl, the
    others with stories, and then each with its part of the matrices.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    matrices = [item for item in items if item.path.name == "test_permission_matrix.py"]
    journeys = [item for item in items if item.path.parent.name == "journeys"]
    crawl = [item for item in journeys if item.path.name == "test_crawl.py"]
    stories = [item for item in journeys if item not in crawl]
    dealt = [crawl, *(stories[turn :: workers - 1] for turn in range(workers - 1))]
    first = [[*part, *matrices[turn::workers]] for turn, part in enumerate(dealt)]
    chosen = {item for part in first for item in part}
    rest = iter([item for item in items if item not in chosen])
    stretch = len(items) // workers
    ordered = [[*part, *islice(rest, max(0, stretch - len(part)))] for part in first]
    items[:] = [*chain.from_iterable(ordered), *rest]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all stories of a worker; Playwright allows one loop in a thread."""
    # That loop runs in this thread; the ORM would refuse to work beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What the fresh database holds is what a test with transactions of its own leaves."""
    with django_db_blocker.unblock():
        emptying.keep()
    yield
    with django_db_blocker.unblock():
        end_other_sessions()


@pytest.fixture(scope="session")
def own_database(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any
) -> Iterator[None]:
    """The test's own database also for tests without pytest-django's mark.

    pytest-django makes one for marked tests only; whoever ran the others alone would let them
    loose on the developer's own data.
    """
    if connection.settings_dict["NAME"].startswith("test_"):
        yield
        return
    keep = request.config.getvalue("reuse_db") and not request.config.getvalue("create_db")
    with django_db_blocker.unblock():
        made = setup_databases(0, interactive=False, keepdb=keep, aliases={"default"})
    yield
    if not keep:
        with django_db_blocker.unblock():
            end_other_sessions()
            teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def live_server(own_database: None) -> Iterator[Any]:
    """The portal for browsers, in the place of pytest-django's: files of pages are kept."""
    server = serve()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Files of one test never meet those of another; most tests write none."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / f"media-{uuid.uuid4().hex}"


@pytest.fixture(autouse=True)
def _own_language() -> None:
    """A request of the test before may have left another language to this thread."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _own_cache() -> None:
    """Each test begins with an empty cache."""
    own_cache.forget_all()


@pytest.fixture(autouse=True)
def _bare_pages(_own_cache: None) -> None:
    """No menu entries, no banners: as in production, pages do not read them one by one."""
    cache.set(furniture.KEY, furniture.Furniture())


@pytest.fixture(autouse=True)
def _changes_show_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anonymous readers share no answers for some seconds; the tests of that turn it on again."""
    monkeypatch.setattr(freshness, "SHARED_SECONDS", 0)


@pytest.fixture
def plain_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refusals without pages, for tests that ask thousands of addresses only whether they open."""

    def refusal(status: int) -> Callable[..., HttpResponse]:
        return lambda request, exception: HttpResponse(status=status)

    monkeypatch.setattr(urls, "handler403", refusal(403))
    monkeypatch.setattr(urls, "handler404", refusal(404))


@pytest.fixture
def as_user() -> Callable[[Any], Client]:
    """A browser in which the given person has signed in; None for nobody."""

    def sign_in(user: Any = None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return sign_in
