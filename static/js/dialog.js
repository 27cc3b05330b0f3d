// Opens <dialog> elements from [data-dialog-open="id"] and closes them from [data-dialog-close].
// The opener is a link to a page that asks the same, for readers without JavaScript.
export function bindDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog-open]");
    const dialog = opener && document.getElementById(opener.dataset.dialogOpen);
    if (dialog) {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    if (event.target.closest("[data-dialog-close]") || event.target.matches("dialog")) {
      event.target.closest("dialog")?.close();
    }
  });
}
