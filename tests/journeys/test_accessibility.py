"""What checks all pages would notice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.accessibility import check_accessibility
from tests.journeys.conftest import new_context

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
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


@pytest.fixture
def seen_page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """The contact page, found good a moment ago."""
    page = new_context(browser).new_page()
    page.goto(f"{live_server.url}/kontakt/")
    check_accessibility(page)
    yield page
    page.context.close()


@pytest.mark.parametrize(
    ("hurt", "arguments", "rule"),
    [
        pytest.param(ADD, [2, TINY], "target-size", id="small targets side by side"),
        pytest.param(ADD, [1, FAINT], "color-contrast", id="faint words"),
        pytest.param(
            HALF_HIDE_A_LINK, None, "link-in-text-block", id="a link told by a shade only"
        ),
    ],
)
def test_what_hurts_is_found_on_a_page_seen_before(
    seen_page: Page, hurt: str, arguments: list[Any] | None, rule: str
) -> None:
    seen_page.evaluate(hurt, arguments)

    with pytest.raises(AssertionError, match=rule):
        check_accessibility(seen_page)


def test_a_frame_seen_before_is_looked_at_again_once_it_has_changed(
    seen_page: Page, live_server: Any
) -> None:
    seen_page.goto(f"{live_server.url}/")
    check_accessibility(seen_page, frame_again=False)

    seen_page.evaluate("document.querySelector('body > header a').setAttribute('role', 'nothing')")

    with pytest.raises(AssertionError, match="aria-roles"):
        check_accessibility(seen_page, frame_again=False)
