/* Notes: the draft of a position paper, below the list of all notes. What makes it is loaded when it is asked for. */
(function (notes) {
  "use strict";

  const { gettext } = window.guideLabels;
  const { root, load } = window.guideSite;
  const { make, button } = window.guideElements;
  const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const PRINTED = "guide-prints-paper";

  function countryName() {
    return window.guideCountry?.chosen()?.name ?? "";
  }

  /* Returns {section, refresh}: the part of the page that makes the draft, of the notes that `desk.all` gives, and what shows
     it anew after a change. */
  function paper(desk) {
    const status = make("p", { role: "status", className: "guide-notes-status" });
    const shown = make("div", { className: "guide-paper-draft", hidden: true });
    const showing = button(gettext("Show the draft"), attempt(toggle), { "aria-expanded": "false" });
    const tools = make("div", { className: "guide-notes-tools" }, [
      button(gettext("Save for Word"), attempt(() => save("docx", "position-paper.docx", DOCX))),
      button(gettext("Save as Markdown"), attempt(() => save("markdown", "position-paper.md", "text/markdown"))),
      button(gettext("Print"), attempt(print)),
      showing,
    ]);
    const about = gettext("A draft of your notes, under their headings: your words, and what you quote with its sources. It adds nothing of its own.");
    const heading = make("h2", { textContent: gettext("Position paper") });
    const section = make("section", { className: "guide-paper" }, [heading, make("p", { textContent: about }), tools, status, shown]);
    return { section, refresh: attempt(() => shown.hidden || fill()) };

    function attempt(act) {
      return async function () {
        try {
          status.textContent = "";
          await act();
        } catch (error) {
          status.textContent = error.message;
        }
      };
    }

    async function draft() {
      const [all, find] = await Promise.all([desk.all(), desk.finder(), load(new URL("assets/position-paper.js", root))]);
      const its = all.map(function (note) {
        const { calls, place } = find(note);
        return { ...note, ...place, calls };
      });
      const making = window.studyguidePaper;
      const headings = notes.headings.map(({ key, title }) => [key, title]);
      return { making, made: making.draft(its, headings, countryName(), root.href) };
    }

    async function save(kind, name, type) {
      const { making, made } = await draft();
      notes.download(name, making[kind](made), type);
      status.textContent = gettext("Saved as {file}, where your downloads are.", { file: name });
    }

    async function fill() {
      const { making, made } = await draft();
      shown.replaceChildren(...making.preview(made));
    }

    async function toggle() {
      if (shown.hidden) await fill();
      reveal(shown.hidden);
    }

    function reveal(isShown) {
      shown.hidden = !isShown;
      showing.setAttribute("aria-expanded", String(isShown));
    }

    async function print() {
      await fill();
      reveal(true);
      document.body.classList.add(PRINTED);
      // A phone says `afterprint` while its preview, which it may draw anew, is open: the next press tells that it is closed.
      for (const press of ["pointerdown", "keydown"]) addEventListener(press, () => document.body.classList.remove(PRINTED), { once: true });
      window.print();
    }
  }

  Object.assign(notes, { paper });
})(window.guideNotes);
