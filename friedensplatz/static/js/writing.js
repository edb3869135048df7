// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Writing a page: what is typed is kept in the house every few seconds and, where there is no connection, on this
// device.

const form = document.getElementById("writing");
const KEEP_AFTER = 2000;
const SAY_HELLO = 20000;
const place = (token) => `fp-writing:${form.dataset.page}:${token}`;
const token = form.elements.token.value;
const state = form.querySelector("[data-state]");
let dirty = false;
let leaving = false;
let timer;

const say = (word, values = {}) => {
  const text = document.querySelector(`#writing-words [data-word="${word}"]`).textContent;
  state.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
};
const tokenOfForms = () => document.cookie.match(/csrftoken=(\w+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value;

// Keeping

function keepHere() {
  const entries = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  try {
    localStorage.setItem(place(token), JSON.stringify({ at: Date.now(), entries }));
  } catch {
    // The device has no room; the form itself still holds everything.
  }
}

function changed() {
  dirty = true;
  say("typing");
  keepHere();
  clearTimeout(timer);
  timer = setTimeout(keep, KEEP_AFTER);
}

async function keep() {
  clearTimeout(timer);
  const sent = dirty;
  const body = new FormData(form);
  if (sent) body.set("changed", "1");
  dirty = false;
  try {
    const answer = await fetch(form.dataset.keep, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { "X-CSRFToken": tokenOfForms() },
    });
    if (!answer.ok) throw new Error(answer.type === "opaqueredirect" || answer.status === 403 ? "signed_out" : "offline");
    told(await answer.json(), sent);
    return true;
  } catch (error) {
    dirty ||= sent;
    if (dirty) say(error.message === "signed_out" ? "signed_out" : "offline");
    return false;
  }
}

function told({ at, others, findings }, sent) {
  form.querySelector("[data-others]").innerHTML = others;
  form.querySelector("[data-findings]").innerHTML = findings;
  if (dirty) {
    timer = setTimeout(keep, KEEP_AFTER);
  } else if (sent) {
    localStorage.removeItem(place(token));
    say("kept", { time: at });
  }
}

form.addEventListener("input", (event) => {
  if (!event.target.matches("[data-find-words]")) changed();
});
form.addEventListener("change", (event) => {
  if (!event.target.matches("[data-find-words]")) changed();
});
form.addEventListener("fp:failed", () => say("offline"));
addEventListener("online", () => dirty && keep());
setInterval(() => (dirty || !document.hidden) && keep(), SAY_HELLO);

// Leaving: first everything is kept, so that a press of a button without a connection ends on this page

form.addEventListener("submit", async (event) => {
  if (leaving) return event.preventDefault();
  form.elements.csrfmiddlewaretoken.value = tokenOfForms();
  if (!dirty) {
    leaving = true;
    return;
  }
  event.preventDefault();
  if (await keep()) form.requestSubmit(event.submitter);
});
addEventListener("pageshow", () => (leaving = false));
addEventListener("beforeunload", (event) => {
  if (dirty && !leaving) event.preventDefault();
});

// What this device has kept of a window that never reached the house

const mine = Object.keys(localStorage).filter((name) => name.startsWith(place("")));
if (form.dataset.shown) localStorage.removeItem(place(token));
const kept = mine
  .filter((name) => localStorage.getItem(name))
  .map((name) => ({ name, ...JSON.parse(localStorage.getItem(name)) }))
  .sort((one, other) => other.at - one.at)[0];
if (kept) {
  const box = document.querySelector("[data-kept-here]");
  box.querySelector("[data-kept-when]").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
  box.querySelector("[data-kept-take]").addEventListener("click", () => take(kept.entries));
  box.querySelector("[data-kept-drop]").addEventListener("click", () => {
    localStorage.removeItem(kept.name);
    box.hidden = true;
  });
  box.hidden = false;
}

function take(entries) {
  const sender = document.createElement("form");
  sender.method = "post";
  sender.action = form.action;
  sender.hidden = true;
  for (const [name, value] of [...entries, ["csrfmiddlewaretoken", tokenOfForms()], ["do", "show"]]) {
    const field = document.createElement("textarea");
    Object.assign(field, { name, value });
    sender.append(field);
  }
  document.body.append(sender);
  sender.submit();
}

keep();
