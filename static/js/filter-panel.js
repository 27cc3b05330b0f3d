// Folds the filters away where the screen is narrow, so that results come first.
export function bindFilterPanels(root) {
  if (!window.matchMedia("(max-width: 52rem)").matches) return;
  for (const panel of root.querySelectorAll("[data-filter-panel]")) panel.open = false;
}
