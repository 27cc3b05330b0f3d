// A line of the list of people found at the door: one button.
export function choice(label, choose) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--secondary";
  button.textContent = label;
  button.addEventListener("click", choose);
  const line = document.createElement("li");
  line.append(button);
  return line;
}
