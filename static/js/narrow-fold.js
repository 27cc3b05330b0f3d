// Folds [data-fold-when-narrow] details away on narrow screens, so that results come first.
// Without JavaScript they stay open.
export function foldWhenNarrow(root) {
  if (!window.matchMedia("(max-width: 52rem)").matches) return;
  for (const details of root.querySelectorAll("[data-fold-when-narrow]")) details.open = false;
}
