// What pishkhan serve adds to each page: it loads itself anew after a build, and shows what is wrong over the page.
"use strict";
(() => {
    const events = new EventSource("/.preview/events?after=" + document.currentScript.dataset.after);

    // Over the page, until a key or the button hides it.
    const cover = (problems) => {
        const hide = document.createElement("button");
        hide.textContent = "Hide (Esc)";
        hide.addEventListener("click", () => problems.remove());
        problems.prepend(hide);
        problems.classList.add("over");
    };

    const show = async () => {
        const answer = await fetch("/.preview/problems");
        const template = document.createElement("template");
        template.innerHTML = await answer.text();
        document.getElementById("preview-problems")?.remove();
        document.body.prepend(template.content);
        cover(document.getElementById("preview-problems"));
    };

    addEventListener("DOMContentLoaded", () => {
        const problems = document.getElementById("preview-problems");
        if (problems) cover(problems);
    });
    addEventListener("keydown", (event) => {
        if (event.key === "Escape") document.getElementById("preview-problems")?.remove();
    });
    addEventListener("pagehide", () => events.close());
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    events.addEventListener("built", () => location.reload());
    events.addEventListener("failed", show);
})();
