// HTMX asks with the CSRF token of the page, and says aloud when an answer did not come.
function token() {
  return document.querySelector('input[name="csrfmiddlewaretoken"]')?.value ?? "";
}

function sayFailure() {
  const messages = document.querySelector("[data-messages]");
  const failure = document.querySelector("[data-failure]");
  if (!messages || !failure) return;
  messages.hidden = false;
  messages.replaceChildren(failure.content.cloneNode(true));
  messages.scrollIntoView({ block: "center" });
}

export function bindHtmx() {
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token();
  });
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, sayFailure);
  }
}
