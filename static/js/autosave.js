// Saves a whole form without its files after a pause in typing, and when the page is left;
// form[data-autosave] says where. One saving waits for another, and handing in waits for both:
// the answer may carry the number of the saved state, which whatever comes next has to name.
const PAUSE = 1500;
const PATIENCE = 8000;

async function save(form) {
  const body = new FormData(form);
  for (const input of form.querySelectorAll("input[type=file]")) body.delete(input.name);
  let outcome = "failed";
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      body,
      headers: { "X-Autosave": "1" },
      redirect: "error",
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) {
      const saved = await answer.json();
      outcome = saved.partly ? "partly" : "saved";
      if ("revision" in saved) form.elements.revision.value = saved.revision;
    }
  } catch {
    // The button that saves remains.
  }
  const place = form.querySelector("[data-autosave-state]");
  if (place) place.textContent = place.dataset[outcome];
}

function bind(form) {
  let waiting = null;
  let sending = null;

  async function run() {
    clearTimeout(waiting);
    waiting = null;
    // While one is on its way the next one waits, so that the later state is written later.
    while (sending) await sending;
    sending = save(form).finally(() => {
      sending = null;
    });
  }

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, PAUSE);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && waiting !== null) run();
  });
  form.addEventListener(
    "submit",
    (event) => {
      clearTimeout(waiting);
      waiting = null;
      if (!sending) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      sending.finally(() => form.requestSubmit(event.submitter));
    },
    { capture: true },
  );
}

export function bindAutosave() {
  for (const form of document.querySelectorAll("form[data-autosave]")) bind(form);
}
