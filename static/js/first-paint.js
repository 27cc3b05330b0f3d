// Runs before the first paint (a plain script in <head>): the kept choice of light or dark,
// and a mark for CSS that JavaScript works.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is forbidden: the system's choice holds.
  }
})();
