// Tabs that do not fit on a phone are scrolled so that the present one is seen.
export function showCurrentTabs() {
  for (const tab of document.querySelectorAll(".tabs__list [aria-current]")) {
    const list = tab.closest(".tabs__list");
    const before = tab.getBoundingClientRect().left - list.getBoundingClientRect().left;
    list.scrollLeft += before - (list.clientWidth - tab.offsetWidth) / 2;
  }
}
