// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Shows how far files have got. The form is sent as it would be without this; what the server answers is shown.

(() => {
  for (const form of document.querySelectorAll("form[data-upload]")) {
    const [bar, broken, button] = ["progress", "[role=alert]", "button"].map((part) => form.querySelector(part));

    function show(request) {
      if (request.responseURL !== new URL(form.action || location.href, location.href).href) {
        location.assign(request.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      document.querySelector("main").replaceWith(page.querySelector("main"));
      document.getElementById("form-errors")?.focus();
    }

    function tell(isBroken) {
      button.disabled = !isBroken;
      broken.hidden = !isBroken;
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const request = new XMLHttpRequest();
      request.upload.addEventListener("progress", (step) => {
        if (step.lengthComputable) bar.value = (100 * step.loaded) / step.total;
      });
      request.addEventListener("load", () => show(request));
      request.addEventListener("error", () => tell(true));
      request.open("POST", form.action || location.href);
      request.send(new FormData(form));
      bar.parentElement.hidden = false;
      tell(false);
    });
  }
})();
