/* Notes as records: how two sets of them become one without loss, what a file of them looks like, and what is wrong with
   one that is not. Pure functions. A note that was deleted leaves {id, deleted, written, earlier}. */
(function (notes) {
  "use strict";

  const { gettext, ngettext } = window.guideLabels;
  const FORMAT = "studyguide-notes";
  const VERSION = 1;
  const LARGEST_FILE = 50e6; // bytes
  const MOST_NOTES = 20000;
  const MOST_EARLIER = 50; // versions of a note's text that it remembers
  const LENGTHS = { page: 500, section: 500, sectionTitle: 1000, quote: 1e6, before: 200, after: 200, text: 50000, heading: 500, warning: 1e5 };
  const SEPARATOR = "~";
  const LONGEST_ID = 100;

  function isDeleted(record) {
    return Boolean(record.deleted);
  }

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16)); // `randomUUID` is not there over http
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  // The moment of a change to a note: later than the last one, also where that was made by a clock that runs ahead.
  function later({ changed }) {
    return new Date(Math.max(Date.now(), Date.parse(changed) + 1)).toISOString();
  }

  // A note with a new text: it remembers when the texts before it were written.
  function rewritten(note, text) {
    const now = later(note);
    if (text === note.text) return { ...note, changed: now };
    return { ...note, text, changed: now, written: now, earlier: versionsOf(note) };
  }

  function versionsOf(record) {
    return [...new Set([...(record.earlier || []), record.written].filter(Boolean))].slice(-MOST_EARLIER);
  }

  function tombstone(note, now) {
    return { id: note.id, deleted: now, written: note.written, earlier: note.earlier || [] };
  }

  /* Returns the records that are to be kept for one id, of which `mine` is here already: the later change counts; a text that
     the other side has never seen stays as a copy, and is not deleted either. */
  function mergeOne(mine, theirs) {
    if (!mine) return [theirs];
    if (isDeleted(mine) && isDeleted(theirs)) return [mine.deleted >= theirs.deleted ? mine : theirs];
    if (isDeleted(mine)) return [survives(theirs, mine) ? theirs : mine];
    if (isDeleted(theirs)) return [survives(mine, theirs) ? mine : theirs];
    return mergeNotes(mine, theirs);
  }

  function survives(note, deleted) {
    if (!deleted.written) return note.changed > deleted.deleted;
    return !versionsOf(deleted).includes(note.written);
  }

  function mergeNotes(mine, theirs) {
    const [first, second] = isLater(theirs, mine) ? [theirs, mine] : [mine, theirs];
    const versions = new Set([...versionsOf(first), ...versionsOf(second)]);
    const withText = ({ text, written }) => ({ ...first, text, written, earlier: latest(versions, written) });
    if (first.text === second.text) return [withText(first)];
    const isOfOneMoment = first.written === second.written; // then neither has seen the other
    if (!isOfOneMoment && versionsOf(first).includes(second.written)) return [withText(first)];
    if (!isOfOneMoment && versionsOf(second).includes(first.written)) return [withText(second)]; // the first is only sorted anew
    const id = (second.id + SEPARATOR + second.written.replace(/\D/g, "")).slice(-LONGEST_ID); // each side gives it the same
    return [withText(first), { ...second, id, earlier: [] }];
  }

  function latest(versions, written) {
    return [...versions].filter((when) => when !== written).sort().slice(-MOST_EARLIER);
  }

  // Of two changes at the same moment each side must take the same.
  function isLater(one, other) {
    return one.changed > other.changed || (one.changed === other.changed && one.text > other.text);
  }

  // Returns what has to be written so that `mine`, all records here, hold `theirs` as well, and how many are new or copies.
  function merge(mine, theirs) {
    const kept = new Map(mine.map((record) => [record.id, record]));
    const written = new Map();
    const count = { added: 0, changed: 0, copies: 0, deleted: 0 };
    for (const record of theirs) {
      const before = kept.get(record.id);
      const [first, copy] = mergeOne(before, record);
      if (keep(first)) count[kindOf(before, first)] += 1;
      if (copy && !kept.has(copy.id) && keep(copy)) count.copies += 1;
    }
    return { records: [...written.values()], count };

    function keep(record) {
      if (isSame(kept.get(record.id), record)) return false;
      kept.set(record.id, record);
      written.set(record.id, record);
      return true;
    }
  }

  function kindOf(before, after) {
    if (isDeleted(after)) return "deleted";
    return before && !isDeleted(before) ? "changed" : "added";
  }

  function isSame(one, other) {
    return JSON.stringify(one && ordered(one)) === JSON.stringify(ordered(other));
  }

  function ordered(record) {
    return Object.fromEntries(Object.entries(record).sort());
  }

  /* Files */

  function toFile(records, guide) {
    return JSON.stringify({ format: FORMAT, version: VERSION, guide, notes: records }, null, 1) + "\n";
  }

  /* Returns {records, guide, unread} of a file's text, where `unread` counts the notes that are none; throws an Error with
     words for the reader where it is no file of notes. */
  function fromFile(text) {
    if (text.length > LARGEST_FILE) throw new Error(gettext("This file is too large to be one of notes."));
    const data = parse(text);
    if (!data || typeof data !== "object" || data.format !== FORMAT || !Array.isArray(data.notes)) {
      throw noFileOfNotes();
    }
    if (data.version !== VERSION) {
      if (!(data.version > VERSION)) throw noFileOfNotes();
      throw new Error(gettext("A newer edition of the guide has saved this file. Open that one to read it."));
    }
    if (data.notes.length > MOST_NOTES) throw new Error(gettext("This file is too large to be one of notes."));
    const records = data.notes.map(readRecord).filter(Boolean);
    return { records, guide: textOf(data.guide, 1000), unread: data.notes.length - records.length };
  }

  function noFileOfNotes() {
    return new Error(gettext("This is no file of notes: choose one that this page has saved, such as my-notes.json."));
  }

  function parse(text) {
    try {
      return JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      throw noFileOfNotes();
    }
  }

  // Of what a file holds, only what is known is taken, each part in the kind and length that it must have.
  function readRecord(data) {
    if (!data || typeof data !== "object" || typeof data.id !== "string" || !/^[\w~-]{1,100}$/.test(data.id)) return null;
    const versions = { written: instant(data.written), earlier: instants(data.earlier) };
    if (data.deleted) return instant(data.deleted) ? { id: data.id, deleted: instant(data.deleted), ...versions } : null;
    const changed = instant(data.changed);
    const texts = Object.fromEntries(Object.entries(LENGTHS).map(([name, most]) => [name, textOf(data[name], most)]));
    if (!changed || Object.values(texts).includes(null) || !(texts.text || texts.quote)) return null;
    return {
      id: data.id,
      ...texts,
      order: Number.isFinite(data.order) ? data.order : 0,
      created: instant(data.created) || changed,
      changed,
      sources: keys(data.sources),
      ...versions,
      written: versions.written || changed,
    };
  }

  function textOf(value, most) {
    if (value === undefined || value === null) return "";
    return typeof value === "string" && value.length <= most ? value : null;
  }

  function instant(value) {
    const isInstant = typeof value === "string" && /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
    return isInstant && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : ""; // in letters that compare as times do
  }

  function instants(value) {
    return Array.isArray(value) ? value.map(instant).filter(Boolean).slice(-MOST_EARLIER) : [];
  }

  function keys(value) {
    const texts = Array.isArray(value) ? value.filter((key) => typeof key === "string" && key.length <= 200) : [];
    return [...new Set(texts)].slice(0, 200);
  }

  // What reading a file has done, in words.
  function told({ added, changed, copies, deleted }, unread) {
    const words = [
      ngettext("{number} note was added.", "{number} notes were added.", added),
      changed && ngettext("{number} note is newer now.", "{number} notes are newer now.", changed),
      copies && ngettext("{number} note had two texts: both are kept.", "{number} notes had two texts: both are kept.", copies),
      deleted && ngettext("{number} note had been deleted.", "{number} notes had been deleted.", deleted),
      unread && ngettext("{number} note in the file could not be read.", "{number} notes in the file could not be read.", unread),
    ];
    return words.filter(Boolean).join(" ");
  }

  Object.assign(notes, { isDeleted, newId, later, rewritten, tombstone, merge, toFile, fromFile, told, LARGEST_FILE });
})(window.guideNotes);
