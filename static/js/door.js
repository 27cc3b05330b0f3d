// The check-in page: answers at once from what the phone keeps, sends when there is a network.
import { canScan, scan } from "./door-camera.js";
import { openStore } from "./door-store.js";
import { choice } from "./door-choice.js";
import { codeIn, hour, outcomeOf } from "./door-words.js";

const root = document.querySelector("[data-door]");
const part = (name) => root.querySelector(`[data-${name}]`);
const word = (name) => root.querySelector(`[data-word="${name}"]`).textContent;
const session = root.dataset.session || null;
const device = `${navigator.platform || "telefon"} ${crypto.getRandomValues(new Uint16Array(1))[0]}`;
let store;
let isSending = false;
let sendsAgain = false;
let shown = "";

function say(text, tone) {
  part("answer").textContent = text;
  part("answer").className = `door__answer door__answer--${tone}`;
}

async function status() {
  const [people, queue] = [await store.people(), await store.queue()];
  const waits = navigator.onLine ? "sending" : "offline";
  const state = navigator.onLine && !queue.length ? word("online") : `${word(waits)} ${queue.length}`;
  const here = people.filter((person) => person.since);
  part("status").textContent = `${state} ${word("expected")} ${here.length} / ${people.length}`;
}

async function letIn(text) {
  const code = codeIn(text);
  const person = await store.person(code);
  const at = new Date().toISOString();
  shown = code;
  // First into the queue: never does the page say that all is sent while an entry waits.
  await store.enqueue({ id: crypto.randomUUID(), code, at, session, device });
  if (person && !session && person.since) {
    say(`${person.name}: ${word("known")} ${hour(person.since)}`, "known");
  } else if (person) {
    say(`${person.name} – ${person.whom}. ${word("accepted")}`, "good");
    if (!session) await store.keep({ ...person, since: at });
  } else if (!navigator.onLine) {
    say(word("unknown"), "bad");
  }
  await status();
  await send();
}

async function deliver(entries) {
  const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  const response = await fetch(root.dataset.syncUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ entries }),
  });
  if (!response.ok) return;
  const { answers } = await response.json();
  const tones = { accepted: "good", known: "known" };
  for (const [place, answer] of answers.entries()) {
    await store.sent(entries[place].id);
    const outcome = outcomeOf(answer, entries[place]);
    if (answer.code === shown && outcome !== "accepted") say(answer.sentence, tones[outcome] || "bad");
  }
}

async function send() {
  sendsAgain = isSending;
  if (isSending) return;
  isSending = true;
  try {
    const entries = await store.queue();
    if (entries.length) await deliver(entries.slice(0, 400));
  } catch {
    // No network: the entries wait in the phone.
  } finally {
    isSending = false;
  }
  await status();
  if (sendsAgain) await send();
}

async function find(text) {
  const words = text.trim().toLowerCase();
  part("found").replaceChildren();
  if (await store.person(codeIn(text)) || /^[2-9A-Z]{12}$/.test(codeIn(text))) return letIn(text);
  const people = (await store.people()).filter((person) => person.name.toLowerCase().includes(words));
  if (!words || !people.length) return say(word("unknown"), "bad");
  for (const person of people.slice(0, 10)) {
    const label = `${word("let_in")}: ${person.name}, ${person.whom}`;
    part("found").append(choice(label, () => { part("found").replaceChildren(); letIn(person.code); }));
  }
}

async function load() {
  const response = await fetch(root.dataset.peopleUrl).catch(() => null);
  if (response?.ok) await store.replacePeople((await response.json()).people);
  await status();
}

async function start() {
  navigator.serviceWorker?.register(root.dataset.workerUrl);
  store = await openStore(root.dataset.event);
  part("by-hand").addEventListener("submit", (event) => {
    event.preventDefault();
    find(event.target.elements.kod.value);
    event.target.reset();
  });
  part("camera").addEventListener("click", () => {
    if (!canScan()) return say(word("nocamera"), "known");
    scan(part("video"), letIn).catch(() => say(word("nocamera"), "known"));
  });
  addEventListener("online", send);
  addEventListener("offline", status);
  await send();
  await load();
  setInterval(send, 15_000);
  root.dataset.ready = "true";
}

start();
