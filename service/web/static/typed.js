// Let what is typed stay when another language is chosen: a link loads the page anew, empty.
// Kept in this window from that press to the next page, whichever it is, and then forgotten.
// Left out: secrets, files, and what the page itself puts into a form.
const KEPT = "typed";
const OMITTED = ["hidden", "password", "file", "submit", "button"];

function fields() {
  return [...document.querySelectorAll("main form")].flatMap((form) =>
    [...form.elements]
      .filter((each) => each.name && !OMITTED.includes(each.type) && each.autocomplete !== "one-time-code")
      .map((each) => [`${form.getAttribute("action")} ${each.name} ${each.type}`, each]));
}

function read(each) {
  if (each.type === "checkbox" || each.type === "radio") return each.checked;
  return each.type === "select-multiple" ? [...each.selectedOptions].map((one) => one.value) : each.value;
}

function write(each, kept) {
  if (typeof kept === "boolean") each.checked = kept;
  else if (Array.isArray(kept)) for (const one of each.options) one.selected = kept.includes(one.value);
  else each.value = kept;
}

const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
sessionStorage.removeItem(KEPT);
if (kept) {
  const here = fields();
  // Another page, or one with other questions, would take an answer for what it does not ask.
  if (String(kept.names) === String(here.map(([name]) => name))) {
    here.forEach(([, each], at) => write(each, kept.values[at]));
  }
}

// A form that was refused says in the other language what is wrong with it: sent once more, as
// it was, it is refused once more.  Only if nothing in it is other than what was sent.
const SENT = "sent";
const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "null");
sessionStorage.removeItem(SENT);
const refused = sent && "refused" in document.body.dataset
  ? [...document.forms].find((each) => each.getAttribute("action") === sent.action)
  : null;

function plainly(form) {
  return JSON.stringify([...new FormData(form)]);
}

function keep(action, fields, button) {
  sessionStorage.setItem(SENT, JSON.stringify({ action, fields, button }));
}

addEventListener("submit", ({ target: form, submitter: button, defaultPrevented }) => {
  const is_secret = form.querySelector("[type=password], [type=file], [autocomplete=one-time-code]");
  if (defaultPrevented || is_secret || button?.hasAttribute("formaction")) return;
  keep(form.getAttribute("action"), plainly(form), button?.name ? [button.name, button.value] : null);
});

function ask_again(language) {
  keep(sent.action, sent.fields, sent.button);
  if (sent.button) {
    const pressed = document.createElement("input");
    [pressed.type, pressed.name, pressed.value] = ["hidden", ...sent.button];
    refused.append(pressed);
  }
  const to = new URL(refused.action);
  to.searchParams.set("language", language);
  refused.action = to;
  refused.submit();
}

for (const link of document.querySelectorAll(".languages a")) {
  link.addEventListener("click", (event) => {
    if (refused && plainly(refused) === sent.fields) {
      event.preventDefault();
      ask_again(link.hreflang);
      return;
    }
    const here = fields();
    const names = here.map(([name]) => name);
    sessionStorage.setItem(KEPT, JSON.stringify({ names, values: here.map(([, each]) => read(each)) }));
  });
}
