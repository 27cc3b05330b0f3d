// Shows how many characters remain in a <textarea maxlength>.
export function bindCharacterCounts(root) {
  for (const area of root.querySelectorAll("textarea[maxlength]")) {
    if (area.dataset.counted) continue;
    area.dataset.counted = "true";
    const counter = document.createElement("p");
    counter.className = "field__count";
    counter.setAttribute("aria-live", "polite");
    area.after(counter);
    const show = () => {
      const limit = Number(area.getAttribute("maxlength"));
      counter.textContent = `${area.value.length} / ${limit}`;
      counter.classList.toggle("field__count--over", area.value.length >= limit);
    };
    area.addEventListener("input", show);
    show();
  }
}
