// What the desk can do beyond its links and forms: dragging over the strip, keys.
"use strict";
(() => {
  addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "main") event.target.focus({ preventScroll: true }); });

  const bars = () => [...document.querySelectorAll("[data-brush] svg a")];
  let from = null;
  const at = (event) => {
    const box = document.querySelector("[data-brush] svg").getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 1000;
    const middle = (bar) => { const r = bar.firstElementChild.nextElementSibling; return +r.getAttribute("x") + +r.getAttribute("width") / 2; };
    return bars().reduce((best, bar) => Math.abs(middle(bar) - x) < Math.abs(middle(best) - x) ? bar : best);
  };
  const light = (one, other) => {
    const all = bars();
    const [a, b] = [all.indexOf(one), all.indexOf(other)].sort((x, y) => x - y);
    all.forEach((bar, i) => bar.classList.toggle("chosen", i >= a && i <= b));
  };
  addEventListener("pointerdown", (event) => {
    if (!event.target.closest("[data-brush] svg") || event.button) return;
    from = at(event);
    event.preventDefault();
  });
  addEventListener("pointermove", (event) => { if (from) light(from, at(event)); });
  addEventListener("click", (event) => { if (event.detail && !event.ctrlKey && !event.metaKey && event.target.closest("[data-brush] svg")) event.preventDefault(); });
  addEventListener("pointerup", (event) => {
    if (!from) return;
    const all = bars();
    const [first, last] = [from, at(event)].sort((x, y) => all.indexOf(x) - all.indexOf(y));
    from = null;
    if (event.ctrlKey || event.metaKey) return;
    const address = new URL(first.href.baseVal, location.href);
    address.searchParams.set("end", last.dataset.end);
    location.assign(address);
  });

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
