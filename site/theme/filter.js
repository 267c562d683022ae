// Filters the unit tree as one types. Without it the tree is whole, the box hidden.
(() => {
  "use strict";
  const fold = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/[ةۀ]/g, "ه").replace(/[أإآ]/g, "ا")
    .replace(/[۰-۹٠-٩]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, "");

  for (const input of document.querySelectorAll("input[data-filter]")) {
    const name = input.dataset.filter;
    const tree = document.getElementById(name);
    if (!tree) continue;
    const live = document.querySelector(`[data-found="${name}"]`);
    const rows = [...tree.querySelectorAll("li[data-key]")]
      .map((item) => ({ item, key: fold(item.dataset.key).replace(/\s/g, "") }));
    const boxes = [...tree.querySelectorAll("details")].map((box) => ({ box, open: box.open }));
    let timer;

    const apply = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const all = !words.length;
      let found = 0;
      for (const { item } of rows) item.hidden = !all;
      for (const { box, open } of boxes) box.open = all && open;
      for (const { item, key } of all ? [] : rows) {
        if (!words.every((word) => key.includes(word))) continue;
        found += 1;
        for (const inner of item.querySelectorAll("li")) inner.hidden = false;
        for (let up = item.querySelector("details") || item; up !== tree; up = up.parentElement) {
          up.hidden = false;
          if (up.tagName === "DETAILS") up.open = true;
        }
      }
      clearTimeout(timer);
      if (live) timer = setTimeout(() => {
        live.textContent = all ? "" : !found ? live.dataset.none
          : live.dataset.many.replace("#", found.toLocaleString(document.documentElement.lang));
      }, 300);
    };

    input.closest("[hidden]")?.removeAttribute("hidden");
    input.addEventListener("input", apply);
    addEventListener("pageshow", apply);
  }
})();

// Shows and hides by the clock what has its time: notices, and news on the home page. Without it all stays as it was when
// the page was made.
(() => {
  "use strict";
  const timed = document.querySelectorAll("[data-from], [data-until]");
  if (!timed.length) return;

  const times = [...timed].flatMap((one) => [one.dataset.from, one.dataset.until]).filter(Boolean).map(Date.parse);
  let timer;

  const apply = () => {
    const now = Date.now();
    for (const one of timed) {
      const { from, until } = one.dataset;
      one.hidden = (from && now < Date.parse(from)) || (until && now >= Date.parse(until)) || false;
    }
    for (const box of document.querySelectorAll("[data-timed]")) {
      box.hidden = ![...box.querySelectorAll(box.dataset.timed)].some((one) => !one.hidden);
    }
    // At the next change, and now and then, since a device that slept loses time.
    const waits = times.map((time) => time - now).filter((wait) => wait > 0);
    clearTimeout(timer);
    if (waits.length) timer = setTimeout(apply, Math.min(600000, ...waits));
  };

  apply();
  addEventListener("pageshow", apply);
})();
