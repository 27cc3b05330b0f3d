// Offers a remark on the words that the reader selected inside one unit of a draft.
// Offsets are counted in code points of the unit's text, where a <br> is one line break.
const LONGEST = 1000;

function wordsOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest("[data-words]");
}

function textWithin(root, range) {
  const part = range.cloneRange();
  const shown = document.createElement("div");
  shown.append(part.cloneContents());
  for (const line of shown.querySelectorAll("br")) line.replaceWith("\n");
  return shown.textContent;
}

function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const root = wordsOf(range.startContainer) ?? wordsOf(range.endContainer);
  if (!root || !range.intersectsNode(root)) return null;
  const inside = document.createRange();
  inside.selectNodeContents(root);
  const before = inside.cloneRange();
  // Double and triple clicks reach beyond the unit; only its own words count.
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0) inside.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(range.endContainer, range.endOffset);
  before.setEnd(inside.startContainer, inside.startOffset);
  const words = textWithin(root, inside);
  const lead = words.length - words.trimStart().length;
  const start = [...(textWithin(root, before) + words.slice(0, lead))].length;
  return words.trim() ? { eid: root.dataset.words, words: words.trim(), start } : null;
}

function show(bar, found) {
  const isLong = [...found.words].length > LONGEST;
  const link = bar.querySelector("[data-selected-link]");
  bar.querySelector("[data-selected-words]").textContent = found.words;
  bar.querySelector("[data-selected-too-long]").hidden = !isLong;
  link.hidden = isLong;
  const query = new URLSearchParams({ jednostka: found.eid, wersja: bar.dataset.version, od: found.start, cytat: found.words });
  link.href = `${bar.dataset.url}?${query}`;
  bar.hidden = false;
  // Beside its unit in the order of the page, so that Tab leads from the words to the button.
  document.querySelector(`[data-words="${CSS.escape(found.eid)}"]`).closest("p, div").after(bar);
}

export function bindSelections() {
  const bar = document.querySelector("[data-selection-bar]");
  if (!bar) return;
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (bar.contains(document.activeElement)) return;
      const found = selected();
      if (found) show(bar, found);
      else bar.hidden = true;
    }, 150);
  });
}
