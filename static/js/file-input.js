// Says which files were chosen and how large they are.
function size(bytes) {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const format = { style: "unit", unit, maximumFractionDigits: amount < 10 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, format).format(amount);
}

export function bindFileInputs(root) {
  for (const input of root.querySelectorAll('.field input[type="file"]')) {
    if (input.dataset.bound) continue;
    input.dataset.bound = "true";
    const chosen = document.createElement("p");
    chosen.className = "file-input__chosen";
    chosen.setAttribute("role", "status");
    input.after(chosen);
    input.addEventListener("change", () => {
      chosen.textContent = [...input.files].map((file) => `${file.name} (${size(file.size)})`).join(", ");
    });
  }
}
