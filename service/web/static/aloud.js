// Read the page aloud, where the browser can; without this module nothing is missing.
const button = document.querySelector("[data-aloud]");
if (button && "speechSynthesis" in window) {
  const start = button.textContent;
  const rest = () => { button.textContent = start; };
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); rest(); return; }
    const main = document.querySelector("main").cloneNode(true);
    main.querySelectorAll(".aids, svg, [hidden]").forEach((each) => each.remove());
    const words = new SpeechSynthesisUtterance(main.textContent.replace(/\s+/g, " "));
    words.lang = document.documentElement.lang;
    words.rate = 0.9;
    words.addEventListener("end", rest);
    speechSynthesis.speak(words);
    button.textContent = button.dataset.stop;
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
