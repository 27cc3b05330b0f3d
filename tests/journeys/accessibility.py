"""axe-core in the page: WCAG 2.2 A and AA rules and best practices, no exceptions."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from playwright.sync_api import Page

from tests.live_server import AXE, AXE_PATH

# A script of the server's own, so that the browser keeps it; see `tests.live_server`.
LOAD = """
address => "axe" in window || new Promise((done, fail) => {
  const script = document.createElement("script");
  Object.assign(script, {src: address, onload: done, onerror: fail});
  document.head.append(script);
})
"""
# What axe would measure, each with the first element of its kind: words by their colours, ground
# and size, and what one presses where it is narrower or lower than 24 pixels.
KINDS = """
() => {
  const words = new Map(), targets = new Map();
  const pressed = "a[href], button, input, select, textarea, summary, [tabindex], [role=button]";
  const keep = (kinds, element, parts) => {
    let sum = 0;
    for (const char of parts.join("|")) sum = Math.imul(sum, 31) + char.codePointAt() | 0;
    if (!kinds.has(sum)) kinds.set(sum, element);
  };
  const walk = (element, ground, over, opacity) => {
    if (!element.checkVisibility()) return;
    const style = getComputedStyle(element), name = element.getAttribute("class");
    const own = style.backgroundColor + style.backgroundImage;
    if (own !== "rgba(0, 0, 0, 0)none") ground = own;
    // What stands out of the flow may lie on another ground than what is around it.
    if (!["static", "relative"].includes(style.position)) over += name;
    opacity *= style.opacity;
    const {width, height} = element.getBoundingClientRect();
    if (width > 1 && height > 1) {  // words for the ear alone have no colour
      const {color, fontSize, fontWeight, display} = style;
      const nodes = [...element.childNodes];
      const says = nodes.some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (says || element.matches("input, select, textarea")) {
        const off = element.matches(":disabled, [aria-disabled=true]");
        keep(words, element, [color, ground, over, opacity, fontSize, fontWeight, off]);
      }
      const small = [width < 24, height < 24];
      if (small.includes(true) && element.matches(pressed)) {
        keep(targets, element, [element.localName, name, ...small, display]);
      }
    }
    for (const child of element.children) walk(child, ground, over, opacity);
  };
  walk(document.documentElement, "", "", 1);
  window.toMeasure = {"color-contrast": words, "target-size": targets};
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return Object.entries(toMeasure).map(([rule, kinds]) => [
    rule, theme, innerWidth, ...kinds.keys(),
  ]);
}
"""
# Without preload axe does not inline style sheets, which the page's policy would refuse.
RUN = """
async ([rules, measures]) => {
  const marked = [];
  for (const [rule, kinds] of measures) {
    for (const kind of kinds) {
      const element = toMeasure[rule].get(kind);
      element.setAttribute(`data-${rule}`, "");
      marked.push([element, `data-${rule}`]);
    }
  }
  axe.configure({rules: measures.map(([rule]) => ({id: rule, selector: `[data-${rule}]`}))});
  const result = await axe.run(document, {
    preload: false,
    resultTypes: ["violations"],
    ...rules.length ? {runOnly: {type: "rule", values: rules}} : {},
    rules: Object.fromEntries(measures.map(([rule, kinds]) => [rule, {enabled: kinds.length > 0}])),
  });
  for (const [element, name] of marked) element.removeAttribute(name);
  return result.violations.map((rule) => ({
    id: rule.id, help: rule.help, nodes: rule.nodes.slice(0, 3).map((node) => node.html),
  }));
}
"""
# What another theme or width of the same page can change.
LOOKS = (
    "color-contrast",
    "target-size",
    "link-in-text-block",
    "scrollable-region-focusable",
    "aria-hidden-focus",
    "page-has-heading-one",
    "skip-link",
)
# Measuring is half of axe's time; what this run has found good need not be measured again. No
# page has a style of its own: the policy forbids it.
_found_good: defaultdict[tuple[str, str, int], set[int]] = defaultdict(set)


def check_accessibility(page: Page, rules: tuple[str, ...] = ()) -> None:
    """Fail with the rule and the element when axe finds a violation of ``rules``, else of all."""
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        # The browser's debugger may still run scripts, but the page loads none.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(LOAD, AXE_PATH)
    measured: dict[str, tuple[set[int], list[int]]] = {}
    for rule, theme, width, *kinds in page.evaluate(KINDS):
        good = _found_good[rule, theme, width]
        measured[rule] = (good, [kind for kind in kinds if kind not in good])
    measures = [[rule, new] for rule, (_, new) in measured.items()]
    violations: list[dict[str, Any]] = page.evaluate(RUN, [rules, measures])
    assert not violations, f"{page.url}: {violations}"
    for good, new in measured.values():
        good.update(new)
