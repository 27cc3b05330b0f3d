"""The directory in a real browser: accessible, no wider than a phone, the map by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.accessibility import check_accessibility
from tests.organizations.factories import InitiativeFactory, OrganizationFactory

# transaction=True: the server of the test answers from another thread.
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A window of a computer; what its scripts complain of fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="pl-PL")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def directory() -> None:
    """An organization and an initiative."""
    organization = OrganizationFactory(
        name="Fundacja Łąka", krs="0000123456", county_id="1607", gmina_id="1607053", town="Nysa"
    )
    organization.benefit_fields.set(["1", "18"])
    InitiativeFactory(title="Ogród na dachu")


# What links lead to is the crawl's part (tests/journeys/test_crawl.py).
@pytest.mark.parametrize("width", [390, 1440])
def test_a_list_without_results_is_accessible_and_fits(
    desk: Page, live_server: Any, directory: None, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 900})

    for address in ("/organizacje/?q=nic-takiego", "/organizacje/urzedy/?q=nic-takiego"):
        desk.goto(live_server.url + address, wait_until="networkidle")
        check_accessibility(desk)
        overflow = desk.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (address, max(overflow, 0)) == (address, 0)


def test_a_ticked_facet_changes_results_and_address_and_keeps_the_focus(
    desk: Page, live_server: Any, directory: None
) -> None:
    OrganizationFactory(name="Klub Meta", county_id="1601")
    desk.goto(f"{live_server.url}/organizacje/", wait_until="networkidle")

    desk.focus("#facet-powiat-1601")
    desk.keyboard.press("Space")
    desk.wait_for_url("**powiat=1601**")

    assert desk.locator(".card__title").all_inner_texts() == ["Klub Meta"]
    assert desk.evaluate("document.activeElement.id") == "facet-powiat-1601"


def test_the_map_is_walked_and_opened_by_keyboard(
    desk: Page, live_server: Any, directory: None
) -> None:
    desk.goto(f"{live_server.url}/organizacje/inicjatywy/", wait_until="networkidle")

    desk.focus(".initiatives-map__point")
    desk.keyboard.press("Enter")
    desk.click(".leaflet-popup-content a >> text=Ogród na dachu")

    assert desk.inner_text("h1") == "Ogród na dachu"
