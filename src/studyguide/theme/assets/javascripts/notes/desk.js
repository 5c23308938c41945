/* Notes: puts the parts together for the page that is open. */
(function (notes) {
  "use strict";

  const { gettext } = window.guideLabels;
  const { root, load } = window.guideSite;

  // A page's address as notes keep it: that of the site online, also on a disk.
  function pageName(url) {
    return url.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "/");
  }

  /* The texts of all pages in reading order, which the build has written for this: to know whether a passage is still there,
     and the guide's order. Without them, as without a network, an empty list. */
  let loaded = null;
  function loadPages() {
    const read = () => window.guideNotesPages.map((page) => ({ ...page, ...notes.searchable(page) }));
    loaded ??= load(new URL("assets/notes-passages.js", root)).then(read, () => []);
    return loaded;
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
    await addStyle();

    async function all() {
      const its = (await kept.records()).filter((record) => !notes.isDeleted(record));
      return its.length ? inOrder(its, await loadPages()) : [];
    }

    async function here() {
      const records = await kept.records();
      return records.filter((record) => record.page === page && !notes.isDeleted(record));
    }

    function changed() {
      if (shown) shown.refresh();
      else show();
    }

    // Marks the passages of this page that have notes, and counts them at its headings.
    async function show() {
      const its = await here().catch(() => []);
      notes.hide(article());
      const read = notes.readPage(article());
      const searched = notes.searchable(read);
      const find = notes.finder(searched);
      const found = its.map((note) => ({ note, ...find(note) }));
      const marked = found.filter(({ note, start }) => note.quote && start !== undefined);
      notes.show(read, marked.map(({ start, end }) => [searched.places[start], searched.places[end - 1] + 1]));
      count(its);
    }

    function count(its) {
      for (const button of document.querySelectorAll(".guide-note")) {
        const heading = button.parentElement.previousElementSibling;
        const number = its.filter((note) => note.section === heading.id).length;
        button.textContent = number ? gettext("{title} ({number})", { title: gettext("Note"), number }) : gettext("Note");
      }
    }

    async function write({ range, heading }) {
      notes.hide(article());
      const read = notes.readPage(article());
      const described = range ? notes.describe(read, ...notes.placeOf(read, range)) : notes.describeSection(read, heading.id);
      const section = read.sections.find(({ id }) => id === described.section);
      const its = await here().catch(() => []);
      await notes.edit({
        note: { ...described, page, text: "", heading: "", order: 0 },
        isNew: true,
        others: heading ? its.filter((note) => note.section === heading.id) : [],
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

    async function change(note) {
      await notes.edit({
        note,
        isNew: false,
        save: (_, text) => kept.add([notes.rewritten(note, text, new Date().toISOString())]),
        remove: () => kept.add([notes.tombstone(note, new Date().toISOString())]),
      });
      changed();
    }

    // Where a note's passage is today: {how, address, pageTitle, words}.
    async function finder() {
      const pages = await loadPages();
      const finders = new Map();
      return function (note) {
        const its = pages.find((each) => pageName(each.url) === note.page);
        if (!pages.length) return { how: "unknown", address: new URL(note.page, root).href };
        if (!its) return { how: "gone" };
        if (!finders.has(its)) finders.set(its, notes.finder(its));
        const found = finders.get(its)(note);
        const section = found.how === "gone" ? its.sections.find(({ id }) => id === note.section) : notes.sectionAt(its, found.start);
        const hash = section?.id ? "#" + encodeURIComponent(section.id) : "";
        return { ...found, address: new URL(its.url, root).href + hash, pageTitle: its.title, words: wordsOf(its, found) };
      };
    }

    function wordsOf(its, found) {
      return found.how === "changed" ? its.text.slice(its.places[found.start], its.places[found.end - 1] + 1) : "";
    }

    function list(place) {
      return (shown = notes.list(place, { all, records: kept.records, add: kept.add, removeAll: kept.removeAll, edit: change, finder, guide }));
    }

    return { all, show, write, list };
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
