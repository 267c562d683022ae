// Keeps on this device what is typed into the form of a new letter, until it is sent: for a day at most, and encrypted with a
// key that the page brings for this very citizen. Whoever else uses the device finds nothing that can be read, and page.js
// throws it away when somebody signs out. Files are never kept.
(() => {
  "use strict";
  const form = document.querySelector("form[data-draft]");
  const box = form && form.querySelector(".draft");
  // Encryption is there over TLS only (and on the own machine).
  if (!box || !window.crypto || !crypto.subtle || !window.TextEncoder) return;
  const place = "pishkhan.draft";
  const longest = 86400000;
  const fields = [...form.elements].filter((one) => one.name && one.type !== "file" && one.type !== "hidden" && one.type !== "submit");
  const names = [...new Set(fields.map((one) => one.name))];
  const values = () => names.map((name) => form.elements[name].value);
  const atFirst = JSON.stringify(values());
  let timer, isForgotten = false;

  const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const key = crypto.subtle.importKey("raw", bytesOf(form.dataset.draft), "AES-GCM", false, ["encrypt", "decrypt"]);
  const say = (what) => { box.querySelector("[role=status]").textContent = box.dataset[what]; };

  const read = async () => {
    const { at, iv, text } = JSON.parse(localStorage.getItem(place));
    if (!(Date.now() - at < longest)) throw new Error("too old");
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, await key, bytesOf(text));
    return JSON.parse(new TextDecoder().decode(opened));
  };

  const write = async () => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(values()));
    const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, plain);
    if (isForgotten) return;
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), iv: base64(iv), text: base64(text) }));
  };

  const restore = (kept) => {
    let isAny = false;
    names.forEach((name, index) => {
      const control = form.elements[name];
      if (control.value || typeof kept[index] !== "string" || !kept[index]) return;
      control.value = kept[index];
      isAny = isAny || Boolean(control.value);
    });
    if (isAny) say("restored");
  };

  box.hidden = false;
  say("kept");
  // What the server gives back is newer, and what was typed meanwhile is not overwritten.
  read().then(restore).catch(() => {}).then(() => { if (JSON.stringify(values()) !== atFirst) write().catch(() => {}); });
  const later = () => {
    if (isForgotten) return;
    clearTimeout(timer);
    timer = setTimeout(() => write().catch(() => {}), 400);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  // The receipt that follows tells page.js to throw it away; where an error follows, it stays.
  form.addEventListener("submit", () => { try { sessionStorage.setItem(place, "sent"); } catch {} });
  box.querySelector("button").addEventListener("click", () => {
    isForgotten = true;
    clearTimeout(timer);
    localStorage.removeItem(place);
    say("forgotten");
    box.querySelector("button").hidden = true;
    box.querySelector("[role=status]").focus();
  });
})();
