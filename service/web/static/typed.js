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

for (const link of document.querySelectorAll(".languages a")) {
  link.addEventListener("click", () => {
    const here = fields();
    const names = here.map(([name]) => name);
    sessionStorage.setItem(KEPT, JSON.stringify({ names, values: here.map(([, each]) => read(each)) }));
  });
}
