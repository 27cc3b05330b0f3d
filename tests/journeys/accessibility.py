"""axe-core in the page: WCAG 2.2 A and AA rules and best practices, no exceptions."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from playwright.sync_api import Page

# Without preload axe does not inline style sheets, which the page's policy would refuse.
RUN = """
async () => {
  const result = await axe.run(document, {preload: false, resultTypes: ["violations"]});
  return result.violations.map((rule) => ({
    id: rule.id, help: rule.help, nodes: rule.nodes.slice(0, 3).map((node) => node.html),
  }));
}
"""


@cache
def _axe() -> str:
    path = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
    return path.read_text(encoding="utf-8")


def check_accessibility(page: Page) -> None:
    """Fail with the rule and the element when axe finds a violation."""
    # Evaluated by the browser's debugger, which the page's content security policy allows.
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    violations: list[dict[str, Any]] = page.evaluate(RUN)
    assert not violations, f"{page.url}: {violations}"
