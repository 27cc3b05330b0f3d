// Pays the price of a form while its author types: looks for a number whose hash, together with
// the form's key, begins with enough zero bits. The server asks for patience where it is missing.
import { firstWord } from "./sha256.js";

const SLICE = 12; // milliseconds, so that typing stays smooth

function search(form, bits) {
  const key = form.elements.submission_key.value;
  const limit = 2 ** (32 - bits);
  let number = 0;
  const work = () => {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      if (firstWord(`${key}:${number}`) < limit) {
        form.elements.proof.value = String(number);
        return;
      }
      number += 1;
    }
    setTimeout(work, 0);
  };
  work();
}

export function bindProofs() {
  for (const form of document.querySelectorAll("form[data-proof-bits]")) {
    search(form, Number(form.dataset.proofBits));
  }
}
