// Copies the address of a [data-copy-link] instead of following it and says so.
export function bindCopyLinks() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-copy-link]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const label = link.querySelector("span");
    const before = label.textContent;
    await navigator.clipboard.writeText(link.href);
    label.setAttribute("role", "status");
    label.textContent = link.dataset.copied;
    setTimeout(() => {
      label.textContent = before;
    }, 2500);
  });
}
