/* Shows beside a word what its link leads to: the definition of a term, the text of a note. On hover, on focus, and on
   the first tap; Esc closes it. Without this script the words are plain links. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const LINKS = "a.guide-term[data-definition], a.footnote-ref";
  const GAP = 6; // pixels
  const header = document.querySelector(".md-header");
  const room = document.createElement("div"); // stands there before it speaks, or it would not be heard
  const tip = document.createElement("div");
  let shown = null; // the link that the tip is shown for
  let closing = 0;
  let isTouched = false; // whether a finger pressed last
  let isPressed = false; // whether a finger or a button pressed last within the tip

  tip.className = "guide-tip";
  tip.id = "guide-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  room.append(tip);
  (document.querySelector("article") || document.body).append(room);

  function show(link) {
    clearTimeout(closing);
    if (shown === link) return;
    hide();
    const content = link.matches(".guide-term") ? definition(link) : note(link);
    if (!content) return;
    shown = link;
    room.setAttribute("aria-live", isTouched ? "polite" : "off"); // with the focus, the description is read
    tip.hidden = false;
    tip.replaceChildren(...content);
    for (const inner of tip.querySelectorAll("a")) inner.tabIndex = -1; // the link itself leads to where they are
    link.setAttribute("aria-describedby", tip.id);
    place(link.getClientRects()[0]);
  }

  function definition(link) {
    return [link.dataset.definition + " ", more(link, gettext("More"))];
  }

  function note(link) {
    const item = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!item) return null;
    const copy = item.cloneNode(true);
    for (const part of copy.querySelectorAll(".footnote-backref")) part.remove();
    for (const term of copy.querySelectorAll(".guide-term")) term.replaceWith(...term.childNodes);
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    return [...copy.childNodes, more(link, gettext("To the notes"))];
  }

  function more(link, words) {
    const lead = document.createElement("a");
    lead.href = link.href;
    lead.textContent = words;
    return lead;
  }

  function place(word) {
    const frame = tip.offsetParent.getBoundingClientRect();
    const above = word.top - tip.offsetHeight - GAP;
    const top = above > header.getBoundingClientRect().bottom ? above : word.bottom + GAP;
    const isMirrored = getComputedStyle(tip).direction === "rtl";
    const start = isMirrored ? frame.right - word.right : word.left - frame.left;
    tip.style.insetInlineStart = Math.max(0, Math.min(start, frame.width - tip.offsetWidth)) + "px";
    tip.style.top = top - frame.top + "px";
  }

  function hide() {
    clearTimeout(closing);
    tip.hidden = true;
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
  }

  function hideSoon() {
    clearTimeout(closing);
    closing = setTimeout(hide, 200); // time to reach the tip with the mouse
  }

  function linkOf(event) {
    return event.target instanceof Element ? event.target.closest(LINKS) : null;
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    const link = linkOf(event);
    if (link) show(link);
    else if (tip.contains(event.target)) clearTimeout(closing);
    else if (shown && shown !== document.activeElement) hideSoon();
  });

  document.addEventListener("focusin", function (event) {
    const link = linkOf(event);
    if (link && link.matches(":focus-visible")) show(link);
    else if (!tip.contains(event.target)) hide();
  });

  document.addEventListener("focusout", function () {
    if (!isPressed) hideSoon();
  });

  document.addEventListener("pointerdown", function (event) {
    isTouched = event.pointerType === "touch";
    isPressed = tip.contains(event.target); // it takes the focus off the word, and the tip stays
  });

  // Of an element: no click on plain text reaches the document in Safari on a phone.
  (document.querySelector(".md-container") || document.body).addEventListener("click", function (event) {
    const link = linkOf(event);
    if (link && isTouched && shown !== link) {
      show(link);
      if (shown) event.preventDefault();
    } else if (!tip.contains(event.target) || event.target.closest("a")) {
      hide();
    }
  });

  document.addEventListener("keydown", function (event) {
    isTouched = isPressed = false;
    if (event.key === "Escape") hide();
  });
})();
