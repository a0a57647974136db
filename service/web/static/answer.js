// Let no old answer stand: not from the browser's memory, not on a screen left open.
const MINUTES = 15;
addEventListener("pageshow", (event) => {
  if (event.persisted) hide();
});
setTimeout(hide, MINUTES * 60 * 1000);
addEventListener("offline", hide);

function hide() {
  document.getElementById("answer").hidden = true;
  document.getElementById("stale").hidden = false;
}
