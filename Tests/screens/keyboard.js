// What the keyboard is to reach, in the order of the page: marks each with its number and answers with their count. Of radio
// buttons with one name it reaches one.
() => {
  const seen = new Set();
  const reachable = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], [tabindex]")]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !(one.type === "radio" && (seen.has(one.name) || !seen.add(one.name))));
  reachable.forEach((one, number) => { one.dataset.stop = number; });
  return reachable.length;
}
