/* Notes of the reader's own: a button 'Note' behind each heading, and one that shows while words are marked. What they
   open, and what draws the marked passages, is loaded when it is asked for, or where this browser has notes already.
   Nothing is kept before the first note, and nothing is ever sent. Without this script there are no notes. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const { onEachPage, load, keyOf, kept } = window.guideSite;
  const { make, button } = window.guideElements;
  const LINGERING = 500; // milliseconds: a finger may unmark the words before its press reaches the button
  let place = null; // what the page says of the notes
  let loading = null;
  let marked = null; // the words that are marked, as a range
  let offer = null; // the button that shows while words are marked
  let hiding = 0;

  // Other scripts may ask for the notes, in the guide's order.
  window.studyguideNotes = { all: () => desk().then((loaded) => loaded.all()) };

  function desk() {
    loading ??= load(place.dataset.script).then(() =>
      window.guideNotes.open({ page: place.dataset.page, guide: place.dataset.guide })
    );
    loading.catch(() => (loading = null)); // the next press tries again
    return loading;
  }

  function say({ message }) {
    place.querySelector("[role=status]").textContent = message;
  }

  function write(target) {
    desk().then((loaded) => loaded.write(target), say);
  }

  // Beside a heading, or in the line below that of the page.
  function addButton(tools) {
    const heading = tools.previousElementSibling;
    const words = gettext("Note on: {title}", { title: titleOf(heading) });
    const opener = button(gettext("Note"), () => write({ heading }), { className: "guide-note", "aria-label": words });
    if (tools.matches(".guide-facts")) tools.append(" ", make("span", {}, [opener]));
    else tools.prepend(opener);
  }

  function titleOf(heading) {
    const copy = heading.cloneNode(true);
    for (const part of copy.querySelectorAll(".headerlink, .footnote-ref")) part.remove();
    return copy.textContent.trim();
  }

  function follow() {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const around = range?.commonAncestorContainer;
    const element = around?.closest ? around : around?.parentElement;
    const isText = element?.closest("article") && !element.closest(".guide-tip") && range.toString().trim();
    clearTimeout(hiding);
    if (isText) {
      marked = range.cloneRange();
      offer.hidden = false;
    } else {
      hiding = setTimeout(() => (offer.hidden = true), LINGERING);
    }
  }

  function makeOffer() {
    const looks = { className: "guide-note-offer md-button", hidden: true };
    offer = button(gettext("Note on these words"), () => write({ range: marked }), looks);
    offer.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay marked
    document.addEventListener("selectionchange", follow);
  }

  // The page of all notes, which loads the rest where there are any.
  function list(box) {
    const show = () => desk().then((loaded) => loaded.list(box));
    if (kept("notes") !== null) return show().catch(say);
    const words = gettext("You have no notes yet. Mark words in a chapter, or press ‘Note’ behind a heading.");
    const none = make("p", { textContent: words });
    box.replaceChildren(none, button(gettext("Add from a file"), () => show().then((shown) => shown.addFile(), say)));
    window.addEventListener("storage", ({ key }) => key === keyOf("notes") && box.contains(none) && show()); // from another tab
  }

  function start() {
    place = document.querySelector(".guide-notes");
    if (!place) return;
    const box = document.querySelector(".guide-my-notes");
    if (box) return void list(box);
    for (const tools of document.querySelectorAll("[id] + .guide-tools, h1[id] + .guide-facts")) addButton(tools);
    if (!offer) makeOffer();
    place.append(offer);
    if (kept("notes")) desk().then((loaded) => loaded.show());
  }

  onEachPage(start);
})();
