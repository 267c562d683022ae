// What is wrong with the layout of the page as it is shown now: a list of sentences. Run in the page by layout.py.
() => {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  const name = (element) => {
    const words = (element.innerText || element.value || element.id || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.tagName.toLowerCase()}${element.className && typeof element.className === "string" ? "." + element.className : ""}> "${words}"`;
  };
  // What is only there for screen readers, or comes into sight with the focus.
  const isHidden = (element) => element.closest(".announcement, .skip, button.default, [hidden]")
    || (element.closest("thead") && getComputedStyle(element.closest("thead")).position === "absolute")
    || !element.checkVisibility({ visibilityProperty: true });

  if (document.documentElement.scrollWidth > width) wrong.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);

  for (const element of document.body.querySelectorAll("*")) {
    if (isHidden(element)) continue;
    const style = getComputedStyle(element);
    if (style.overflowX !== "visible" && style.display !== "inline" && !["INPUT", "TEXTAREA", "SELECT", "svg", "AUDIO", "PROGRESS"].includes(element.tagName)
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      wrong.push(`${name(element)} is cut off`);
    }
    if (element.matches("button, .button, select, summary, input:not([type=hidden]), textarea")) {
      const { height, width: breadth } = element.getBoundingClientRect();
      const target = element.closest("label.choice") || element;
      if (target.getBoundingClientRect().height < 43.5) wrong.push(`${name(element)} is only ${height} pixels high`);
      if (target.getBoundingClientRect().width < 24) wrong.push(`${name(element)} is only ${breadth} pixels wide`);
    }
    if (element.matches("button, .button") && element.scrollWidth > element.clientWidth + 1) wrong.push(`the words of ${name(element)} do not fit`);
    // A link that stands alone in its line or item is a target of its own; one within a sentence is as high as its line.
    if (element.matches("a") && style.display !== "inline" && element.getBoundingClientRect().height < 43.5) {
      wrong.push(`${name(element)} is only ${element.getBoundingClientRect().height} pixels high`);
    }
  }

  // Each piece of text lies in the window, and in no box that ends before it does.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || isHidden(node.parentElement) || node.parentElement.closest("select, script, style, svg")) continue;
    range.selectNodeContents(node);
    for (const { left, right } of range.getClientRects()) {
      if (left < -0.5 || right > width + 0.5) {
        wrong.push(`"${node.data.trim().slice(0, 40)}" lies from ${left} to ${right} in a window of ${width}`);
        break;
      }
    }
  }

  // The chosen words of a list fit into it.
  for (const select of document.querySelectorAll("select")) {
    if (isHidden(select)) continue;
    const context = document.createElement("canvas").getContext("2d");
    const style = getComputedStyle(select);
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20;
    const words = select.selectedOptions[0] ? select.selectedOptions[0].text.trim() : "";
    if (context.measureText(words).width > room) wrong.push(`"${words}" does not fit into ${name(select)}`);
  }
  return wrong;
}
