/* Notes: the dialog in which a note is written. Its passage may be marked beforehand, or chosen there: the section, one of its
   paragraphs, or sentences of that, as it takes no mouse. */
(function (notes) {
  "use strict";

  const { gettext, ngettext } = window.guideLabels;
  const { make, button } = window.guideElements;
  const { about, labelled, choice, shortened } = notes;
  const PASSAGE = 70; // letters of a passage that a choice shows
  const AT_ONCE = 50; // notes of a section that are listed, and those that a press adds

  // Splits a paragraph of the page's text, from `start` to `end`, into sentences.
  function sentencesOf(text, start, end) {
    const words = text.slice(start, end);
    if (!Intl.Segmenter) return [[start, end]];
    const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
    const parts = [...segmenter.segment(words)].map(({ index, segment }) => [start + index, start + index + segment.trimEnd().length]);
    return parts.filter(([from, to]) => to > from);
  }

  // The paragraphs of a section: [[start, end], …], without its heading.
  function paragraphsOf(page, section) {
    const next = page.sections.find((other) => other.at > section.at);
    const end = next ? next.at : page.text.length;
    const found = [];
    let from = page.text.indexOf("\n", section.at) + 1;
    while (from > 0 && from < end) {
      const stop = page.text.indexOf("\n", from);
      const to = stop < 0 || stop > end ? end : stop;
      if (page.text.slice(from, to).trim()) found.push([from, to]);
      from = to + 1;
    }
    return found;
  }

  /* Opens the dialog for `note`, whose passage is described already, and resolves when it is closed. `others` are the notes
     on the same section; `pick` offers the passages of the section, where the page is at hand: {page, section}. */
  function edit({ note, isNew, others = [], pick = null, save, remove, open }) {
    return new Promise(function (resolve) {
      const before = note.text;
      let passage = null;
      const quote = make("blockquote", { className: "guide-note-quote" });
      const warning = make("p", { className: "guide-note-warning" });
      const text = make("textarea", { rows: 4, dir: "auto", value: note.text, maxLength: 50000 });
      const error = make("p", { className: "guide-note-error", role: "alert" });
      const title = make("h2", { id: "guide-note-title", textContent: titleOf(note) });
      const buttons = make("div", { className: "guide-note-buttons" }, [
        make("button", { type: "submit", className: "md-button", textContent: gettext("Save the note") }),
        button(gettext("Cancel"), leave),
        isNew ? null : button(gettext("Delete"), () => finish(remove)),
      ]);
      const form = make("form", { method: "dialog" }, [
        title,
        ...(others.length ? listOf(others, isNew, (other) => close(() => open(other))) : []),
        pick ? picker(pick, note, take) : null,
        quote,
        warning,
        labelled(gettext("Your note"), text),
        error,
        buttons,
      ]);
      const dialog = make("dialog", { className: "guide-note-dialog", "aria-labelledby": "guide-note-title" }, [form]);
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        finish(() => save({ ...note, ...passage }, text.value.trim()));
      });
      dialog.addEventListener("cancel", function (event) {
        event.preventDefault();
        leave();
      });
      take({});
      document.body.append(dialog);
      dialog.showModal();
      if (!others.length) text.focus();

      function take(described) {
        passage = described;
        const shown = { ...note, ...described };
        quote.textContent = shown.quote;
        quote.hidden = !shown.quote;
        warning.textContent = shown.warning && notes.warningWords(shown.warning);
        warning.hidden = !shown.warning;
      }

      function leave() {
        const isChanged = text.value.trim() !== before.trim();
        if (!isChanged || confirm(gettext("Leave without saving what you wrote?"))) close();
      }

      async function finish(act) {
        if (act !== remove && !text.value.trim() && !(passage.quote ?? note.quote)) {
          error.textContent = gettext("Write something first.");
          return text.focus();
        }
        try {
          await act();
          close();
        } catch (failure) {
          error.textContent = gettext("The note was not saved: {reason}", { reason: failure.message });
        }
      }

      function close(next) {
        dialog.close();
        dialog.remove();
        resolve();
        next?.();
      }
    });
  }

  function titleOf(note) {
    return note.sectionTitle ? gettext("Note on: {title}", { title: note.sectionTitle }) : gettext("Note");
  }

  function listOf(others, isNew, open) {
    const item = (note) =>
      make("li", {}, [
        make("span", { textContent: shortened(note.text || note.quote, PASSAGE) + " " }),
        button(gettext("Open"), () => open(note), { "aria-label": about(gettext("Open"), shortened(note.text || note.quote, PASSAGE)) }),
      ]);
    const title = make("h3", { textContent: gettext("Your notes here") });
    const items = make("ul");
    const more = button("", add);
    add();
    return [title, items, more, isNew && make("h3", { textContent: gettext("A new note") })];

    function add() {
      items.append(...others.slice(items.children.length, items.children.length + AT_ONCE).map(item));
      const left = others.length - items.children.length;
      more.hidden = !left;
      more.textContent = ngettext("Show more ({number} is left)", "Show more ({number} are left)", left);
    }
  }

  // The choice of a passage within a section; `take` gets the note's description of it.
  function picker({ page, section }, note, take) {
    const paragraphs = paragraphsOf(page, section);
    const sentences = make("div", { className: "guide-note-sentences" });
    const names = paragraphs.map(([from, to], index) => [String(index), shortened(page.text.slice(from, to), PASSAGE)]);
    const asMarked = note.quote ? [["marked", gettext("The words that you marked")]] : [];
    const options = [...asMarked, ["", gettext("The whole section")], ...names];
    const passages = choice(options, note.quote ? "marked" : "", show);
    return make("div", {}, [labelled(gettext("The passage"), passages), sentences]);

    function show(value) {
      sentences.replaceChildren();
      if (value === "marked") take({});
      else if (value === "") take(notes.describeSection(page, section.id));
      else showSentences(sentencesOf(page.text, ...paragraphs[Number(value)]));
    }

    function showSentences(parts) {
      let [first, last] = [0, parts.length - 1];
      const words = parts.map(([from, to], index) => [String(index), shortened(page.text.slice(from, to), PASSAGE)]);
      const ends = choice(words, String(last), (value) => update(first, Number(value)));
      const starts = choice(words, "0", (value) => update(Number(value), last));
      if (parts.length > 1) sentences.append(labelled(gettext("From the sentence"), starts), labelled(gettext("to the sentence"), ends));
      update(first, last);

      function update(from, to) {
        [first, last] = from > to && from !== first ? [from, from] : [Math.min(from, to), to];
        starts.value = String(first);
        ends.value = String(last);
        take(notes.describe(page, parts[first][0], parts[last][1]));
      }
    }
  }

  Object.assign(notes, { edit });
})(window.guideNotes);
