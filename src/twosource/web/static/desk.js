// What the desk can do beyond its links and forms: dragging over the strip, keys.
"use strict";
(() => {
  const strip = document.querySelector("[data-brush] svg");
  if (strip) {
    const bars = [...strip.querySelectorAll("a")];
    let from = null;
    const at = (event) => {
      const box = strip.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * 1000;
      const middle = (bar) => { const r = bar.firstElementChild.nextElementSibling; return +r.getAttribute("x") + +r.getAttribute("width") / 2; };
      return bars.reduce((best, bar) => Math.abs(middle(bar) - x) < Math.abs(middle(best) - x) ? bar : best, bars[0]);
    };
    const light = (one, other) => {
      const [a, b] = [bars.indexOf(one), bars.indexOf(other)].sort((x, y) => x - y);
      bars.forEach((bar, i) => bar.classList.toggle("chosen", i >= a && i <= b));
    };
    strip.addEventListener("pointerdown", (event) => { from = at(event); event.preventDefault(); });
    strip.addEventListener("pointermove", (event) => { if (from) light(from, at(event)); });
    strip.addEventListener("click", (event) => event.preventDefault());
    addEventListener("pointerup", (event) => {
      if (!from) return;
      const [first, last] = [from, at(event)].sort((x, y) => bars.indexOf(x) - bars.indexOf(y));
      from = null;
      const address = new URL(first.href.baseVal, location.href);
      address.searchParams.set("end", last.dataset.end);
      location.assign(address);
    });
  }

  addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { document.getElementById("find")?.focus(); event.preventDefault(); return; }
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const lines = [...document.querySelectorAll("main .headline, main .receipt a, main .said a, main .table td:first-child a")];
    const next = lines[lines.indexOf(document.activeElement) + step] ?? lines[step > 0 ? 0 : lines.length - 1];
    next?.focus();
  });
})();
