// Dragging in the schedule editor: a drop fills the session's own form and sends it.
// Without this module the same forms are used by hand.
const grid = document.querySelector("[data-schedule-editor]");
let dragged = null;

function cellOf(event) {
  return event.target.closest("[data-drop-room]");
}

function unmark() {
  for (const cell of document.querySelectorAll(".schedule__target")) cell.classList.remove("schedule__target");
}

if (grid) {
  for (const card of document.querySelectorAll("[data-session]")) {
    card.draggable = true;
    card.addEventListener("dragstart", (event) => {
      dragged = card;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", card.dataset.session);
    });
    card.addEventListener("dragend", () => {
      dragged = null;
      unmark();
    });
  }
  grid.addEventListener("dragover", (event) => {
    const cell = cellOf(event);
    if (!cell || !dragged) return;
    event.preventDefault();
    unmark();
    cell.classList.add("schedule__target");
  });
  grid.addEventListener("drop", (event) => {
    const cell = cellOf(event);
    if (!cell || !dragged) return;
    event.preventDefault();
    const form = dragged.querySelector("form");
    form.elements.room.value = cell.dataset.dropRoom;
    form.elements.starts_at.value = cell.dataset.dropStart;
    form.requestSubmit();
  });
}
