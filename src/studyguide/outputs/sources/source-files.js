/* Files of some sources, made in the reader's browser of `guideSourceData`, which the build puts before this text: the
   sources by key as {ris, bib, json, parents}. `cite.js` loads it when a reader asks for such files. */
window.guideSources = (function () {
  "use strict";

  const { sources, nothing } = window.guideSourceData;
  const FORMATS = [
    { name: "RIS", ending: "ris", type: "application/x-research-info-systems", write: (keys) => joined(keys, "ris") },
    { name: "BibLaTeX", ending: "bib", type: "application/x-bibtex", write: (keys) => joined(withParents(keys), "bib") },
    { name: "CSL-JSON", ending: "json", type: "application/json", write: itemsOf },
  ];

  // The keys of an entry of the bibliography, or of all that is cited between a heading and the next one of its level.
  function keysOf(element) {
    if (element.matches("li")) return [keyOf(element)];
    const keys = new Set();
    const all = document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6, a.footnote-ref, li[id^='ref-'])");
    for (const place of [...all].slice([...all].indexOf(element) + 1)) {
      if (/^H/.test(place.tagName) && place.tagName <= element.tagName) break;
      if (place.matches("li")) keys.add(keyOf(place));
      if (place.matches("a")) keysInNote(place).forEach((key) => keys.add(key));
    }
    return [...keys].filter((key) => Object.hasOwn(sources, key));
  }

  function keyOf(entry) {
    return entry.id.slice("ref-".length);
  }

  function keysInNote(call) {
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    const links = note ? note.querySelectorAll("a.guide-source") : [];
    return [...links].map((link) => decodeURIComponent(link.hash.slice("#ref-".length)));
  }

  // In a .bib file, the sources from which others take fields stand behind these.
  function withParents(keys) {
    const parents = keys.flatMap((key) => sources[key].parents);
    return [...keys.filter((key) => !parents.includes(key)), ...new Set(parents)];
  }

  function joined(keys, format) {
    return keys.map((key) => sources[key][format]).join("\n");
  }

  function itemsOf(keys) {
    return JSON.stringify(keys.map((key) => sources[key].json), null, 1) + "\n";
  }

  function linkTo(format, keys, name) {
    const link = document.createElement("a");
    link.textContent = format.name;
    link.download = name.replace(/[^\p{L}\p{N}_-]+/gu, "-") + "." + format.ending;
    link.href = URL.createObjectURL(new Blob([format.write(keys)], { type: format.type }));
    return link;
  }

  return {
    /** Return a line with links to the files of the sources of an element. */
    lineFor(element) {
      const keys = keysOf(element);
      const line = document.createElement("p");
      line.className = "guide-source-line";
      line.append(...FORMATS.flatMap((format) => [linkTo(format, keys, element.id), " "]));
      if (!keys.length) line.textContent = nothing;
      return line;
    },
  };
})();
