// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Suggestions while somebody types, after the combobox pattern of the ARIA Authoring Practices: the field keeps the
// focus, the arrow keys choose, Enter goes there, Escape closes. Without this script the field searches as always.

const WAIT = 150; // milliseconds without a key before anything is asked
const SHORTEST = 2;

for (const field of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  const said = document.createElement("span");
  let waiting = 0;
  let asked = "";
  let chosen = -1;

  list.className = "fp-suggestions";
  list.id = `${field.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
  list.hidden = true;
  said.className = "kern-sr-only";
  said.setAttribute("role", "status");
  field.parentElement.append(list, said);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  const options = () => [...list.children];

  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (number) => {
    const all = options();
    chosen = (number + all.length) % all.length;
    for (const [place, option] of all.entries()) option.setAttribute("aria-selected", String(place === chosen));
    field.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  };

  const optionOf = (one, number) => {
    const option = document.createElement("li");
    const kind = document.createElement("span");
    option.id = `${list.id}-${number}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dir = "auto";
    option.dataset.url = one.url;
    option.textContent = `${one.title} `;
    kind.className = "fp-muted";
    kind.textContent = one.kind;
    option.append(kind);
    return option;
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(optionOf));
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    field.setAttribute("aria-expanded", String(suggestions.length > 0));
    said.textContent = suggestions.length ? `${suggestions.length} ${field.dataset.suggestFound}` : "";
  };

  const ask = async () => {
    const typed = field.value.trim();
    if (typed.length < SHORTEST) return close();
    asked = typed;
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (answer.ok && asked === typed && document.activeElement === field) show((await answer.json()).suggestions);
    } catch {
      close(); // no connection: the field still searches
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) location.assign(options()[chosen].dataset.url);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", () => setTimeout(close, WAIT));
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[data-url]");
    if (option) location.assign(option.dataset.url);
  });
}
