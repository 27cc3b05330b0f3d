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
# What style sheets may tell apart: names, classes, attributes and states, of the element and all
# around it. Each visible shape with its first element; the text inside is what has a contrast.
SHAPES = """
() => {
  const valued = /^(type|data-theme|aria-(current|pressed|invalid|disabled))$/;
  const shapes = new Map();
  const mix = text => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum = Math.imul(sum, 31) + text.charCodeAt(i) | 0;
    return sum;
  };
  const walk = (element, around) => {
    if (!element.checkVisibility()) return;
    const own = [around, element.localName, element.className.baseVal ?? element.className];
    for (const {name, value} of element.attributes) own.push(name, valued.test(name) && value);
    for (const state of [":target", ":disabled", ":checked"]) own.push(element.matches(state));
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) { own.push("text"); break; }
    }
    const shape = mix(own.join("|"));
    if (!shapes.has(shape)) shapes.set(shape, element);
    for (const child of element.children) walk(child, shape);
  };
  walk(document.documentElement, "");
  window.shapesOfElements = shapes;
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return [`${theme} ${innerWidth}`, [...shapes.keys()]];
}
"""
# Without preload axe does not inline style sheets, which the page's policy would refuse.
RUN = """
async ([rules, shapes, measuring]) => {
  for (const shape of shapes) shapesOfElements.get(shape).setAttribute("data-unmeasured", "");
  axe.configure({rules: measuring.map(id => ({id, selector: "[data-unmeasured]"}))});
  const result = await axe.run(document, {
    preload: false,
    resultTypes: ["violations"],
    ...rules.length ? {runOnly: {type: "rule", values: rules}} : {},
    rules: Object.fromEntries(measuring.map(id => [id, {enabled: shapes.length > 0}])),
  });
  for (const shape of shapes) shapesOfElements.get(shape).removeAttribute("data-unmeasured");
  return result.violations.map((rule) => ({
    id: rule.id, help: rule.help, nodes: rule.nodes.slice(0, 3).map((node) => node.html),
  }));
}
"""
# Half of axe's time; what is of the same shape, in the same theme and width, need not be
# measured again in this run. No element has colours or sizes of its own: the policy forbids it.
MEASURING = ("color-contrast", "target-size")
# What another theme or width of the same page can change.
LOOKS = (
    *MEASURING,
    "link-in-text-block",
    "scrollable-region-focusable",
    "aria-hidden-focus",
    "page-has-heading-one",
    "skip-link",
)
_measured: defaultdict[str, set[int]] = defaultdict(set)


def check_accessibility(page: Page, rules: tuple[str, ...] = ()) -> None:
    """Fail with the rule and the element when axe finds a violation of ``rules``, else of all."""
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        # The browser's debugger may still run scripts, but the page loads none.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(LOAD, AXE_PATH)
    look, shapes = page.evaluate(SHAPES)
    unmeasured = [shape for shape in shapes if shape not in _measured[look]]
    violations: list[dict[str, Any]] = page.evaluate(RUN, [rules, unmeasured, MEASURING])
    assert not violations, f"{page.url}: {violations}"
    _measured[look].update(unmeasured)
