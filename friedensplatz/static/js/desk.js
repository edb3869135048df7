// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// The desk by keyboard, and parts of a case that come after it. Without this file the links lead to the same.

for (const part of document.querySelectorAll("[data-part-from]")) {
  fetch(part.dataset.partFrom, { redirect: "manual" })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
    .then((html) => { part.innerHTML = html; })
    .catch(() => {}); // The link that stands there stays.
}

const rows = [...document.querySelectorAll("[data-row]")];
const help = document.querySelector("[data-keys-help]");

function step(by) {
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.querySelector("a").focus();
}

const press = (name) => document.querySelector(`[data-key="${name}"]`)?.click();

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => rows.find((row) => row.contains(document.activeElement))?.querySelector("a").click(),
  x: () => rows.find((row) => row.contains(document.activeElement))?.querySelector("input[type=checkbox]")?.click(),
  t: () => press("take"),
  a: () => press("answer"),
  "?": () => help?.showModal(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
