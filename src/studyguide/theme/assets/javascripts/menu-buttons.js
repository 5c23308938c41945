/* Menu, contents and search open by Material's labels, which no keyboard reaches. This script puts a button into each,
   moves the focus to what opens and back, and closes it on Esc. Without it the labels work by mouse and finger. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const NAMES = { __drawer: gettext("Menu"), __search: gettext("Search") }; // of those that show a sign alone
  const drawer = document.querySelector(".md-sidebar--primary");

  function buttonIn(label, toggle, name) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "guide-button";
    button.append(...label.childNodes);
    if (name) button.setAttribute("aria-label", name);
    label.removeAttribute("tabindex");
    label.append(button);
    button.addEventListener("click", () => toggle.click());
    return button;
  }

  function wordsOf(label) {
    return label.textContent.trim().replace(/\s+/g, " ");
  }

  function makeOpener(label, toggle) {
    const chapter = { chapter: wordsOf(label) };
    const contents = toggle.id === "__toc" ? gettext("{chapter}: table of contents", chapter) : "";
    const button = buttonIn(label, toggle, NAMES[toggle.id] || contents);
    const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", tell);
    tell();
    return button;
  }

  function makeCloser(label, toggle) {
    if (toggle.id === "__search") return buttonIn(label, toggle, gettext("Close search"));
    if (toggle.id !== "__drawer") return buttonIn(label, toggle, gettext("Back from: {menu}", { menu: wordsOf(label) }));
    const sign = document.createElement("span"); // its label holds a link, which no button can
    sign.className = "guide-close";
    label.append(sign);
    return buttonIn(sign, toggle, gettext("Close menu"));
  }

  function isShown(element) {
    return Boolean(element && element.offsetParent);
  }

  // What one label opens and another closes.
  function connect(toggle, opening, closing) {
    const opener = makeOpener(opening, toggle);
    const closer = closing && makeCloser(closing, toggle);
    const back = () => isShown(opener) && opener.focus();
    opener.addEventListener("click", () => toggle.checked && toggle.id !== "__search" && closer && closer.focus());
    if (closer) closer.addEventListener("click", back);
    return function closeOn(event) {
      if (!toggle.checked || !isShown(closer) || !isShown(opener)) return false;
      if (!closer.closest(".md-nav, .md-search").contains(event.target) && event.target !== opener) return false;
      toggle.click();
      back();
      return true;
    };
  }

  function labelsOf(toggle, kinds) {
    const labels = document.querySelectorAll(kinds.map((kind) => `${kind}[for="${toggle.id}"]`).join());
    return [...labels].find((label) => label.closest(".md-header, .md-sidebar--primary"));
  }

  const closers = [];
  for (const toggle of document.querySelectorAll(".md-toggle")) {
    const opening = labelsOf(toggle, [".md-header__button", ".md-nav__link"]);
    const closing = labelsOf(toggle, [".md-search__icon", ".md-nav__title"]);
    if (opening) closers.unshift(connect(toggle, opening, closing)); // what lies inside closes first
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closers.some((closeOn) => closeOn(event));
  });

  // Who goes on by keyboard behind the menu leaves it.
  if (drawer) {
    drawer.addEventListener("focusout", function (event) {
      const toggle = document.getElementById("__drawer");
      if (toggle.checked && event.relatedTarget && !drawer.contains(event.relatedTarget)) toggle.click();
    });
  }
})();
