// Finds units as one types. Without this file the list is whole, and the box hidden. The index is read when the box gets
// the focus for the first time; Sources/Generator/Units/UnitIndex.swift says how it is written.
(() => {
  "use strict";

  // Folds a text as Sources/Persian/SearchKey.swift does: what a reader takes for the same word becomes the same.
  const plain = { "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "ە": "ه",
    "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و" };
  const ignored = /[\u0640\u064B-\u065F\u0670\uFE70-\uFE7F\p{Cf}\p{Cc}]/u;
  const letters = (shown) => {
    if (!/[\uFB50-\uFDFF\uFE80-\uFEFC]/.test(shown)) return shown;
    const full = shown.normalize("NFKC");
    return full.length === 1 || /[\uFDF2\uFDFC\uFEF5-\uFEFC]/.test(shown) ? full : shown;
  };
  const letter = (one) => ignored.test(one) ? ""
    : plain[one] ?? (/[۰-۹٠-٩]/.test(one) ? String(one.charCodeAt(0) & 15) : one.toLowerCase());
  const fold = (text) => [...text].map((shown) => /\p{White_Space}/u.test(shown) ? " " : [...letters(shown)].map(letter).join(""))
    .join("").replace(/ +/g, " ").trim();

  // The numbers in a run of characters.
  const numbers = (run) => {
    const found = [];
    let before = 0;
    for (const character of run) {
      const code = character.charCodeAt(0);
      const digit = code - (code > 0x5C ? 0x24 : 0x23);
      if (digit > 63) before = before * 27 + digit - 63;
      else {
        found.push(before * 64 + digit);
        before = 0;
      }
    }
    return found;
  };

  const unpack = ([list, run]) => {
    const words = list.split(" ");
    const text = (field, glue) => numbers(field).map((number) => words[number]).join(glue);
    const units = run.split("!").slice(0, -1).map((unit) => {
      const [title, id, above = "", aliases = ""] = unit.split(" ");
      const name = text(title, " ");
      const key = fold(name);
      return { name, id: text(id, "-"), above: numbers(above)[0], key, all: (key + " " + fold(text(aliases, " "))).replace(/ /g, "") };
    });
    for (const unit of units) unit.above = units[unit.above - 1]?.name;
    return units;
  };

  const box = document.querySelector("input[data-index]");
  const found = document.getElementById("found");
  if (!box || !found) return;
  const live = document.querySelector("[data-found]");
  const tree = document.getElementById("units");
  const most = 50;
  let units, timer;

  const say = (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => { live.textContent = text; }, 300);
  };
  // Names that begin with what was typed come first, then those of which a word does.
  const rank = ({ key }, typed) => key.startsWith(typed) ? 0 : (" " + key).includes(" " + typed) ? 1 : 2;

  const show = () => {
    const typed = fold(box.value);
    const isSearch = typed !== "" && Boolean(units);
    found.hidden = !isSearch;
    if (tree) tree.hidden = isSearch;
    if (!isSearch) return say("");
    const words = typed.split(" ");
    const fitting = units.filter(({ all }) => words.every((word) => all.includes(word)))
      .map((unit) => [rank(unit, typed), unit]).sort(([one], [other]) => one - other);
    found.replaceChildren(...fitting.slice(0, most).map(([, { name, id, above }]) => {
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = `${box.dataset.path}${id}/`;
      link.textContent = name;
      if (above) {
        const hint = document.createElement("span");
        hint.className = "hint";
        hint.textContent = above;
        item.append(" ", hint);
      }
      return item;
    }));
    return say(fitting.length ? live.dataset.many.replace("#", fitting.length.toLocaleString(document.documentElement.lang))
      : live.dataset.none);
  };

  let loading;
  const load = () => {
    loading ??= fetch(box.dataset.index).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status))
      .then((index) => { units = unpack(index); }).then(show)
      .catch(() => { loading = undefined; say(live.dataset.failed); });
  };

  box.closest("[hidden]").removeAttribute("hidden");
  box.addEventListener("focus", load);
  box.addEventListener("input", () => { load(); show(); });
  addEventListener("pageshow", () => { if (box.value) load(); });
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

// Throws away what draft.js keeps: when somebody signs out, when the letter has been sent, and after a day.
(() => {
  "use strict";
  const place = "pishkhan.draft";
  const forget = () => {
    localStorage.removeItem(place);
    sessionStorage.removeItem(place);
  };
  try {
    const kept = JSON.parse(localStorage.getItem(place));
    if (kept && !(Date.now() - kept.at < 86400000)) forget();
    if (sessionStorage.getItem(place)) {
      if (document.querySelector(".receipt")) forget();
      else sessionStorage.removeItem(place);
    }
  } catch {
    // Storage that is switched off holds nothing.
    return;
  }
  document.addEventListener("submit", ({ target }) => { if (/\/logout$/.test(target.action)) forget(); });
})();
