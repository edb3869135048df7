// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Names the offices while somebody writes down what a caller says, as the button beside it does without this script.
// The first one is chosen until a person chooses another; Control and Enter read back.

const WAIT = 500; // milliseconds without a key before the front door is asked
const MOST = 3;

const form = document.querySelector("[data-intake]");
const { text, office, duty } = form.elements;
const list = form.querySelector("[data-doors]");
let waiting = 0;
let chosenByHand = Boolean(office.value);

function choose(door) {
  if (![...office.options].some((option) => option.value === door.id)) return;
  office.value = door.id;
  duty.value = door.duty.id;
}

function chipOf(door) {
  const item = document.createElement("li");
  const chip = document.createElement("button");
  chip.type = "button";
  chip.className = "fp-chip";
  chip.textContent = `${door.label}: ${door.duty.title}`;
  chip.addEventListener("click", () => {
    chosenByHand = true;
    choose(door);
    office.focus();
  });
  item.append(chip);
  return item;
}

async function ask() {
  const typed = text.value.trim();
  if (!typed) return;
  try {
    const answer = await fetch(form.dataset.intake, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: typed }),
    });
    if (!answer.ok || text.value.trim() !== typed) return;
    const { offices } = await answer.json();
    list.replaceChildren(...offices.slice(0, MOST).map(chipOf));
    if (!chosenByHand && offices.length) choose(offices[0]);
  } catch {
    // No connection: the button beside the field still asks.
  }
}

text.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, WAIT);
});
office.addEventListener("change", () => {
  chosenByHand = true;
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) form.requestSubmit(form.querySelector("[accesskey='9']"));
});
