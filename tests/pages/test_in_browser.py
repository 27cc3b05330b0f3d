"""The look in a real browser: accessible, nothing blocked, nothing wider than the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page

from pages.models import ReaderLetter
from tests.events.factories import announced
from tests.journeys.accessibility import LOOKS, check_accessibility
from tests.pages.test_contact import LETTER

# transaction=True: the server of the test answers from another thread.
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ADDRESSES = [
    "/",
    "/styleguide/",
    "/szukaj/?q=nic-takiego",
    "/o-projekcie/",
    "/deklaracja-dostepnosci/",
    "/prywatnosc/",
    "/kalendarz/",
    "/kalendarz/lista/",
    "/nabory/",
    "/aktualnosci/",
    "/kontakt/",
    "/konto/login/",
    "/konto/signup/",
    "/konto/password/reset/",
    "/nie-ma-takiej-strony/",
]
PHONE, DESK = 390, 1440


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Opens an address in a fresh window; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def open_page(address: str, width: int = DESK, **options: Any) -> Page:
        options = {"locale": "pl-PL", "reduced_motion": "reduce", **options}
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if _bad(message) else 0)
        page.goto(live_server.url + address, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _bad(message: Any) -> bool:
    return message.type == "error" and "404 (Not Found)" not in message.text


def overflow(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


# Light phones and dark desks are the crawl's part (tests/journeys/test_crawl.py).
@pytest.mark.parametrize(
    ("width", "scheme", "rules"), [(PHONE, "dark", ()), (DESK, "light", LOOKS)]
)
def test_pages_are_accessible_and_fit(
    open_page: Callable[..., Page],
    live_server: Any,
    width: int,
    scheme: str,
    rules: tuple[str, ...],
) -> None:
    page = open_page("/", width, color_scheme=scheme)

    for address in ADDRESSES:
        page.goto(live_server.url + address, wait_until="load")
        check_accessibility(page, rules)
        assert (address, max(overflow(page), 0)) == (address, 0)


def test_the_first_key_leads_to_the_content(open_page: Callable[..., Page]) -> None:
    page = open_page("/o-projekcie/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")

    page.wait_for_selector("main:focus")


def test_light_or_dark_is_the_readers_choice_and_is_kept(open_page: Callable[..., Page]) -> None:
    page = open_page("/", color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)

    page.click(".navigation [data-theme-toggle]")
    dark = page.evaluate(ground)
    page.reload()

    assert dark != light
    assert page.evaluate(ground) == dark


def test_the_phone_menu_works_without_scripts(open_page: Callable[..., Page]) -> None:
    page = open_page("/", PHONE, java_script_enabled=False)

    page.click("summary >> text=Menu")
    page.click(".menu--page >> text=Zaloguj się")

    assert page.url.endswith("/konto/login/")


def test_the_language_switch_works_without_scripts(open_page: Callable[..., Page]) -> None:
    page = open_page("/prywatnosc/", java_script_enabled=False)

    page.click(".navigation .language-switch [value=en]")

    assert page.url.endswith("/prywatnosc/")
    assert page.get_attribute("html", "lang") == "en"


def test_a_question_opens_in_a_dialog_and_can_be_left(open_page: Callable[..., Page]) -> None:
    page = open_page("/styleguide/")

    page.click("[data-dialog-open=example-dialog]")
    assert page.is_visible("#example-dialog")
    check_accessibility(page)
    page.click("[data-dialog-close]")

    assert not page.is_visible("#example-dialog")


def test_mistakes_are_brought_to_the_reader(open_page: Callable[..., Page]) -> None:
    page = open_page("/konto/login/")

    page.click("main form .button")
    page.wait_for_selector("[data-error-summary]:focus")
    page.click("[data-error-summary] a >> nth=0")

    page.wait_for_selector("[name=login]:focus")


def test_filters_fold_away_on_a_phone_only(open_page: Callable[..., Page]) -> None:
    desk, phone = open_page("/styleguide/", DESK), open_page("/styleguide/", PHONE)

    assert desk.is_visible(".filter-panel__body")
    assert not phone.is_visible(".filter-panel__body")


def test_who_only_reads_a_form_pays_nothing_for_it(open_page: Callable[..., Page]) -> None:
    page = open_page("/kontakt/")
    assert page.input_value("[name=proof]") == ""

    page.focus("[name=subject]")

    page.wait_for_function("document.querySelector('[name=proof]').value !== ''")


# Two hashes, found in the first look, and a thousand; the tests' browser compiles nothing and
# takes ten times as long as others for each.
@pytest.mark.parametrize("bits", [1, 10])
def test_a_form_sent_before_its_price_is_paid_is_held_until_then(
    bits: int, open_page: Callable[..., Page], settings: Any
) -> None:
    settings.FORM_PROOF_BITS = bits
    page = open_page("/kontakt/")
    fill = """(values) => {
      const form = document.querySelector("[data-proof-bits]");
      for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
      form.requestSubmit();
    }"""

    page.evaluate(fill, LETTER)

    page.get_by_text("Dziękujemy, list został wysłany.").wait_for()
    assert ReaderLetter.objects.get().subject == LETTER["subject"]


def test_a_phone_lists_the_busy_days_of_a_month(open_page: Callable[..., Page]) -> None:
    event = announced(title="Forum w grudniu")
    month = timezone.localtime(event.starts_at)

    for address in (
        f"/kalendarz/?miesiac={month:%Y-%m}",
        reverse("events:month", args=[month.year, month.month]),
    ):
        page = open_page(address, PHONE)
        days = page.locator(".month__day >> visible=true")
        assert days.count() == 1, address
        assert "Forum w grudniu" in days.inner_text()
        assert days.inner_text().split(",")[1].split()[0] == str(month.day)


def test_a_phone_shows_the_present_one_of_many_tabs(open_page: Callable[..., Page]) -> None:
    page = open_page("/standardy/praktyki/", PHONE)

    tab = page.locator(".tabs__list [aria-current]").bounding_box()

    assert tab is not None
    assert 0 <= tab["x"] <= PHONE - tab["width"]


def test_on_a_phone_all_of_a_cell_stands_beside_its_label(open_page: Callable[..., Page]) -> None:
    page = open_page("/prywatnosc/", PHONE)

    indents = page.evaluate("""() => {
      const cell = document.querySelector(".table--stacked td[data-label]");
      const pieces = ["jeden", "dwa"].map((word) => {
        const piece = document.createElement("span");
        piece.textContent = word;
        return piece;
      });
      cell.append(...pieces);
      const edge = cell.getBoundingClientRect().left;
      return pieces.map((piece) => piece.getBoundingClientRect().left - edge);
    }""")

    assert min(indents) > 90  # a label takes six times the size of the letters at least
