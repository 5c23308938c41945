/* Notes: the page 'My notes'. All notes in the guide's order, and under the headings of a position paper; to sort them takes
   choices and buttons, which a keyboard, a finger and a screen reader have alike. */
(function (notes) {
  "use strict";

  const { gettext, ngettext } = window.guideLabels;
  const { make, button } = window.guideElements;
  const { about, labelled, choice, shortened } = notes;
  const AT_ONCE = 50; // notes that each heading shows, and those that a press adds

  function warningWords(warning) {
    return about(gettext("Check before you quote"), warning);
  }

  /* Shows the notes in `place`, and again after each change. `desk` gives them and changes them. */
  function list(place, desk) {
    let listed = []; // the notes that are shown
    const shown = new Map(); // how many notes of each heading are shown
    const status = make("p", { role: "status", className: "guide-notes-status" });
    const more = make("div", { className: "guide-notes-answer" });
    const file = make("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": gettext("File of notes") });
    const tools = make("div", { className: "guide-notes-tools" }, [
      button(gettext("Save to a file"), exportAll),
      button(gettext("Add from a file"), () => file.click()),
      button(gettext("Remove all"), removeAll),
      file,
    ]);
    const groups = make("div");
    file.addEventListener("change", () => importFrom(file.files[0]));
    const apart = gettext("Opened from a disk, some browsers keep the notes of each page apart: save them to a file.");
    const hint = location.protocol === "file:" ? make("p", { textContent: apart }) : "";
    const paper = notes.paper({ ...desk, all: current });
    place.replaceChildren(tools, hint, status, more, groups, paper.section);
    refresh();
    return { refresh, addFile: () => file.click() };

    // `isEmptied`: the reader has removed all notes, maybe in another tab.
    async function refresh(isEmptied = false) {
      if (isEmptied) listed = [];
      try {
        listed = await current();
      } catch (error) {
        say(error.message);
        if (!listed.length) return;
      }
      show(listed, listed.length ? await desk.finder() : null);
      paper.refresh();
    }

    // The notes as they are kept. What is listed stays where the browser has removed it meanwhile, so that it can be saved.
    async function current() {
      const all = await desk.all();
      const isLost = listed.length && !all.length && !(await desk.records()).length;
      if (isLost) throw new Error(gettext("This browser has removed your notes. Save those that are still shown here to a file."));
      return all;
    }

    function say(words) {
      more.replaceChildren();
      status.textContent = words;
    }

    function show(all, find) {
      const [focused, place] = focusWithin();
      const unsorted = all.filter((note) => !notes.headings.some(({ key }) => key === note.heading));
      const parts = notes.headings.map(({ key, title }) => group(key, title, sorted(all, key), find));
      groups.replaceChildren(group("", gettext("Not sorted yet"), unsorted, find), ...parts);
      if (!all.length) groups.replaceChildren(make("p", { textContent: gettext("You have no notes yet. Mark words in a chapter, or press ‘Note’ behind a heading.") }));
      const again = focused && groups.querySelector(`[data-act="${CSS.escape(focused)}"]`);
      (again || (focused && groups.querySelectorAll("[data-act^='edit ']")[place]))?.focus();
    }

    // What has the focus, and the number of the note that follows if this one goes, or else of the one before it.
    function focusWithin() {
      const items = [...groups.querySelectorAll("li")];
      const at = items.findIndex((each) => each.contains(document.activeElement));
      return [document.activeElement?.dataset?.act, Math.min(at, items.length - 2)];
    }

    function group(key, title, its, find) {
      const most = shown.get(key) || AT_ONCE;
      const items = its.slice(0, most).map((note, index) => item(note, key && { before: its[index - 1], after: its[index + 1] }, find));
      const heading = make("h2", { textContent: gettext("{title} ({number})", { title, number: its.length }) });
      const left = its.length - items.length;
      const words = ngettext("Show more ({number} is left)", "Show more ({number} are left)", left);
      return make("section", { className: "guide-notes-group" }, [
        heading,
        items.length ? make("ol", {}, items) : null,
        left > 0 ? button(words, () => showMore(key, most), { "data-act": "more " + key }) : null,
      ]);
    }

    function showMore(key, most) {
      shown.set(key, most + AT_ONCE);
      refresh();
    }

    function item(note, neighbours, find) {
      const name = shortened(note.text || note.quote, 60);
      const found = find(note);
      const headings = [["", gettext("Not sorted yet")], ...notes.headings.map(({ key, title }) => [key, title])];
      const current = headings.some(([key]) => key === note.heading) ? note.heading : "";
      const under = choice(headings, current, (key) => sortUnder(note, key));
      under.dataset.act = "under " + note.id;
      return make("li", { className: "guide-notes-note" }, [
        where(note, found),
        note.quote ? make("blockquote", { textContent: note.quote }) : null,
        told(note, found),
        note.warning ? make("p", { className: "guide-note-warning", textContent: warningWords(note.warning) }) : null,
        note.text ? make("p", { className: "guide-note-text", dir: "auto", textContent: note.text }) : null,
        make("div", { className: "guide-notes-tools" }, [
          labelled(gettext("Under"), under),
          neighbours && mover(note, neighbours.before && -1, gettext("Up"), about(gettext("Up"), name), "up "),
          neighbours && mover(note, neighbours.after && 1, gettext("Down"), about(gettext("Down"), name), "down "),
          button(gettext("Change"), () => edit(note), { "aria-label": about(gettext("Change"), name), "data-act": "edit " + note.id }),
          button(gettext("Delete"), () => remove(note), { "aria-label": about(gettext("Delete"), name), "data-act": "delete " + note.id }),
        ]),
      ]);
    }

    function where(note, found) {
      const { sectionTitle } = { ...note, ...found.place };
      const words = [found.pageTitle || note.page, sectionTitle].filter((part, index, all) => part && part !== all[index - 1]).join(" › ");
      const content = found.address ? make("a", { href: found.address, textContent: words }) : words;
      return make("p", { className: "guide-notes-where" }, [content]);
    }

    // What has become of the passage since.
    function told(note, found) {
      const words = {
        gone: note.quote ? gettext("These words are no longer in the guide.") : gettext("This section is no longer in the guide."),
        moved: gettext("These words are in another section now."),
        changed: gettext("The guide has other words here now: “{words}”", { words: found.words }),
      }[found.how];
      return words ? make("p", { className: "guide-note-warning", textContent: words }) : null;
    }

    function mover(note, steps, words, label, act) {
      return button(words, () => move(note, steps), { "aria-label": label, disabled: !steps, "data-act": act + note.id });
    }

    // Does what the reader asks for, which returns the words to say, or says why it was not done and shows what is so.
    async function attempt(act) {
      try {
        say(await act());
        return true;
      } catch (error) {
        await refresh();
        say(error.message);
        return false;
      }
    }

    function edit(note) {
      return current().then(() => desk.edit(note), ({ message }) => say(message));
    }

    async function change(records) {
      await desk.add(records);
      await refresh();
    }

    // Notes that came from a file may have the same order as others: all are numbered anew.
    function move(note, steps) {
      return attempt(async function () {
        const its = sorted(await current(), note.heading);
        const at = its.findIndex(({ id }) => id === note.id);
        its.splice(at + steps, 0, ...its.splice(at, 1));
        const numbered = its.map((each, index) => ({ ...each, order: index + 1, changed: notes.later(each) }));
        await change(numbered.filter(({ order }, index) => order !== its[index].order));
        return about(gettext("Moved"), shortened(note.text || note.quote, 60));
      });
    }

    function sortUnder(note, key) {
      return attempt(async function () {
        const there = sorted(await current(), key);
        const order = there.length ? there.at(-1).order + 1 : 1;
        await change([{ ...note, heading: key, order, changed: notes.later(note) }]);
        const title = notes.headings.find((heading) => heading.key === key)?.title || gettext("Not sorted yet");
        return gettext("Now under: {title}", { title });
      });
    }

    async function remove(note) {
      const isDone = await attempt(async function () {
        await current();
        await change([notes.tombstone(note, new Date().toISOString())]);
        return gettext("Deleted.");
      });
      if (isDone) more.append(button(gettext("Undo"), () => bringBack(note)));
    }

    function bringBack(note) {
      return attempt(async function () {
        const now = notes.later(note);
        await current();
        await change([{ ...note, written: now, changed: now }]);
        return gettext("The note is back.");
      });
    }

    function removeAll() {
      if (!confirm(gettext("Remove all your notes from this device? Only a file that you saved keeps them."))) return;
      return attempt(async function () {
        await desk.removeAll();
        await refresh(true);
        return gettext("All notes were removed from this device.");
      });
    }

    // What is shown is saved even where the browser has removed it meanwhile.
    function exportAll() {
      return attempt(async function () {
        const kept = await desk.records().catch((error) => (listed.length ? [] : Promise.reject(error)));
        const ids = new Set(kept.map(({ id }) => id));
        const text = notes.toFile([...kept, ...listed.filter(({ id }) => !ids.has(id))], desk.guide);
        notes.download("my-notes.json", text, "application/json");
        return gettext("Saved as {file}, where your downloads are.", { file: "my-notes.json" });
      });
    }

    async function importFrom(chosen) {
      file.value = ""; // the same file may be chosen again
      if (!chosen) return;
      try {
        if (chosen.size > notes.LARGEST_FILE) throw new Error(gettext("This file is too large to be one of notes."));
        const read = notes.fromFile(await chosen.text());
        if (!read.guide || read.guide === desk.guide) return await addRead(read);
        say(gettext("This file holds notes on another guide: {name}", { name: shortened(read.guide, 200) }));
        more.append(button(gettext("Add them all the same"), () => addRead(read)));
      } catch (error) {
        say(error.message);
      }
    }

    function addRead({ records, unread }) {
      return attempt(async function () {
        const count = await desk.add(records);
        await refresh();
        return notes.told(count, unread);
      });
    }
  }

  // The notes under a heading, in the order in which they are to stand.
  function sorted(all, key) {
    return all.filter((note) => note.heading === key).sort((one, other) => one.order - other.order);
  }

  Object.assign(notes, { list, warningWords });
})(window.guideNotes);
