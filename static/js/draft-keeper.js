// Keeps a form while it is typed: at once in this browser, after a pause on the server.
// form[data-draft] names its place; a page with [data-forget-draft] says that it was submitted.
const PAUSE = 1500;
const FIELDS = ["title", "text", "proposed_wording", "justification", "quote", "quote_start"];

function keyOf(place) {
  return `draft:${place}`;
}

function read(place) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(place)) ?? "null");
  } catch {
    return null;
  }
}

function write(place, fields) {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ fields, at: Date.now() }));
  } catch {
    // Storage is full or forbidden: the server's copy remains.
  }
}

function forget(place) {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
}

function typed(form) {
  const entries = FIELDS.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]);
  return Object.fromEntries(entries);
}

function say(form, message) {
  const place = form.querySelector("[data-draft-state]");
  if (place) place.textContent = place.dataset[message] ?? "";
}

async function save(form, signal) {
  const body = new FormData();
  for (const [name, value] of Object.entries(typed(form))) body.append(name, value);
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(form.dataset.draftUrl, { method: "POST", body, signal, redirect: "error" });
    say(form, answer.ok ? "saved" : answer.status === 401 ? "signedOut" : "local");
  } catch (error) {
    if (error.name !== "AbortError") say(form, "local");
  }
}

function restore(form) {
  const kept = read(form.dataset.draft);
  // What the server knows or what came back with mistakes is newer than what is kept here.
  if (!kept || kept.at <= Number(form.dataset.draftSaved || 0) * 1000) return;
  if (form.elements.text.value) return;
  for (const [name, value] of Object.entries(kept.fields)) {
    if (form.elements[name] && !form.elements[name].value) form.elements[name].value = value;
  }
  say(form, "restored");
}

export function bindDrafts() {
  for (const done of document.querySelectorAll("[data-forget-draft]")) {
    const kept = read(done.dataset.forgetDraft);
    if (kept && kept.at <= Number(done.dataset.submittedAt) * 1000) forget(done.dataset.forgetDraft);
  }
  for (const form of document.querySelectorAll("form[data-draft]")) {
    let waiting;
    let sending = new AbortController();
    restore(form);
    form.addEventListener("input", () => {
      write(form.dataset.draft, typed(form));
      clearTimeout(waiting);
      sending.abort();
      sending = new AbortController();
      waiting = setTimeout(() => save(form, sending.signal), PAUSE);
    });
    // A late draft must not come after the remark itself.
    form.addEventListener("submit", () => {
      clearTimeout(waiting);
      sending.abort();
    });
  }
}
