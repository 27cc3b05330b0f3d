"""axe-core in the page: WCAG 2.2 A and AA rules and best practices, no exceptions."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from playwright.sync_api import Page

# Without preload axe does not inline style sheets, which the page's policy would refuse.
RUN = """
async (rules) => {
  const only = rules.length ? {runOnly: {type: "rule", values: rules}} : {};
  const result = await axe.run(
    document, {preload: false, resultTypes: ["violations"], ...only},
  );
  return result.violations.map((rule) => ({
    id: rule.id, help: rule.help, nodes: rule.nodes.slice(0, 3).map((node) => node.html),
  }));
}
"""
# What another theme or width of the same page can change.
LOOKS = (
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "aria-hidden-focus",
    "page-has-heading-one",
    "skip-link",
)


@cache
def _axe() -> str:
    path = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
    return path.read_text(encoding="utf-8")


def check_accessibility(page: Page, rules: tuple[str, ...] = ()) -> None:
    """Fail with the rule and the element when axe finds a violation of ``rules``, else of all."""
    # Evaluated by the browser's debugger, which the page's content security policy allows.
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    violations: list[dict[str, Any]] = page.evaluate(RUN, rules)
    assert not violations, f"{page.url}: {violations}"
