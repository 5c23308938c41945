/* The draft of a position paper: paragraphs and footnotes of what a delegate has marked and written, and nothing else.
   Before the scripts stands what the build knows of the guide, `PAPER`: see outputs/site/position_paper.py. A piece of text
   is {text, marks, lang, link}, with marks of b(old), i(talic), c(apitals that are small), u(p) and d(own). */
const paperDraft = (function () {
  "use strict";

  const GUIDE = ""; // among the works cited, the guide itself
  const SIGNS = /[.?!。？！؟;]$/; // what ends a title, so that none is added
  const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
  const OVERRIDES = /[\u202a-\u202e]/g; // what would turn round the words behind it
  const NOT_IN_XML = /[\0-\x08\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu; // XML 1.0, 2.2
  const { labels } = PAPER;

  function clean(text) {
    return String(text ?? "").replace(BREAKS, "\n").replace(OVERRIDES, "").replace(NOT_IN_XML, "").trim();
  }

  function plain(text) {
    return [{ text: clean(text) }];
  }

  function own(table, key) {
    return Object.hasOwn(table, key) ? table[key] : undefined; // keys come from a file that anyone can have written
  }

  // A note of the online site names its pages as one of the site on a disk does.
  function pageOf({ page }) {
    return own(PAPER.pages, page === "./" ? "" : page);
  }

  // The address of a page, where the guide has one to cite: none on a reader's own disk.
  function addressOf(page, section, root) {
    const here = page && !root.startsWith("file:") ? new URL(page.url, root).href : "";
    const address = page?.address || here;
    return address && section ? `${address}#${encodeURIComponent(section)}` : address;
  }

  function linked(piece, address) {
    return { ...piece, text: address, link: address };
  }

  // Puts into the slots of a form the title of a part, its address, and the number of the note that cites it in full.
  function filled(form, { title = "", address = "", number = 0 }) {
    return form
      .flatMap(function ({ slot, before, after, sign, ...piece }) {
        if (slot === "title") return { ...piece, text: SIGNS.test(title) ? title : title + sign };
        if (slot === "address") return address ? [{ ...piece, text: before }, linked(piece, address), { ...piece, text: after }] : [];
        if (slot === "number") return { ...piece, text: String(number) };
        return piece;
      })
      .filter(({ text }) => text);
  }

  // A citation: the work, which of its places, its forms by their position, and what fills their slots.
  function citationOfGuide(root) {
    return { work: GUIDE, place: 0, forms: PAPER.whole, facts: { address: addressOf(PAPER.pages[""], "", root) } };
  }

  function citationOfSource([key, place]) {
    return { work: key, place, forms: PAPER.sources[key].notes[place], facts: {} };
  }

  // The guide's 'Cite' line for a passage.
  function citationOfPassage(note, root) {
    const page = pageOf(note);
    if (!page || page === PAPER.pages[""]) return citationOfGuide(root);
    const title = own(page.sections, note.section);
    const section = title === undefined ? "" : note.section;
    const facts = { title: title ?? page.cited, address: addressOf(page, section, root) };
    return { work: `${page.url}#${section}`, place: 0, forms: PAPER.part, facts };
  }

  // The sources of a passage: [key, which of its full notes], as the guide's notes there have them, or else without a place.
  function cited({ sources, calls, ...note }) {
    const notes = pageOf(note)?.notes ?? {};
    const found = (calls ?? []).flatMap((number) => own(notes, number) ?? []);
    const known = (Array.isArray(sources) ? sources : []).filter((key) => own(PAPER.sources, key));
    const others = known.filter((key) => !found.some(([other]) => other === key)).map((key) => [key, 0]);
    return [...new Map([...found, ...others].map((each) => [each.join(" "), each])).values()];
  }

  // Where a citation stands among the others: https://docs.citationstyles.org/en/stable/specification.html#choose
  function positionOf({ work, place }, firsts, before) {
    if (!firsts.has(work)) return "first";
    if (before?.work !== work || (before.place && !place)) return "subsequent";
    return before.place === place ? "ibid" : "ibid-with-locator";
  }

  // Returns a function that writes a citation of a footnote with this number as the style has it behind those before.
  function footnoteWriter() {
    const firsts = new Map(); // the number of the footnote that has a work in full
    let last = []; // the citations of the footnote before
    return function (citations, number) {
      const written = citations.map(function (citation, index) {
        const before = index ? citations[index - 1] : last.length === 1 ? last[0] : undefined;
        const { forms, work, facts } = citation;
        const form = forms[positionOf(citation, firsts, before)] ?? forms.subsequent ?? forms.first;
        if (!firsts.has(work)) firsts.set(work, number);
        return filled(form, { ...facts, number: firsts.get(work) });
      });
      last = citations;
      return written;
    };
  }

  // The guide's notes for the sources of a passage, and where these words stand.
  function footnote(note, number, root, write) {
    const written = write([...cited(note).map(citationOfSource), citationOfPassage(note, root)], number);
    const behind = written.slice(0, -1).flatMap((pieces) => [...pieces, { text: " " }]);
    return behind.length ? [...behind, { text: labels.through }, ...written.at(-1)] : written.at(-1);
  }

  function place(note) {
    const { section, sectionTitle } = note;
    const chapter = pageOf(note)?.title || "";
    if (!section || !sectionTitle || sectionTitle === chapter) return chapter || clean(sectionTitle);
    return labels.place.replace(/\{(\w+)\}/g, (_, name) => ({ chapter, section: clean(sectionTitle) })[name]);
  }

  // The paragraphs of one note. Its footnote stands behind the quotation, or without one behind the delegate's words.
  function blocksOf(note, number) {
    const quoted = paragraphs(note.quote, /\n+/).map((pieces) => ({ style: "Quote", pieces }));
    const words = paragraphs(note.text).map((pieces) => ({ style: "BodyText", pieces }));
    const where = { style: "QuoteSource", pieces: plain(labels.quotation + place(note)) };
    const warning = { style: "Warning", pieces: plain(labels.check + clean(note.warning)) };
    if (!quoted.length && !words.length) words.push({ style: "BodyText", pieces: plain(place(note)) });
    (quoted.length ? quoted : words).at(-1).note = number;
    return [...(quoted.length ? [where, ...quoted] : []), ...(clean(note.warning) ? [warning] : []), ...words];
  }

  function paragraphs(text, between = /\n\s*\n/) {
    return clean(text).split(between).filter(Boolean).map(plain);
  }

  function worksCited(notes) {
    const keys = new Set([...notes.flatMap(cited).map(([key]) => key), ...(notes.length ? [GUIDE] : [])]);
    return PAPER.works.filter((key) => keys.has(key));
  }

  function entry(key, root) {
    if (key !== GUIDE) return PAPER.sources[key].entry;
    const { forms, facts } = citationOfGuide(root);
    return filled(forms.first, facts);
  }

  // The notes under each heading, in the order that the delegate gave them; those under none come last, in the guide's.
  function sorted(notes, headings) {
    const keys = headings.map(([key]) => key);
    const under = (key) => notes.filter(({ heading }) => (keys.includes(heading) ? heading : "") === key);
    const rest = under("");
    return [
      ...headings.map(([key, title]) => [title, under(key).sort((one, other) => one.order - other.order)]),
      ...(rest.length ? [[labels.unsorted, rest]] : []),
    ];
  }

  // Returns {isRight, blocks, notes} of notes in the guide's order. `headings` are [key, title], `root` the site's address.
  return function (notes, headings, country, root) {
    const written = notes.filter(({ deleted }) => !deleted);
    const facts = [...PAPER.facts, [labels.country, country], [labels.delegation, ""]];
    const blocks = [{ style: "Title", pieces: plain(labels.title) }];
    blocks.push(...facts.map(([label, value]) => ({ style: "TitlePageFact", pieces: [{ text: label + clean(value) }] })));
    const footnotes = [], write = footnoteWriter();
    for (const [title, listed] of sorted(written, headings)) {
      blocks.push({ style: "Heading1", pieces: plain(title) });
      for (const note of listed) {
        const number = footnotes.length + 1;
        footnotes.push(footnote(note, number, root, write));
        blocks.push(...blocksOf(note, number));
      }
    }
    const works = worksCited(written);
    if (works.length) blocks.push({ style: "Heading1", pieces: plain(labels.works) });
    blocks.push(...works.map((key) => ({ style: "Bibliography", pieces: entry(key, root) })));
    return { isRight: PAPER.isRight, blocks, notes: footnotes };
  };
})();
