// Comfort on top of pages that work without it.
"use strict";
(() => {
  // Words of the same row light up together.
  const light = (row, on) => {
    for (const el of document.querySelectorAll(`[data-row="${row}"]`)) el.classList.toggle("lit", on);
  };
  for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    const rowOf = (e) => e.target.closest?.("[data-row]")?.dataset.row;
    document.addEventListener(enter, (e) => rowOf(e) && light(rowOf(e), true));
    document.addEventListener(leave, (e) => rowOf(e) && light(rowOf(e), false));
  }

  // A link to words that have no mark of their own asks for them.
  const wanted = /^#b(\d+-\d+)$/.exec(location.hash);
  if (wanted && location.pathname.startsWith("/doc/") && !document.getElementById(location.hash.slice(1))) {
    const url = new URL(location.href);
    if (url.searchParams.get("mark") !== wanted[1]) {
      url.searchParams.set("mark", wanted[1]);
      location.replace(url);
    }
  }

  // "/" leads to the first field that narrows a list.
  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select")) return;
    const field = document.querySelector(".filters input");
    if (field) {
      e.preventDefault();
      field.focus();
    }
  });
})();
