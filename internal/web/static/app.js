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

  // A click on words keeps their row lit, until the next one.
  document.addEventListener("click", (e) => {
    const row = e.target.closest?.("[data-row]")?.dataset.row;
    const kept = document.querySelector(".kept")?.dataset.row;
    for (const el of document.querySelectorAll(".kept")) el.classList.remove("kept");
    if (!row || row === kept || e.target.closest("a")) return;
    for (const el of document.querySelectorAll(`[data-row="${row}"]`)) el.classList.add("kept");
  });

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
    const bar = document.createElement("p");
    bar.className = "chosen";
    bar.hidden = true;
    bar.innerHTML = '<a class="to-words">Link to the chosen words</a> <button type="button">Copy the link</button> <span role="status"></span>';
    document.querySelector("main").append(bar);
    const [to, copy, said] = bar.children;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(to.href);
        said.textContent = "Copied.";
      } catch {
        said.textContent = "The browser does not let the page copy; follow the link and copy the address.";
      }
    });
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      if (bar.contains(document.activeElement)) return; // the reader is at the link
      bar.hidden = true;
      if (chosen.isCollapsed || !chosen.rangeCount) return;
      const range = chosen.getRangeAt(0);
      const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
      if (start === null || end === null || end <= start) return;
      to.href = `${text.dataset.path}?mark=${start}-${end}#b${start}-${end}`;
      said.textContent = "";
      bar.hidden = false;
    });
  }

  // Keys do what their table, which every page has, says of them.
  const dialog = document.getElementById("keys");
  const switchOf = document.getElementById("keys-on");
  const kept = { get: () => { try { return localStorage.getItem("keys"); } catch { return null; } },
    set: (v) => { try { localStorage.setItem("keys", v); } catch { /* it lasts for this page */ } } };
  switchOf.checked = kept.get() !== "off";
  switchOf.addEventListener("change", () => kept.set(switchOf.checked ? "on" : "off"));
  for (const a of document.querySelectorAll("a.keys-link")) {
    a.addEventListener("click", (e) => { e.preventDefault(); dialog.showModal(); });
  }
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility());
  const step = (by) => (targets) => {
    const at = targets.indexOf(document.activeElement.closest(".entry") ?? document.activeElement);
    const next = targets[at < 0 ? (by > 0 ? 0 : targets.length - 1) : at + by];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const acts = {
    show: ([el]) => el.showModal(),
    focus: ([el]) => el.focus(),
    click: (targets) => {
      const entry = document.activeElement.closest(".entry");
      (targets.find((el) => entry?.contains(el)) ?? targets.find((el) => !el.closest(".entry")))?.click();
    },
    next: step(1),
    prev: step(-1),
  };
  // After an answer the keyboard is where it was.
  if (location.hash.startsWith("#entry-")) document.getElementById(location.hash.slice(1))?.focus();

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || !switchOf.checked || dialog.open) return;
    if (e.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const row = dialog.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
    const all = row?.dataset.act === "show" ? [document.querySelector(row.dataset.target)] : row && shown(row.dataset.target);
    if (!all?.length) return;
    e.preventDefault();
    acts[row.dataset.act](all);
  });
})();
