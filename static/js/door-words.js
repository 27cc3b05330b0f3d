// Small words of the door: the ticket's code in what a camera read, and the hour of a moment.
export function codeIn(text) {
  return text.trim().replace(/\/+$/, "").split("/").pop().toUpperCase().replace(/[\s-]/g, "");
}

export function hour(moment) {
  return new Date(moment).toLocaleTimeString("pl-PL", { hour: "2-digit", minute: "2-digit" });
}
