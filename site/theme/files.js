// Chosen files: each is shown with its size, its picture and a button that takes it back, and is checked at once with the
// words that the server would use. Files can be dropped on their field, and photographed where there is a camera.
(() => {
  "use strict";
  if (!window.forms) return;
  const { announce, element, fill, number, setError, size } = window.forms;

  // What is wrong with a file; the server looks into it, this only at its name and size.
  const faultOf = (file, { fileType, fileEmpty, fileLarge, fileBytes }, endings) => {
    const name = file.name.toLowerCase();
    if (!endings.some((ending) => name.endsWith(ending))) return fileType;
    if (!file.size) return fileEmpty;
    return file.size > Number(fileBytes) ? fileLarge : "";
  };

  const faultsOf = (input) => {
    const words = input.form.dataset;
    const files = [...input.files];
    const endings = input.accept.split(",").filter((one) => one.startsWith("."));
    const faults = files.map((file) => [faultOf(file, words, endings), file.name]).filter(([sentence]) => sentence)
      .map(([sentence, name]) => fill(sentence, { name }));
    if (input.dataset.most && files.length > Number(input.dataset.most)) faults.push(input.dataset.tooMany);
    return faults;
  };

  // Puts these files into the field; false where the browser cannot.
  const put = (input, files) => {
    try {
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(file);
      input.files = transfer.files;
      return input.files.length === files.length;
    } catch {
      return false;
    }
  };
  const canPut = put(Object.assign(element("input"), { type: "file" }), []);

  // A small picture, decoded at its small size; what the browser cannot decode has none.
  const addPicture = (file, place) => {
    if (!/^image\/(jpeg|png)$/.test(file.type) || !window.createImageBitmap || file.size > 5e7) return;
    createImageBitmap(file, { resizeHeight: 144, resizeQuality: "medium" }).then((picture) => {
      const canvas = element("canvas");
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.setAttribute("aria-hidden", "true");
      canvas.getContext("2d").drawImage(picture, 0, 0);
      place.prepend(canvas);
    }).catch(() => {});
  };

  const enhance = (input) => {
    const form = input.form;
    const words = form.dataset;
    const field = input.closest(".field");
    const list = element("ul", "chosen");
    input.after(list);

    const takeBack = (index) => {
      put(input, [...input.files].filter((_, place) => place !== index));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      const others = list.querySelectorAll("button");
      (others[Math.min(index, others.length - 1)] || input).focus();
    };

    const add = (files) => {
      if (!files.length) return;
      put(input, input.multiple ? [...input.files, ...files] : files.slice(0, 1));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };

    const show = () => {
      const files = [...input.files];
      list.replaceChildren(...files.map((file, index) => {
        const item = element("li");
        const name = element("bdi", "", file.name);
        name.dir = "ltr";
        const what = item.appendChild(element("span"));
        what.append(name, " ", element("span", "hint", size(file.size, words)));
        if (canPut) {
          const button = item.appendChild(element("button", "plain", words.remove));
          button.type = "button";
          button.setAttribute("aria-label", `${words.remove}: ${file.name}`);
          button.addEventListener("click", () => takeBack(index));
        }
        addPicture(file, item);
        return item;
      }));
      const faults = faultsOf(input);
      setError(input, faults.join("\n"));
      announce(form, faults.join(" ") || fill(words.chosen, { count: number(files.length) }));
    };
    input.addEventListener("change", show);
    // Back from another page, some browsers have kept the files.
    if (input.files.length) show();
    if (!canPut) return;

    if (matchMedia("(pointer: fine)").matches) list.before(element("p", "hint drop", words.drop));

    let depth = 0;
    const mark = (change) => {
      depth = Math.max(0, change ? depth + change : 0);
      field.classList.toggle("dropping", depth > 0);
    };
    field.addEventListener("dragenter", () => mark(1));
    field.addEventListener("dragleave", () => mark(-1));
    field.addEventListener("drop", (event) => {
      event.preventDefault();
      mark(0);
      add([...event.dataTransfer.files]);
      input.focus();
    });

    // Where fingers point there is a camera, mostly; the button opens it without the way through the file chooser.
    if (!("capture" in input) || !matchMedia("(pointer: coarse)").matches) return;
    const camera = element("input");
    camera.type = "file";
    camera.accept = "image/jpeg";
    camera.hidden = true;
    camera.setAttribute("capture", "environment");
    camera.addEventListener("change", () => {
      add([...camera.files]);
      camera.value = "";
      button.focus();
    });
    const button = element("button", "button secondary camera", words.photograph);
    button.type = "button";
    input.labels[0].id = `${input.id}-label`;
    button.setAttribute("aria-describedby", input.labels[0].id);
    button.addEventListener("click", () => camera.click());
    input.before(button, camera);
  };

  const inputs = document.querySelectorAll("form[data-megabytes] input[type=file]");
  inputs.forEach(enhance);
  // A file that misses its field must not open in the place of the page, and all that was typed be lost.
  for (const kind of ["dragover", "drop"]) {
    addEventListener(kind, (event) => {
      if (event.dataTransfer && [...event.dataTransfer.types].includes("Files")) event.preventDefault();
    });
  }

  window.forms.faultsOf = faultsOf;
  window.forms.put = put;
})();
