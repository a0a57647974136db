// Have a device make a passkey, or sign with one, and send what it says with the form.
// A form that needs this stays hidden without it, or where the device would not answer.
const BINARY = ["rawId", "clientDataJSON", "attestationObject", "authenticatorData", "signature"];

function octets(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function written(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function readable(options) {
  const ids = (list) => (list ?? []).map((each) => ({ ...each, id: octets(each.id) }));
  const read = { ...options, challenge: octets(options.challenge) };
  if (options.user) read.user = { ...options.user, id: octets(options.user.id) };
  if (options.excludeCredentials) read.excludeCredentials = ids(options.excludeCredentials);
  if (options.allowCredentials) read.allowCredentials = ids(options.allowCredentials);
  return read;
}

function told(credential) {
  const response = {};
  for (const name of BINARY) {
    if (credential.response[name]) response[name] = written(credential.response[name]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: written(credential.rawId), type, response });
}

async function asked(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.ask, { method: "POST" });
  return answer.ok ? answer.json() : null;
}

async function answer(form) {
  const options = await asked(form);
  if (!options) return location.assign(form.dataset.over);
  const publicKey = readable(options);
  const credential = options.user
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  form.elements.answer.value = told(credential);
  form.requestSubmit();
}

function tell(form, which) {
  for (const each of form.querySelectorAll("[data-passkey-fault]")) {
    each.hidden = each.dataset.passkeyFault !== which;
  }
}

function prepare(form) {
  const field = form.elements.answer;
  let busy = false;
  addEventListener("pageshow", () => { field.value = ""; });
  form.addEventListener("submit", async (event) => {
    if (field.value) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    tell(form, "");
    try {
      await answer(form);
    } catch (fault) {
      tell(form, fault.name === "InvalidStateError" ? "known" : "failed");
    }
    busy = false;
  });
}

const shown = document.querySelectorAll("[data-passkey-at]");
if (window.PublicKeyCredential) {
  for (const each of shown) {
    if (each.dataset.passkeyAt !== location.origin) continue;
    for (const form of each.querySelectorAll("[data-passkey]")) prepare(form);
    for (const hidden of each.querySelectorAll("[data-passkey-on]")) hidden.hidden = false;
    for (const said of each.querySelectorAll("[data-passkey-off]")) said.hidden = true;
  }
}
