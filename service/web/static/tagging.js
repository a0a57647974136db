// Find names while typing: no page is loaded for each letter.
const who = document.getElementById("who");
const names = [...document.querySelectorAll("#names > li")];
const count = document.getElementById("count");
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const parts = (text) => bare(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function narrow() {
  const sought = parts(who.value);
  let shown = 0;
  for (const item of names) {
    const own = parts(item.textContent);
    const fits = sought.every((each) => own.some((part) => part.startsWith(each)));
    item.hidden = !fits && !item.querySelector("input").checked;
    if (fits) shown += 1;
  }
  count.textContent = count.dataset.text.replace("#", String(shown));
  return shown;
}

who.addEventListener("input", narrow);
// Enter ticks the only one who is meant; otherwise the whole roster is searched.
who.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const sought = parts(who.value);
  const fitting = names.filter((item) => !item.hidden && sought.length && parts(item.textContent).some((part) => part.startsWith(sought[0])));
  if (fitting.length === 1) {
    const box = fitting[0].querySelector("input");
    box.checked = true;
    who.value = "";
    narrow();
    count.textContent = fitting[0].textContent.trim();
  } else if (fitting.length) {
    fitting[0].querySelector("input").focus();
  } else {
    document.getElementById("search").click();
  }
});
