/* Cites a section, and offers its sources as files: the button behind its heading opens a line in the guide's style, ready to be copied.
   Without this script, the line for the chapter stands at the chapter's end. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const { load } = window.guideSite;

  function addressOf(box) {
    if (location.protocol === "file:") return box.dataset.address || ""; // a reader's own disk is no address to cite
    return box.dataset.address || location.href.split(/[?#]/)[0];
  }

  function fillAddress(line, address) {
    var place = line.querySelector("[data-cite-address]");
    var before = place.dataset.citeAddress || ", "; // what the citation style has around an address
    place.textContent = address ? before + address + (place.dataset.citeAfter || "") : "";
  }

  function copy(line) {
    if (!navigator.clipboard) return Promise.reject();
    if (!window.ClipboardItem) return navigator.clipboard.writeText(line.textContent);
    var item = {
      "text/plain": new Blob([line.textContent], { type: "text/plain" }),
      "text/html": new Blob([line.innerHTML], { type: "text/html" }), // keeps the title in italics
    };
    return navigator.clipboard.write([new ClipboardItem(item)]);
  }

  function addCopyButton(line) {
    var button = document.createElement("button");
    var said = document.createElement("span");
    button.type = "button";
    button.className = "md-button";
    button.textContent = gettext("Copy");
    said.setAttribute("role", "status");
    button.addEventListener("click", function () {
      copy(line).then(
        function () {
          said.textContent = gettext("Copied");
        },
        function () {
          getSelection().selectAllChildren(line);
          said.textContent = gettext("Selected: copy it from here");
        }
      );
    });
    line.after(button, said);
  }

  function panelOf(button, box) {
    var heading = button.parentElement.previousElementSibling;
    var address = addressOf(box);
    var panel = document.createElement("div");
    panel.className = "guide-cite-section";
    panel.append(box.querySelector("template").content.cloneNode(true));
    var line = panel.querySelector("p");
    line.querySelector("[data-cite-title]").textContent = button.dataset.title;
    fillAddress(line, address && address + "#" + encodeURIComponent(heading.id));
    addCopyButton(line);
    if (document.querySelector(".Z3988")) offerSources(panel, heading, box, gettext("Sources of this section"));
    button.parentElement.after(panel);
    return panel;
  }

  // A button that shows the files of the sources under a heading, or of an entry; with it comes the script that makes them.
  function offerSources(place, element, box, words) {
    if (!box.dataset.sources) return null;
    var button = document.createElement("button");
    var failure = document.createElement("p");
    var line = null;
    failure.setAttribute("role", "alert");
    button.type = "button";
    button.className = "md-button";
    button.textContent = words;
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => load(box.dataset.sources).then(toggle, say));
    place.append(button);
    return button;

    function toggle() {
      failure.remove();
      if (line) line.hidden = !line.hidden;
      else place.append((line = window.guideSources.lineFor(element)));
      button.setAttribute("aria-expanded", String(!line.hidden));
    }

    function say({ message }) {
      place.append(failure);
      failure.textContent = message;
    }
  }

  function offerEntry(entry, box) {
    var source = entry.textContent.trim().slice(0, 60);
    var button = offerSources(entry, entry, box, "↓");
    if (!button) return;
    button.className = "guide-save";
    button.setAttribute("aria-label", gettext("Save this source: {source}", { source }));
  }

  function connect(button, box) {
    var panel = null;
    button.hidden = false;
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", function () {
      if (panel) panel.hidden = !panel.hidden;
      else panel = panelOf(button, box);
      button.setAttribute("aria-expanded", String(!panel.hidden));
    });
  }

  function start() {
    var box = document.querySelector(".guide-cite");
    if (!box) return;
    var line = box.querySelector("p");
    fillAddress(line, addressOf(box));
    addCopyButton(line);
    document.querySelectorAll(".guide-tools button").forEach(function (button) {
      connect(button, box);
    });
    document.querySelectorAll(".guide-source-files ~ .guide-bibliography > li").forEach(function (entry) {
      offerEntry(entry, box);
    });
  }

  if (typeof document$ === "undefined") start();
  else document$.subscribe(start);
})();
