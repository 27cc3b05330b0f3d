"""What checks all pages would notice."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys.accessibility import check_accessibility
from tests.journeys.conftest import new_context

ADD = """
([count, look]) => {
  for (let i = 0; i < count; i++) {
    const button = document.createElement("button");
    Object.assign(button, {type: "button", textContent: "ok", className: "probe"});
    Object.assign(button.style, look);
    document.querySelector("main").append(button);
  }
}
"""
TINY = {"width": "12px", "height": "12px", "minHeight": "0", "padding": "0", "overflow": "hidden"}
FAINT = {"color": "rgb(150, 150, 150)", "background": "rgb(200, 200, 200)"}
# Styled before it is on the page, where a change of colour would fade.
HALF_HIDE_A_LINK = """
() => {
  const words = document.createElement("p");
  words.innerHTML = 'Z <a href="/" class="probe">linkiem</a>, którego nie widać wśród tych słów.';
  words.style.color = "rgb(20, 32, 58)";
  const look = {textDecoration: "none", color: "rgb(40, 60, 110)"};
  Object.assign(words.querySelector("a").style, look);
  document.querySelector("main").append(words);
}
"""


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("count", "look", "rule"),
    [
        pytest.param(2, TINY, "target-size", id="small targets side by side"),
        pytest.param(1, FAINT, "color-contrast", id="faint words"),
    ],
)
def test_what_hurts_is_found_on_a_page_seen_before(
    browser: Browser, live_server: Any, count: int, look: dict[str, str], rule: str
) -> None:
    page = new_context(browser).new_page()
    page.goto(f"{live_server.url}/kontakt/")
    check_accessibility(page)

    page.evaluate(ADD, [count, look])

    with pytest.raises(AssertionError, match=rule):
        check_accessibility(page)
    page.context.close()


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_a_link_that_only_a_shade_tells_from_its_words_is_found(
    browser: Browser, live_server: Any
) -> None:
    page = new_context(browser).new_page()
    page.goto(f"{live_server.url}/kontakt/")
    check_accessibility(page)

    page.evaluate(HALF_HIDE_A_LINK)

    with pytest.raises(AssertionError, match="link-in-text-block"):
        check_accessibility(page)
    page.context.close()


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_a_frame_seen_before_is_looked_at_again_once_it_has_changed(
    browser: Browser, live_server: Any
) -> None:
    page = new_context(browser).new_page()
    page.goto(f"{live_server.url}/kontakt/")
    check_accessibility(page)
    page.goto(f"{live_server.url}/")
    check_accessibility(page, frame_again=False)

    page.evaluate("document.querySelector('body > header a').setAttribute('role', 'nothing')")

    with pytest.raises(AssertionError, match="aria-roles"):
        check_accessibility(page, frame_again=False)
    page.context.close()
