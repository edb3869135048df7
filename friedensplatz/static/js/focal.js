// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// A click on the picture says what is most important in it; the two number fields say the same without a mouse.

(() => {
  const picture = document.querySelector("[data-focal]");
  const fields = ["focal_x", "focal_y"].map((name) => document.getElementsByName(name)[0]);
  if (!picture || !fields.every(Boolean)) return;

  const lines = picture.querySelector("path");

  function draw() {
    const [x, y] = fields.map((field) => Number(field.value || 50));
    lines.setAttribute("d", `M${x} 0V100M0 ${y}H100`);
  }

  picture.classList.add("fp-focal--pick");
  picture.addEventListener("click", (event) => {
    const box = picture.querySelector("img").getBoundingClientRect();
    const shares = [(event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height];
    fields.forEach((field, at) => {
      field.value = Math.round(Math.min(Math.max(shares[at], 0), 1) * 100);
    });
    draw();
  });
  fields.forEach((field) => field.addEventListener("input", draw));
})();
