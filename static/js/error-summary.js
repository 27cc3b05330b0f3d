// Brings the reader to the list of mistakes after a form came back.
export function bindErrorSummaries(root) {
  const summary = root.querySelector("[data-error-summary]");
  if (summary && !summary.closest("[data-specimen]")) summary.focus();
}
