// Let a second press of the same button do nothing: it would cut off the first on a slow line,
// and could record the same thing twice.  A file that comes leaves the page: press again later.
const SECONDS = 8;
let pressed = null;
let at = 0;
addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const button = event.submitter ?? event.target;
  const now = performance.now();
  if (button === pressed && now - at < SECONDS * 1000) {
    event.preventDefault();
    return;
  }
  pressed = button;
  at = now;
  leave();
});
addEventListener("pageshow", () => { pressed = null; });

// What a form gave cannot be gone back to: the browser would ask to send it again.  So whoever
// leaves it for another page finds instead, going back, what its address leads to.
addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link && !link.target && !link.hash && !event.ctrlKey && !event.metaKey && !event.shiftKey) leave();
});

function leave() {
  const { given } = document.body.dataset;
  if (given) history.replaceState(null, "", given);
}
