// Pays the price of a form while its author types: looks for a number whose hash, together with
// the form's key, begins with enough zero bits. It starts when somebody turns to the form; whoever
// only reads the page pays nothing. A form sent before the number is found is held for the moment
// that is still missing; buttons with a name of their own (drafts) need no number.
import { firstWord } from "./sha256.js";

// Milliseconds at a time: typing stays smooth, and whoever waits does not wait long.
const SLICE = 12;
const SLICE_WHEN_HELD = 100;

function search(form, bits) {
  const key = form.elements.submission_key.value;
  const limit = 2 ** (32 - bits);
  let number = 0;
  let begun = false;
  let held = null;
  // Never at once: while a form asks whether it may be sent, browsers ignore a second sending.
  const begin = () => {
    if (!begun) setTimeout(work, 0);
    begun = true;
  };
  const work = () => {
    const end = performance.now() + (held ? SLICE_WHEN_HELD : SLICE);
    while (performance.now() < end) {
      if (firstWord(`${key}:${number}`) < limit) {
        form.elements.proof.value = String(number);
        if (held) form.requestSubmit(held.button);
        return;
      }
      number += 1;
    }
    setTimeout(work, 0);
  };
  form.addEventListener("submit", (event) => {
    if (form.elements.proof.value || event.submitter?.name) return;
    event.preventDefault();
    held = { button: event.submitter };
    begin();
  });
  form.addEventListener("focusin", begin);
}

export function bindProofs() {
  for (const form of document.querySelectorAll("form[data-proof-bits]")) {
    search(form, Number(form.dataset.proofBits));
  }
}
