// Mark regions on a picture: draw them, or move them with the arrow keys.
const board = document.getElementById("board");
const hint = document.getElementById("board-hint");
const SIDES = ["left", "top", "width", "height"];
const SMALLEST = 1;
const regions = [...document.querySelectorAll("[data-region]")].map(made);
let active = regions.find((each) => !each.numbers()) ?? regions[0];
hint.hidden = regions.length === 0;
for (const each of regions) each.show();

function made(element) {
  const inputs = Object.fromEntries(
    SIDES.map((side) => [side, element.querySelector(`[data-side=${side}]`)]),
  );
  const box = document.createElement("button");
  box.type = "button";
  box.className = "box";
  box.textContent = element.dataset.name;
  board.append(box);
  const region = { element, inputs, box };
  region.numbers = () => {
    const found = SIDES.map((side) => Number.parseFloat(inputs[side].value.replace(",", ".")));
    return found.every(Number.isFinite) ? Object.fromEntries(SIDES.map((side, place) => [side, found[place]])) : null;
  };
  region.set = (at) => {
    const width = within(at.width, SMALLEST, 100);
    const height = within(at.height, SMALLEST, 100);
    const numbers = { left: within(at.left, 0, 100 - width), top: within(at.top, 0, 100 - height), width, height };
    for (const side of SIDES) inputs[side].value = String(Math.round(numbers[side] * 10) / 10);
    region.show();
  };
  region.show = () => {
    const at = region.numbers();
    box.hidden = !at;
    if (!at) return;
    for (const side of SIDES) box.style[side] = `${at[side]}%`;
    box.setAttribute("aria-label", `${element.dataset.name}. ${board.dataset.move}`);
  };
  region.clear = () => {
    for (const side of SIDES) inputs[side].value = "";
    region.show();
  };
  const mark = element.querySelector("[data-mark]");
  mark.hidden = false;
  mark.addEventListener("click", () => {
    active = region;
    if (!region.numbers()) region.set({ left: 40, top: 40, width: 20, height: 20 });
    box.focus();
  });
  for (const side of SIDES) inputs[side].addEventListener("input", region.show);
  box.addEventListener("focus", () => (active = region));
  box.addEventListener("keydown", (event) => moved(event, region, mark));
  return region;
}

function moved(event, region, mark) {
  const at = region.numbers();
  if (event.key === "Delete" || event.key === "Backspace") {
    region.clear();
    mark.focus();
  } else if (event.key === "Escape") {
    mark.focus();
  } else {
    const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    const down = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
    if (!across && !down) return;
    const grown = event.shiftKey;
    region.set({
      left: at.left + (grown ? 0 : across),
      top: at.top + (grown ? 0 : down),
      width: at.width + (grown ? across : 0),
      height: at.height + (grown ? down : 0),
    });
  }
  event.preventDefault();
}

function within(number, least, most) {
  return Math.min(Math.max(number, least), most);
}

function place(event) {
  const frame = board.getBoundingClientRect();
  return {
    left: within(((event.clientX - frame.left) / frame.width) * 100, 0, 100),
    top: within(((event.clientY - frame.top) / frame.height) * 100, 0, 100),
  };
}

board.addEventListener("pointerdown", (event) => {
  if (!active || event.button !== 0) return;
  const drawn = active;
  const start = place(event);
  event.preventDefault();
  board.setPointerCapture(event.pointerId);
  const draw = (moving) => {
    const end = place(moving);
    drawn.set({
      left: Math.min(start.left, end.left),
      top: Math.min(start.top, end.top),
      width: Math.abs(end.left - start.left),
      height: Math.abs(end.top - start.top),
    });
  };
  const stop = () => {
    board.removeEventListener("pointermove", draw);
    board.removeEventListener("pointerup", stop);
    board.removeEventListener("pointercancel", stop);
    active = regions.find((each) => !each.numbers()) ?? drawn;
  };
  board.addEventListener("pointermove", draw);
  board.addEventListener("pointerup", stop);
  board.addEventListener("pointercancel", stop);
});
