// Switches between light and dark and keeps the choice.
function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

function showNext(toggle) {
  const label = isDark() ? toggle.dataset.labelLight : toggle.dataset.labelDark;
  toggle.querySelector("span").textContent = label;
}

export function bindThemeToggles() {
  const toggles = document.querySelectorAll("[data-theme-toggle]");
  toggles.forEach(showNext);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage is forbidden: the choice lasts for this page.
    }
    toggles.forEach(showNext);
  });
}
