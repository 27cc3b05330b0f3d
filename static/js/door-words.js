// Small words of the door: the ticket's code in what a camera read, an hour, what an answer means.
export function codeIn(text) {
  return text.trim().replace(/\/+$/, "").split("/").pop().toUpperCase().replace(/[\s-]/g, "");
}

export function hour(moment) {
  return new Date(moment).toLocaleTimeString("pl-PL", { hour: "2-digit", minute: "2-digit" });
}

// Our own entry, sent again after a lost answer, is no second visit.
export function outcomeOf(answer, entry) {
  const sameMoment = answer.since && Date.parse(answer.since) === Date.parse(entry.at);
  return answer.outcome === "known" && sameMoment ? "accepted" : answer.outcome;
}
