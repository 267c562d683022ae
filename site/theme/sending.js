// Sends a form with files in the background: what is missing is said before a byte leaves, how far it is and how fast is
// shown, and it can be stopped. The answer is shown as if the browser had sent the form; after an error in another field
// the files are still chosen.
(() => {
  "use strict";
  if (!window.forms) return;
  const { announce, element, fill, number, setError, showSummary, size, faultsOf, put } = window.forms;
  const form = document.querySelector("form[data-megabytes]");
  const words = form.dataset;
  const submit = form.querySelector(".actions button");
  const files = [...form.querySelectorAll("input[type=file]")].filter((input) => input.name);
  const percents = [25, 50, 75];
  let request, isLeaving = false;

  // The errors that can be known here, in the order of the form.
  const check = () => {
    const errors = [];
    const checked = [...form.elements].filter((one, place, all) => one.name && (one.dataset.missing || one.type === "file")
      && all.findIndex((other) => other.name === one.name) === place);
    for (const control of checked) {
      const isEmpty = control.type === "radio" ? !form.elements[control.name].value : !control.value.trim();
      const sentences = isEmpty && control.dataset.missing ? [control.dataset.missing] : control.type === "file" ? faultsOf(control) : [];
      setError(control, sentences.join("\n"));
      for (const sentence of sentences) errors.push({ id: control.id, sentence });
    }
    const bytes = files.reduce((sum, input) => [...input.files].reduce((whole, file) => whole + file.size, sum), 0);
    if (bytes > Number(words.requestBytes)) errors.push({ id: files[0].id, sentence: words.requestLarge });
    return errors;
  };

  // Speed over the last seconds, in bytes a second.
  const speedometer = () => {
    const seen = [[performance.now(), 0]];
    return (bytes) => {
      const now = performance.now();
      seen.push([now, bytes]);
      while (seen.length > 2 && now - seen[0][0] > 4000) seen.shift();
      const seconds = (now - seen[0][0]) / 1000;
      return seconds > 0 ? (bytes - seen[0][1]) / seconds : 0;
    };
  };

  const showProgress = () => {
    const panel = element("div", "sending");
    const bar = panel.appendChild(element("progress"));
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", words.sending);
    const figures = panel.appendChild(element("p", "figures", words.sending));
    figures.setAttribute("aria-hidden", "true");
    const stop = panel.appendChild(element("button", "button secondary", words.stop));
    stop.type = "button";
    stop.addEventListener("click", () => request.abort());
    form.querySelector(".actions").after(panel);
    panel.scrollIntoView({ block: "nearest" });
    return { panel, bar, figures, stop };
  };

  const end = (sentence) => {
    request = undefined;
    form.removeAttribute("aria-busy");
    submit.removeAttribute("aria-disabled");
    const panel = form.querySelector(".sending");
    const hadFocus = panel.contains(document.activeElement);
    panel.replaceChildren(element("p", "error", sentence));
    if (hadFocus) submit.focus();
    announce(form, sentence);
  };

  // Shows a whole page in the place of this one. The files stay chosen in each field in which nothing is wrong.
  const show = (page) => {
    isLeaving = true;
    const chosen = files.map((input) => [input.name, [...input.files]]).filter(([, kept]) => kept.length);
    document.open();
    document.addEventListener("DOMContentLoaded", () => {
      let areKept = true;
      for (const [name, kept] of chosen) {
        const input = document.querySelector(`input[type=file][name="${name}"]`);
        if (!input) continue;
        if (input.closest(".wrong") || !put(input, kept)) areKept = false;
        else input.dispatchEvent(new Event("change", { bubbles: true }));
      }
      const hint = document.querySelector("[data-files-again]");
      if (hint && areKept) hint.remove();
      const summary = document.querySelector(".error-summary") || document.querySelector("main");
      summary.focus();
      scrollTo(0, 0);
    });
    document.write(page);
    document.close();
  };

  const send = () => {
    const { panel, bar, figures, stop } = showProgress();
    const speed = speedometer();
    let said = 0;
    request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.onprogress = ({ loaded, total }) => {
      const percent = Math.floor(loaded / total * 100);
      bar.value = percent;
      figures.textContent = fill(words.progress, { percent: number(percent), sent: size(loaded, words), all: size(total, words),
        speed: size(speed(loaded), words) });
      if (said < percents.length && percent >= percents[said]) {
        while (percent >= percents[said]) said += 1;
        announce(form, fill(words.percent, { percent: number(percents[said - 1]) }));
      }
    };
    // All has been sent: the letter may be registered already, so it is too late to stop.
    request.upload.onload = () => {
      if (panel.contains(document.activeElement)) submit.focus();
      stop.remove();
      bar.removeAttribute("value");
      figures.textContent = words.finishing;
      announce(form, words.finishing);
    };
    request.onload = () => {
      const there = new URL(request.responseURL);
      if (!/^text\/html\b/.test(request.getResponseHeader("Content-Type") || "")) return end(words.broken);
      if (request.status !== 200 || there.pathname === new URL(form.action).pathname) return show(request.responseText);
      isLeaving = true;
      return location.assign(there.href);
    };
    request.onerror = () => end(words.broken);
    request.onabort = () => end(words.stopped);
    form.setAttribute("aria-busy", "true");
    submit.setAttribute("aria-disabled", "true");
    announce(form, words.sending);
    request.send(new FormData(form));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (request) return;
    const old = form.querySelector(".sending");
    if (old) old.remove();
    const errors = check();
    if (errors.length) showSummary(form, errors);
    else send();
  });

  addEventListener("beforeunload", (event) => {
    if (isLeaving || !files.some((input) => input.files.length)) return;
    event.preventDefault();
    event.returnValue = "";
  });
})();
