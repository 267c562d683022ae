// What the scripts of forms share: how numbers and sentences are written, and how errors are shown, both as the server does
// it. All words come from the page: the form's data attributes hold them in its language.
(() => {
  "use strict";
  if (!document.querySelector("form[data-megabytes]") || !window.FormData || !Element.prototype.closest) return;

  const language = document.documentElement.lang;
  const number = (value, decimals) => value.toLocaleString(language, { maximumFractionDigits: decimals || 0, useGrouping: false });
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
  const size = (bytes, { megabytes, kilobytes }) => bytes >= 1048576 ? fill(megabytes, { count: number(bytes / 1048576, 1) })
    : fill(kilobytes, { count: number(bytes / 1024, 1) });

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // Says something to those who do not see it appear, once what they do at present has been read to them.
  const announce = (form, sentence) => {
    let status = form.querySelector(".announcement");
    if (!status) {
      status = form.appendChild(element("p", "announcement"));
      status.setAttribute("role", "status");
    }
    setTimeout(() => { status.textContent = sentence; }, 200);
  };

  // Shows the error of a field beside it, or takes it away: the markup is that of Sources/Pages/FormParts.swift.
  const setError = (control, sentence) => {
    const field = control.closest(".field, .choices");
    const id = `${control.name}-error`;
    const shown = document.getElementById(id);
    if (shown) shown.remove();
    field.classList.toggle("wrong", Boolean(sentence));
    if (sentence) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    const about = (control.getAttribute("aria-describedby") || "").split(" ").filter((one) => one && one !== id);
    if (sentence) {
      const line = element("p", "error", sentence);
      line.id = id;
      line.dataset.error = control.name;
      const legend = field.querySelector("legend");
      field.insertBefore(line, legend ? legend.nextElementSibling : control);
      about.push(id);
    }
    if (about.length) control.setAttribute("aria-describedby", about.join(" "));
    else control.removeAttribute("aria-describedby");
  };

  // Shows the list of errors above the page's heading, as the server's answer would, and leads there.
  const showSummary = (form, errors) => {
    const old = document.querySelector(".error-summary");
    if (old) old.remove();
    const title = fill(form.dataset.errorTitle, { title: "" });
    if (!document.title.startsWith(title)) document.title = title + document.title;
    const summary = element("div", "error-summary");
    summary.setAttribute("role", "alert");
    summary.tabIndex = -1;
    summary.append(element("h2", "", form.dataset.errors));
    const list = summary.appendChild(element("ul"));
    for (const { id, sentence } of errors) {
      const link = list.appendChild(element("li")).appendChild(element("a", "", sentence));
      link.href = `#${id}`;
    }
    document.querySelector("main").prepend(summary);
    summary.focus();
    summary.scrollIntoView();
  };

  window.forms = { announce, element, fill, number, setError, showSummary, size };
})();
