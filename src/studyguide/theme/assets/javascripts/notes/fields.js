/* Notes: fields, short texts and files, as several parts of the script need them. */
(function (notes) {
  "use strict";

  const { gettext } = window.guideLabels;
  const { make } = window.guideElements;

  // A field under its label.
  function labelled(words, field) {
    return make("label", {}, [make("span", { textContent: words }), field]);
  }

  function choice(options, chosen, act) {
    const items = options.map(([value, textContent]) => make("option", { value, textContent, selected: value === chosen }));
    const select = make("select", {}, items);
    select.addEventListener("change", () => act(select.value));
    return select;
  }

  function shortened(text, most) {
    const letters = [...text.replace(/\s+/g, " ").trim()];
    return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : letters.join("");
  }

  // What a button does, with its object, for those who hear it alone.
  function about(label, text) {
    return gettext("{label}: {text}", { label, text });
  }

  // Saves a file that was made here, where the reader's downloads are.
  function download(name, content, type) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000); // some browsers ask the reader first
  }

  Object.assign(notes, { about, download, labelled, choice, shortened });
})(window.guideNotes);
