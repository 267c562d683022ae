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
