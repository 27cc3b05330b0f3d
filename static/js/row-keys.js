// Keys for a table of work: j and k walk the rows of [data-row-keys], x ticks, Enter opens.
// People who speak to their computer can turn the keys off (WCAG 2.1.4); the choice is kept.
const OFF = "row-keys-off";

function isOff() {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

function walk(links, step) {
  const here = links.indexOf(document.activeElement?.closest("tr")?.querySelector("[data-row-link]"));
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

export function bindRowKeys() {
  document.addEventListener("keydown", (event) => {
    const table = document.querySelector("[data-row-keys]");
    if (!table || isOff() || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...table.querySelectorAll("[data-row-link]")];
    if (event.key === "j") walk(links, 1);
    else if (event.key === "k") walk(links, -1);
    else if (event.key === "x") document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]")?.click();
    else return;
    event.preventDefault();
  });
  for (const toggle of document.querySelectorAll("[data-row-keys-toggle]")) {
    toggle.checked = !isOff();
    toggle.addEventListener("change", () => {
      try {
        localStorage.setItem(OFF, toggle.checked ? "" : "1");
      } catch {
        // Storage is forbidden: the keys stay as they are on the next page.
      }
    });
  }
}
