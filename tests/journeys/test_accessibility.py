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
