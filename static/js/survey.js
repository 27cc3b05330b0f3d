// Shows a question when the earlier one that it depends on ([data-shown-if]) has one of the
// answers in [data-shown-values], or any answer when none is named. The server decides the same
// again; without JavaScript every question stands on the page.
function valuesOf(question) {
  const values = [];
  for (const field of question.querySelectorAll("input, select, textarea")) {
    const isTick = field.type === "radio" || field.type === "checkbox";
    if (isTick ? field.checked : field.value.trim()) values.push(field.value === "on" ? "tak" : field.value);
  }
  return values;
}

function isOpened(question, byKey) {
  const earlier = byKey.get(question.dataset.shownIf);
  if (!earlier || earlier.hidden) return false;
  const wanted = question.dataset.shownValues.split(" ").filter(Boolean);
  const given = valuesOf(earlier);
  return wanted.length ? wanted.some((value) => given.includes(value)) : given.length > 0;
}

function showWhatIsAsked(questions, byKey) {
  for (const question of questions) {
    const words = question.querySelector("[data-own-words]");
    // The box itself counts, not the words, so that they can be taken back.
    if (words) words.hidden = !question.querySelector("input[value=inne]:checked") && !words.querySelector("input").value;
  }
  // In the order of the page, so that what depends on a hidden question hides too.
  for (const question of questions) {
    if (question.dataset.shownIf) question.hidden = !isOpened(question, byKey);
  }
}

export function bindSurveys(root) {
  const forms = new Set([...root.querySelectorAll("[data-question]")].map((question) => question.closest("form")));
  for (const form of forms) {
    const questions = [...form.querySelectorAll("[data-question]")];
    for (const words of form.querySelectorAll("[data-condition]")) words.hidden = true;
    const byKey = new Map(questions.map((question) => [question.dataset.question, question]));
    showWhatIsAsked(questions, byKey);
    form.addEventListener("input", () => showWhatIsAsked(questions, byKey));
    form.addEventListener("change", () => showWhatIsAsked(questions, byKey));
  }
}
