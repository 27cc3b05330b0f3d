// Saves a whole form without its files after a pause in typing; form[data-autosave] says where.
const PAUSE = 1500;

async function save(form, signal) {
  const body = new FormData(form);
  for (const input of form.querySelectorAll("input[type=file]")) body.delete(input.name);
  const place = form.querySelector("[data-autosave-state]");
  try {
    const answer = await fetch(form.dataset.autosave, { method: "POST", body, signal, redirect: "error" });
    if (place) place.textContent = answer.ok ? place.dataset.saved : place.dataset.failed;
  } catch (error) {
    if (place && error.name !== "AbortError") place.textContent = place.dataset.failed;
  }
}

export function bindAutosave() {
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    let waiting;
    let sending = new AbortController();
    const stop = () => {
      clearTimeout(waiting);
      sending.abort();
      sending = new AbortController();
    };
    form.addEventListener("input", () => {
      stop();
      waiting = setTimeout(() => save(form, sending.signal), PAUSE);
    });
    // What is saved late must not come after what was handed in.
    form.addEventListener("submit", stop);
  }
}
