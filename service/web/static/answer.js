// Let no old answer stand: not from the browser's memory, not on a screen left open.
const MINUTES = 15;
const answer = document.getElementById("answer");
const { address } = answer.dataset;
const words = document.querySelectorAll("[name='caption'], [name='post-caption']");
// What a form gave takes an address of its own: whoever comes back is asked nothing by the
// browser.  The words go with it in the memory of this window, and nowhere else.
if (address) {
  history.replaceState({ words: words[0]?.value ?? "" }, "", address);
} else if (typeof history.state?.words === "string") {
  for (const each of words) each.value = history.state.words;
  for (const each of document.querySelectorAll("[data-words]")) each.hidden = false;
  for (const each of document.querySelectorAll("[data-words-gone]")) each.hidden = true;
}
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
setTimeout(hide, MINUTES * 60 * 1000);
addEventListener("offline", hide);

function hide() {
  const stale = document.getElementById("stale");
  answer.hidden = true;
  stale.hidden = false;
  document.title = stale.querySelector("h1").textContent;
  document.getElementById("ask-again")?.classList.add("main");
}
