// [data-push-form]: asks the browser for permission, fills in what it gives and sends the form.
const FIELDS = { endpoint: "endpoint", p256dh: "public_key", auth: "secret" };

export function bindPushForms() {
  const form = document.querySelector("[data-push-form]");
  if (!form) return;
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) return;
  form.hidden = false;
  document.querySelector("[data-push-unable]").hidden = true;
  form.addEventListener("submit", (event) => {
    if (form.elements.endpoint.value) return;
    event.preventDefault();
    subscribe(form).then(
      () => form.submit(),
      (error) => say(form, error.name === "NotAllowedError" ? "denied" : "failed"),
    );
  });
}

async function subscribe(form) {
  const { worker, scope, key } = form.dataset;
  if ((await Notification.requestPermission()) !== "granted") {
    throw new DOMException("", "NotAllowedError");
  }
  const registration = await navigator.serviceWorker.register(worker, { scope });
  await ready(registration);
  const options = { userVisibleOnly: true, applicationServerKey: bytes(key) };
  const subscription = await renewed(registration.pushManager, options);
  const { endpoint, keys } = subscription.toJSON();
  for (const [name, value] of Object.entries({ endpoint, ...keys })) {
    if (FIELDS[name]) form.elements[FIELDS[name]].value = value;
  }
}

// A subscription made for an older key of the portal stands in the way of a new one.
async function renewed(manager, options) {
  try {
    return await manager.subscribe(options);
  } catch (error) {
    if (error.name !== "InvalidStateError") throw error;
    await (await manager.getSubscription())?.unsubscribe();
    return manager.subscribe(options);
  }
}

function ready(registration) {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (worker.state === "activated") return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => worker.state === "activated" && resolve());
  });
}

function bytes(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function say(form, what) {
  const place = form.querySelector("[data-push-said]");
  place.textContent = form.dataset[what];
  form.querySelector("button[type=submit]").disabled = false;
}
