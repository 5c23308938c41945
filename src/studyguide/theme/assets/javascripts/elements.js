/* How the other scripts make elements. Words of readers get into a page by `textContent` alone. */
window.guideElements = (function () {
  "use strict";

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

  return { make, button };
})();
