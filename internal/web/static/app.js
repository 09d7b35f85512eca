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

  // Chosen words get a link to them. Addresses count bytes of UTF-8, and a
  // character that is written out counts as what it stands for.
  const bytes = (range) => {
    const copy = range.cloneContents();
    for (const el of copy.querySelectorAll(".unseen")) el.replaceWith(String.fromCodePoint(parseInt(el.textContent.slice(2), 16)));
    return new TextEncoder().encode(copy.textContent).length;
  };
  const offset = (node, at) => {
    const p = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-from]");
    if (!p) return null;
    const before = document.createRange();
    before.setStart(p, 0);
    before.setEnd(node, at);
    return Number(p.dataset.from) + bytes(before);
  };
  const text = document.querySelector("article.document");
  if (text) {
    const to = document.createElement("a");
    to.className = "to-words";
    to.textContent = "Link to the chosen words";
    to.hidden = true;
    document.querySelector(".kinds").append(to);
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      to.hidden = true;
      if (chosen.isCollapsed || !chosen.rangeCount) return;
      const range = chosen.getRangeAt(0);
      const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
      if (start === null || end === null || end <= start) return;
      to.href = `${text.dataset.path}?mark=${start}-${end}#b${start}-${end}`;
      to.hidden = false;
    });
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
