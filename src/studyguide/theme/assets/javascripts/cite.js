/* Cites a section, and offers its sources as files: the button behind its heading opens a line in the guide's style, ready to be copied.
   Without this script, the line for the chapter stands at the chapter's end. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const { onEachPage, load } = window.guideSite;
  const { make, button } = window.guideElements;

  function addressOf(box) {
    if (location.protocol === "file:") return box.dataset.address || ""; // a reader's own disk is no address to cite
    return box.dataset.address || location.href.split(/[?#]/)[0];
  }

  function fillAddress(line, address) {
    const place = line.querySelector("[data-cite-address]");
    if (!place) return; // the style prints no address
    const before = place.dataset.citeAddress || ", "; // what the citation style has around an address
    place.textContent = address ? before + address + (place.dataset.citeAfter || "") : "";
  }

  function copy(line) {
    if (!navigator.clipboard) return Promise.reject();
    if (!window.ClipboardItem) return navigator.clipboard.writeText(line.textContent);
    const item = {
      "text/plain": new Blob([line.textContent], { type: "text/plain" }),
      "text/html": new Blob([line.innerHTML], { type: "text/html" }), // keeps the title in italics
    };
    return navigator.clipboard.write([new ClipboardItem(item)]);
  }

  function addCopyButton(line) {
    const said = make("span", { role: "status" });
    line.after(button(gettext("Copy"), () => copy(line).then(tell, select)), said);

    function tell() {
      said.textContent = gettext("Copied");
    }

    function select() {
      getSelection().selectAllChildren(line);
      said.textContent = gettext("Selected: copy it from here");
    }
  }

  function panelOf(opener, box) {
    const heading = opener.parentElement.previousElementSibling;
    const address = addressOf(box);
    const pattern = box.querySelector("template").content.cloneNode(true);
    const panel = make("div", { className: "guide-cite-section" }, [pattern]);
    const line = panel.querySelector("p");
    line.querySelector("[data-cite-title]").textContent = opener.dataset.title;
    fillAddress(line, address && address + "#" + encodeURIComponent(heading.id));
    addCopyButton(line);
    if (document.querySelector(".Z3988")) offerSources(panel, heading, box, gettext("Sources of this section"));
    opener.parentElement.after(panel);
    return panel;
  }

  // A button that shows the files of the sources under a heading, or of an entry; with it comes the script that makes them.
  function offerSources(place, element, box, words, properties = {}) {
    if (!box.dataset.sources) return;
    const failure = make("p", { role: "alert" });
    const ask = () => load(box.dataset.sources).then(toggle, say);
    const opener = button(words, ask, { "aria-expanded": "false", ...properties });
    let line = null;
    place.append(opener);

    function toggle() {
      failure.remove();
      if (line) line.hidden = !line.hidden;
      else place.append((line = window.guideSources.lineFor(element)));
      opener.setAttribute("aria-expanded", String(!line.hidden));
    }

    function say({ message }) {
      place.append(failure);
      failure.textContent = message;
    }
  }

  function offerEntry(entry, box) {
    const source = entry.textContent.trim().slice(0, 60);
    const label = gettext("Save this source: {source}", { source });
    offerSources(entry, entry, box, "↓", { className: "guide-save", "aria-label": label });
  }

  function connect(opener, box) {
    let panel = null;
    opener.hidden = false;
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", function () {
      if (panel) panel.hidden = !panel.hidden;
      else panel = panelOf(opener, box);
      opener.setAttribute("aria-expanded", String(!panel.hidden));
    });
  }

  function start() {
    const box = document.querySelector(".guide-cite");
    if (!box) return;
    const line = box.querySelector("p");
    fillAddress(line, addressOf(box));
    addCopyButton(line);
    for (const opener of document.querySelectorAll(".guide-tools button")) connect(opener, box);
    const entries = document.querySelectorAll(".guide-source-files ~ .guide-bibliography > li");
    for (const entry of entries) offerEntry(entry, box);
  }

  onEachPage(start);
})();
