// Put pictures into the post: drop, paste, look at them before they are sent.
const form = document.getElementById("post");
const drop = document.getElementById("drop");
const chosen = document.getElementById("chosen");
const said = document.getElementById("said");
const field = document.getElementById("picture");
const camera = document.getElementById("camera");
let files = [];

function put(list) {
  files = list;
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  field.files = all.files;
  show();
}

function add(list) {
  const fresh = [...list].filter((file) => file instanceof File);
  if (!fresh.length) return;
  put([...files, ...fresh]);
  said.textContent = `${drop.dataset.drop} ${fresh.map((file) => file.name).join(", ")}`;
}

function show() {
  for (const picture of chosen.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
  chosen.replaceChildren(
    ...files.map((file, place) => {
      const item = document.createElement("li");
      if (file.type.startsWith("image/")) {
        const picture = document.createElement("img");
        picture.src = URL.createObjectURL(file);
        picture.alt = file.name;
        picture.addEventListener("error", () => picture.remove());
        item.append(picture);
      } else {
        item.append(file.name);
      }
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "plain";
      remove.textContent = drop.dataset.remove;
      remove.setAttribute("aria-label", `${drop.dataset.remove} ${file.name}`);
      remove.addEventListener("click", () => {
        put(files.filter((_, other) => other !== place));
        field.focus();
      });
      item.append(remove);
      return item;
    }),
  );
  chosen.hidden = files.length === 0;
}

field.addEventListener("change", () => add(field.files));
camera.addEventListener("change", () => {
  add(camera.files);
  camera.value = "";
});
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  add(event.dataTransfer.files);
});
document.addEventListener("paste", (event) => {
  if (event.clipboardData.files.length) {
    event.preventDefault();
    add(event.clipboardData.files);
  }
});
form.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    event.preventDefault();
    said.className = "fault";
    said.textContent = form.dataset.offline;
    return;
  }
  said.className = "";
  said.textContent = form.dataset.checking;
  // After the form was read: a disabled button would not be sent along.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = true;
  });
});
// The editorial line is that of the channel that is chosen, also by a browser that remembers.
const channel = document.getElementById("channel");
function follow() {
  for (const line of document.querySelectorAll("[data-template]")) {
    line.hidden = line.dataset.template !== channel.value;
  }
}
channel.addEventListener("change", follow);
follow();
// Who comes back finds an empty form, never what the last person put there.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
