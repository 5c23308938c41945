/* Notes: puts the parts together for the page that is open. */
(function (notes) {
  "use strict";

  const { gettext } = window.guideLabels;
  const { root, load } = window.guideSite;
  const OTHER_PRESSES = "a, button, summary, label, input, select, textarea, video, audio, .guide-tip, .guide-cite-section";
  const SECOND_PRESS = 300; // milliseconds in which it may follow, to mark a word

  // A page's address as notes keep it: that of the site online, also on a disk.
  function pageName(url) {
    return url.replace(/^\.\//, "").replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "/");
  }

  // The address of a page that may not be there: a file of notes may name anything, as a script or another site.
  function addressWithin(page) {
    return new URL("./" + page.replace(/[?#]/g, encodeURIComponent), root).href;
  }

  /* The texts of all pages in reading order, which the build has written for this: to know whether a passage is still there,
     and the guide's order. Without them, as without a network, an empty list. */
  let texts = null;
  async function loadPages() {
    try {
      await load(new URL("assets/notes-passages.js", root));
    } catch {
      return [];
    }
    return (texts ??= window.guideNotesPages.map((page) => ({ ...page, ...notes.searchable(page) })));
  }

  // Notes in the guide's order: by page, by the place of the passage, and then as they were made.
  function inOrder(all, pages) {
    const numbers = new Map(pages.map((page, number) => [pageName(page.url), number]));
    const placed = all.map(function (note) {
      const number = numbers.get(note.page) ?? pages.length;
      return { note, number, at: number < pages.length ? roughPlace(pages[number], note) : 0 };
    });
    const compare = (one, other) =>
      one.number - other.number || one.at - other.at || (one.note.created < other.note.created ? -1 : 1);
    return placed.sort(compare).map(({ note }) => note);
  }

  function roughPlace(page, note) {
    const section = page.sections.find(({ id }) => id === note.section)?.at ?? 0;
    const quote = notes.bareLetters(note.quote);
    if (!quote) return section;
    const at = page.letters.indexOf(quote, section);
    return at >= 0 ? at : Math.max(section, page.letters.indexOf(quote));
  }

  async function open({ page: url, guide }) {
    const page = pageName(url);
    const article = () => document.querySelector("article");
    const kept = notes.store(changed);
    let shown = null; // the list of all notes, on its page
    let marked = { read: null, found: [], places: [] }; // the notes of this page, and the passages that are shown
    let opening = 0;
    await addStyle();
    article().addEventListener("click", press); // of an element: no click on plain text reaches the document in Safari on a phone

    async function all() {
      const its = (await kept.records()).filter((record) => !notes.isDeleted(record));
      return its.length ? inOrder(its, await loadPages()) : [];
    }

    async function here() {
      const records = await kept.records();
      return records.filter((record) => record.page === page && !notes.isDeleted(record));
    }

    function changed(how) {
      if (shown) shown.refresh(how === "removed");
      else show();
    }

    // Marks the passages of this page that have notes, and counts them at its headings.
    async function show() {
      const its = await here().catch(() => []);
      notes.hide(article());
      const read = notes.readPage(article());
      const found = findAll(its, read);
      marked = { read, found, places: found.filter(({ note, end }) => note.quote && end) };
      notes.show(read, marked.places);
      for (const button of buttons()) {
        const number = found.filter((each) => each.button === button).length;
        button.textContent = number ? gettext("{title} ({number})", { title: gettext("Note"), number }) : gettext("Note");
      }
    }

    // Where each note's passage stands in the page's text, and the button at a heading by which the note is listed.
    function findAll(its, read) {
      const searched = notes.searchable(read);
      const find = notes.finder(searched);
      const listedAt = buttonsOfSections(read);
      return its.map(function (note) {
        const { start, end } = find(note);
        const section = start === undefined ? note.section : notes.sectionAt(searched, start).id;
        const place = end > start ? { start: searched.places[start], end: searched.places[end - 1] + 1 } : {};
        return { note, ...place, button: listedAt.get(section) ?? listedAt.get("") };
      });
    }

    function buttons() {
      return [...document.querySelectorAll(".guide-note")];
    }

    // By section: the button at its heading, or at the nearest one before it that has a button.
    function buttonsOfSections(read) {
      const own = new Map(buttons().map((button) => [headingOf(button).id, button]));
      let button = buttons()[0];
      const found = [["", button], ...read.sections.map(({ id }) => [id, (button = own.get(id) ?? button)])];
      return new Map(found.reverse()); // of the title, which the footnotes have too, the first
    }

    // A press on a marked passage opens its note, if no second one follows that marks a word.
    function press({ target, clientX, clientY, defaultPrevented }) {
      clearTimeout(opening);
      const isOther = defaultPrevented || target.closest(OTHER_PRESSES);
      if (isOther || !marked.places.length || !getSelection().isCollapsed) return;
      const [first, ...others] = pressed(clientX, clientY);
      if (first) opening = setTimeout(() => getSelection().isCollapsed && change(first, others), SECOND_PRESS);
    }

    // The notes on a point of the window. Their places are those of a text without marks.
    function pressed(x, y) {
      notes.hide(article());
      const found = notes.placesAt(marked.read, marked.places, x, y);
      notes.show(marked.read, marked.places);
      return found.map(({ note }) => note);
    }

    async function write({ range, heading }) {
      const read = notes.readPage(article());
      const words = range ? notes.describe(read, ...notes.placeOf(read, range)) : { section: heading.id };
      const section = read.sections.find(({ id }) => id === words.section);
      const described = words.quote || !section ? words : notes.describeSection(read, section.id); // as where the number of a note is marked
      if (!marked.read) await show();
      const isListed = ({ button }) => headingOf(button) === heading;
      await notes.edit({
        note: { ...described, page, text: "", heading: "", order: 0 },
        isNew: true,
        others: heading ? marked.found.filter(isListed).map(({ note }) => note) : [],
        pick: section ? { page: read, section } : null,
        save: (note, text) => saveNew(note, text),
        open: (note) => change(note),
      });
      getSelection().removeAllRanges();
      await show();
    }

    function saveNew(note, text) {
      const now = new Date().toISOString();
      return kept.add([{ id: notes.newId(), ...note, text, created: now, changed: now, written: now, earlier: [] }]);
    }

    async function change(note, others = []) {
      await notes.edit({
        note,
        isNew: false,
        others,
        open: (other) => change(other),
        save: (_, text) => kept.add([notes.rewritten(note, text)]),
        remove: () => kept.add([notes.tombstone(note, new Date().toISOString())]),
      });
      changed();
    }

    /* Where a note's passage is today: {how, address, pageTitle, words, calls, place}, of which `place` is what it has to say of
       its page and section now. */
    async function finder() {
      const pages = await loadPages();
      const find = notes.guideFinder(pages, ({ url }) => pageName(url));
      return function (note) {
        if (!pages.length) return { how: "unknown", address: addressWithin(note.page) };
        const { page: its, ...found } = find(note);
        if (!its) return { how: "gone" };
        const section = found.how === "gone" ? its.sections.find(({ id }) => id === note.section) : notes.sectionAt(its, found.start);
        const hash = section?.id ? "#" + encodeURIComponent(section.id) : "";
        const address = new URL(its.url, root).href + hash;
        const place = section && { page: pageName(its.url), section: section.id, sectionTitle: section.title };
        const calls = callsOf(its, note, found, section);
        return { ...found, address, pageTitle: its.title, words: wordsOf(its, found), calls, place };
      };
    }

    // The numbers of the notes that a passage calls, or a whole section.
    function callsOf(its, note, found, section) {
      if (found.how === "gone" || !section) return [];
      const next = its.sections.find(({ at }) => at > section.at);
      const [start, end] = note.quote ? [found.start, found.end] : [section.at, next ? next.at : its.letters.length];
      return notes.callsIn(its, its.places[start], its.places[end - 1] + 1).map(({ number }) => number);
    }

    function wordsOf(its, found) {
      return found.how === "changed" ? its.text.slice(its.places[found.start], its.places[found.end - 1] + 1) : "";
    }

    function list(place) {
      return (shown = notes.list(place, { all, records: kept.records, add: kept.add, removeAll: kept.removeAll, edit: (note) => change(note), finder, guide }));
    }

    return { all, show, write, list };
  }

  function headingOf(button) {
    return button.closest(".guide-tools, .guide-facts").previousElementSibling;
  }

  // Waits for the styles, so that nothing moves when they come.
  function addStyle() {
    return new Promise(function (resolve) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = new URL(notes.style, root);
      link.addEventListener("load", resolve);
      link.addEventListener("error", resolve); // notes without looks are better than none
      document.head.append(link);
    });
  }

  Object.assign(notes, { open });
})(window.guideNotes);
