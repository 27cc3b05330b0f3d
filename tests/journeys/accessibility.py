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
# and size, links among words also by theirs, and what one presses where it is narrower or lower
# than 24 pixels. Also the page's frame, but for the addresses and tokens in it: with words alike
# and in the same window it is the same frame, and where it is a KNOWN one it is left out.
KINDS = """
known => {
  const words = new Map(), links = new Map(), targets = new Map(), beside = new Map();
  const pressed = "a[href], button, input, select, textarea, summary, [tabindex], [role=button]";
  const hash = text => {
    let sum = 0;
    for (const char of text) sum = Math.imul(sum, 31) + char.codePointAt() | 0;
    return sum;
  };
  const keep = (kinds, element, parts) => {
    const sum = hash(parts.join("|"));
    if (!kinds.has(sum)) kinds.set(sum, element);
  };
  const lengthOf = element => element.textContent.trim().length;
  const isAmongWords = (link, block) => {
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    if (!beside.has(block)) {
      const inside = [...block.querySelectorAll("a[href]")].map(lengthOf);
      beside.set(block, inside.reduce((sum, length) => sum - length, lengthOf(block)));
    }
    return beside.get(block) >= Math.max(1, lengthOf(link));
  };
  const walk = (element, ground, over, opacity) => {
    if (toLeave.includes(element) || !element.checkVisibility()) return;
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
      if (display === "inline" && element.matches("a[href]")) {
        const parent = element.parentElement, around = getComputedStyle(parent);
        const {textDecoration, borderBottom, fontFamily} = style;
        keep(links, element, [
          color, ground, over, opacity, textDecoration, borderBottom, fontFamily, fontSize,
          fontWeight, around.color, around.fontWeight, parent.localName,
          parent.getAttribute("class"), isAmongWords(element, parent),
        ]);
      }
      const small = [width < 24, height < 24];
      if (small.includes(true) && element.matches(pressed)) {
        keep(targets, element, [element.localName, name, ...small, display]);
      }
    }
    for (const child of element.children) walk(child, ground, over, opacity);
  };
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const parts = [...document.querySelectorAll("body > header, body > footer")];
  const told = parts.map(part => part.outerHTML).join("").replace(/(href|value)="[^"]*"/g, "");
  const frame = hash([theme, innerWidth, told].join("|"));
  window.toLeave = known.includes(frame) ? parts : [];
  walk(document.documentElement, "", "", 1);
  window.toMeasure = {
    "color-contrast": words, "link-in-text-block": links, "target-size": targets,
  };
  return [frame, Object.entries(toMeasure).map(([rule, kinds]) => [
    rule, theme, innerWidth, ...kinds.keys(),
  ])];
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
  const result = await axe.run({include: [document], exclude: toLeave}, {
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
    "link-in-text-block",
    "target-size",
    "scrollable-region-focusable",
    "aria-hidden-focus",
    "page-has-heading-one",
    "skip-link",
)
# Measuring is half of axe's time, the frame half of a page; what this run has found good need not
# be looked at again. No page has a style of its own: the policy forbids it.
_found_good: defaultdict[tuple[str, str, int], set[int]] = defaultdict(set)
_good_frames: set[int] = set()


def check_accessibility(
    page: Page, rules: tuple[str, ...] = (), *, frame_again: bool = True
) -> None:
    """Fail with the rule and the element when axe finds a violation of ``rules``, else of all.

    Without ``frame_again`` a header and a footer that were good on another page are left out;
    how they and a page go together has to be looked at elsewhere.
    """
    page.wait_for_load_state()  # after a click the next page may have come without its head
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        # The browser's debugger may still run scripts, but the page loads none.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(LOAD, AXE_PATH)
    measured: dict[str, tuple[set[int], list[int]]] = {}
    frame, found = page.evaluate(KINDS, [] if frame_again else list(_good_frames))
    for rule, theme, width, *kinds in found:
        good = _found_good[rule, theme, width]
        measured[rule] = (good, [kind for kind in kinds if kind not in good])
    measures = [[rule, new] for rule, (_, new) in measured.items()]
    violations: list[dict[str, Any]] = page.evaluate(RUN, [rules, measures])
    assert not violations, f"{page.url}: {violations}"
    for good, new in measured.values():
        good.update(new)
    if not rules:
        _good_frames.add(frame)
