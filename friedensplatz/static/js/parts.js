// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Sections, items and named things of a page move, go and come without a new page. Without this file each of the
// buttons sends the form, which does the same.

const form = document.querySelector("[data-parts-form]");
const partOf = (name) => form.querySelector(`[data-part="${CSS.escape(name)}"]`);
const told = () => form.dispatchEvent(new Event("input", { bubbles: true }));

function move(name, button, step) {
  const part = partOf(name);
  const other = step === "up" ? part.previousElementSibling : part.nextElementSibling;
  if (!other) return;
  if (step === "up") other.before(part);
  else other.after(part);
  button.focus();
  part.scrollIntoView({ block: "nearest" });
  told();
}

function fold(name, gone) {
  const part = partOf(name);
  const own = (mark) => part.querySelector(`:scope > ${mark}, :scope > .fp-part__head > ${mark}`);
  own("[data-gone]").disabled = !gone;
  own("[data-body]").hidden = gone;
  own("[data-moves]").hidden = gone;
  own("[data-back]").hidden = !gone;
  own(gone ? "[data-back]" : "[data-moves]").querySelector("button:last-child").focus();
  told();
}

async function piece(address, values) {
  const answer = await fetch(`${address}?${new URLSearchParams(values)}`, { redirect: "manual" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

async function add(what, button) {
  const list = what.includes(".");
  const kind = list ? button.closest("[data-kind]").dataset.kind : what;
  const asked = { kind, language: form.elements.language.value, ...(list && { place: what }) };
  const html = await piece(form.dataset.part, asked);
  const parts = (list ? button.closest("fieldset") : form).querySelector("[data-parts]");
  parts.insertAdjacentHTML("beforeend", html);
  const part = parts.lastElementChild;
  document.dispatchEvent(new CustomEvent("fp:added", { detail: part }));
  (part.querySelector("h2") ?? part.querySelector("input:not([type=hidden])")).focus();
  part.scrollIntoView({ block: "nearest" });
  told();
}

async function find(name, button) {
  const box = button.closest("[data-named]");
  const single = box.querySelector("input[type=radio]") ? { single: "1" } : {};
  const words = box.querySelector("[data-find-words]").value;
  const kinds = form.elements[`${name}.kinds`].value;
  box.querySelector("[data-found]").innerHTML = await piece(form.dataset.things, { words, kinds, name, ...single });
}

const DEEDS = {
  up: (name, button) => move(name, button, "up"),
  down: (name, button) => move(name, button, "down"),
  gone: (name) => fold(name, true),
  back: (name) => fold(name, false),
  add,
  find,
};

form.addEventListener("click", async (event) => {
  const button = event.target.closest("button[name=do]");
  const [deed, name] = button?.value.split(/:(.*)/s) ?? [];
  if (!DEEDS[deed]) return;
  event.preventDefault();
  try {
    await DEEDS[deed](name, button);
  } catch {
    form.dispatchEvent(new Event("fp:failed"));
  }
});
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-find-words]")) return;
  event.preventDefault();
  event.target.parentElement.querySelector("button").click();
});
