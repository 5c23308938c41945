/* Notes: makes elements. Words of readers get into a page by `textContent` alone. */
(function (notes) {
  "use strict";

  const { gettext } = window.guideLabels;

  // make("p", {className: "one", textContent: "words"}, [children]); a name with a stroke is an attribute.
  function make(tag, properties = {}, children = []) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.includes("-") || name === "role") element.setAttribute(name, value);
      else element[name] = value;
    }
    element.append(...children.filter(Boolean));
    return element;
  }

  function button(words, act, properties = {}) {
    const element = make("button", { type: "button", className: "md-button", textContent: words, ...properties });
    element.addEventListener("click", act);
    return element;
  }

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
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  Object.assign(notes, { about, download, make, button, labelled, choice, shortened });
})(window.guideNotes);
