// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Speaking instead of typing, where the browser can listen. The button appears only there.

(() => {
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  if (!Recognition) return;

  for (const button of document.querySelectorAll("[data-speak]")) {
    const field = document.getElementById(button.dataset.speak);
    const listener = new Recognition();
    listener.lang = document.documentElement.lang;
    listener.continuous = true;

    listener.onresult = (event) => {
      for (const result of [...event.results].slice(event.resultIndex)) {
        if (!result.isFinal) continue;
        field.value = `${field.value} ${result[0].transcript}`.trim();
      }
    };
    listener.onend = () => button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const listening = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!listening));
      if (listening) listener.stop();
      else listener.start();
      field.focus();
    });
    button.hidden = false;
  }
})();
