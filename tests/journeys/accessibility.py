"""axe-core in the page: WCAG 2.2 A and AA rules and best practices, no exceptions."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.live_server import AXE, AXE_PATH

# A script of the server's own, so that the browser keeps it; see `tests.live_server`.
# Without preload axe does not inline style sheets, which the page's policy would refuse.
RUN = """
async ([address, rules]) => {
  if (!("axe" in window)) {
    await new Promise((done, fail) => {
      const script = document.createElement("script");
      Object.assign(script, {src: address, onload: done, onerror: fail});
      document.head.append(script);
    });
  }
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


def check_accessibility(page: Page, rules: tuple[str, ...] = ()) -> None:
    """Fail with the rule and the element when axe finds a violation of ``rules``, else of all."""
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        # The browser's debugger may still run scripts, but the page loads none.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    violations: list[dict[str, Any]] = page.evaluate(RUN, [AXE_PATH, rules])
    assert not violations, f"{page.url}: {violations}"
