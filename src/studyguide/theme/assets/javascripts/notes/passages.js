/* Notes: what a passage is, and how a note finds it again in a text that has changed. Only strings and arrays come in and
   go out, but for `readPage`, which reads them from a page. A passage is told by its words and by those around it, as by a
   TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector), and by its section. */
window.guideNotes = {};
(function (notes) {
  "use strict";

  const LEFT_OUT =
    ".screen-only, .headerlink, .footnote-ref, .footnote-backref, .guide-tip, .guide-cite-section, .guide-entries, .guide-backlinks, .guide-changes, button, script, style, svg, template";
  const BLOCKS =
    "p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, pre, summary, figcaption, blockquote, div, section, details, figure";
  const AROUND = 40; // letters before and after a passage that are kept with it
  const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/; // counts for nothing when texts are compared
  const ALL_UNSEEN = new RegExp(UNSEEN.source, "g");
  const SENTENCE_ENDS = /[.?!؟۔]["”’»)\]]*\s|[。？！].|\n/s; // with something behind it
  const SHORTEST = 8; // letters that a passage needs to be found with other letters in it
  const MOST_STEPS = 2e7; // pairs of letters that are compared for one passage at most, and for many
  const MOST_OF_MANY = 1e8;
  const MOST_ELSEWHERE = 1e9; // letters of other pages that are looked through for passages which are not on their own

  /* A page's text as it is read: `text`, and for each letter the text node and the place in it (none for the line break
     between two blocks, and for the tab between two cells of a row); the sections, calls of notes and warnings with the place in the text where each stands. */
  function readPage(article) {
    const page = { text: "", nodes: [], offsets: [], sections: [], calls: [], warnings: [] };
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE ? elementFilter(node, page) : NodeFilter.FILTER_ACCEPT
    );
    let block = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        notice(node, page);
        continue;
      }
      const around = node.parentElement.closest(BLOCKS);
      if (around !== block && node.data.trim()) separate(page, isInRow(around, block) ? "\t" : "\n");
      if (node.data.trim()) block = around;
      addText(node, page);
    }
    return page;
  }

  // Whether two blocks are of the same row of a table.
  function isInRow(one, other) {
    const row = one?.closest("tr");
    return Boolean(row) && row === other?.closest("tr");
  }

  function elementFilter(element, page) {
    if (element.matches("a.footnote-ref")) page.calls.push({ at: page.text.length, element });
    return element.matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  }

  function notice(element, page) {
    if (element.matches("br")) separate(page, " ");
    if (element.matches("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]")) {
      separate(page, "\n");
      page.sections.push({ id: element.id, title: wordsOf(element), at: page.text.length });
    }
    if (element.matches(".footnote") && page.sections.length) {
      separate(page, "\n");
      page.sections.push({ ...page.sections[0], at: page.text.length }); // no part of the section that they happen to follow
    }
    if (element.matches(".admonition.check")) page.warnings.push({ at: page.text.length, words: warningOf(element) });
  }

  function wordsOf(element) {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function warningOf(box) {
    const parts = [...box.children].filter((part) => !part.matches(".admonition-title"));
    return parts.map(wordsOf).join(" ");
  }

  function separate(page, sign) {
    const last = page.text.at(-1);
    if (page.text === "" || last === "\n") return;
    if (last === " ") {
      page.text = page.text.slice(0, -1); // a break takes the place of a space
      page.nodes.pop();
      page.offsets.pop();
    }
    addSign(page, sign, null, 0);
  }

  function addText(node, page) {
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const isSpace = /[\t\n\f\r ]/.test(node.data[offset]);
      if (!isSpace) addSign(page, node.data[offset], node, offset);
      else if (page.text !== "" && !/[ \t\n]/.test(page.text.at(-1))) addSign(page, " ", node, offset);
    }
  }

  function addSign(page, sign, node, offset) {
    page.text += sign;
    page.nodes.push(node);
    page.offsets.push(offset);
  }

  // The section of a place in the text: the nearest heading before it.
  function sectionAt(page, at) {
    return page.sections.findLast((section) => section.at <= at) || { id: "", title: "", at: 0 };
  }

  function endOf(page, section) {
    return page.sections.find((other) => other.at > section.at)?.at ?? page.text.length;
  }

  // What a note keeps of the passage from `start` to `end`, and what counts for it: its sources, and a warning.
  function describe(page, start, end) {
    while (start < end && UNSEEN.test(page.text[start])) start += 1;
    while (end > start && UNSEEN.test(page.text[end - 1])) end -= 1;
    const section = sectionAt(page, start);
    return {
      section: section.id,
      sectionTitle: section.title,
      quote: page.text.slice(start, end),
      before: page.text.slice(Math.max(0, start - AROUND), start),
      after: page.text.slice(end, end + AROUND),
      sources: [...new Set([...sourcesOf(page, start, end), ...entriesIn(page, start, end)])],
      warning: warningAt(page, section.at, endOf(page, sectionAt(page, Math.max(start, end - 1)))),
    };
  }

  // A section is quoted in no words: what counts for it is all that stands under its heading.
  function describeSection(page, id) {
    const section = page.sections.find((each) => each.id === id);
    const [start, end] = [section.at, endOf(page, section)];
    const around = { quote: "", before: "", after: "" };
    return {
      section: id,
      sectionTitle: section.title,
      ...around,
      sources: sourcesOf(page, start, end),
      warning: warningAt(page, start, end),
    };
  }

  // The calls of notes within a passage, or right behind it; without any, those that follow in the sentence of which it is a part.
  function callsIn({ text, calls }, start, end) {
    const its = calls.filter(({ at }) => at > start && (at <= end || !text.slice(end, at).trim()));
    const next = calls.find(({ at }) => at > end)?.at;
    const isWithin = next && !SENTENCE_ENDS.test(text.slice(end - 1, next));
    return its.length || !isWithin ? its : calls.filter(({ at }) => at === next);
  }

  // The keys of the sources in these notes, and in those that the passage itself stands in.
  function sourcesOf(page, start, end) {
    const called = callsIn(page, start, end).map(({ element }) => noteOf(element));
    const around = page.nodes.slice(start, end).map((node) => node?.parentElement.closest(".footnote li"));
    return [...new Set([...new Set([...called, ...around])].flatMap(keysIn))];
  }

  // The keys of the sources whose entries in the bibliography the passage is of.
  function entriesIn(page, start, end) {
    const entries = page.nodes.slice(start, end).map((node) => node?.parentElement.closest("li[id^='ref-']"));
    return [...new Set(entries)].filter(Boolean).map(({ id }) => id.slice("ref-".length));
  }

  function noteOf(call) {
    const isHere = call.getAttribute("href").startsWith("#"); // else it calls a note of another page
    return isHere ? document.getElementById(decodeURIComponent(call.hash.slice(1))) : null;
  }

  function keysIn(note) {
    const links = note ? [...note.querySelectorAll("a[href*='#ref-']")] : [];
    return links.map((link) => decodeURIComponent(link.hash.slice("#ref-".length)));
  }

  function warningAt(page, start, end) {
    const words = page.warnings.filter(({ at }) => at >= start && at < end).map((warning) => warning.words);
    return words.join("\n");
  }

  /* Finding a passage again */

  // A text without what is not seen, and where in it each letter stands.
  function bare(text) {
    const places = [];
    let letters = "";
    for (let at = 0; at < text.length; at += 1) {
      if (UNSEEN.test(text[at])) continue;
      letters += text[at];
      places.push(at);
    }
    return { letters, places };
  }

  function bareLetters(text) {
    return text.replace(ALL_UNSEEN, "");
  }

  // A page of {text, sections: [{id, title, at}]} as it is searched: `letters`, and the sections by their place in these.
  function searchable({ text, sections }) {
    const { letters, places } = bare(text);
    return { text, letters, places, sections: sections.map((section) => ({ ...section, at: firstFrom(places, section.at) })) };
  }

  function firstFrom(places, at) {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* Finds a note's passage in a searchable page. Returns {how, start, end}, counted in letters: "same"; "moved" to another
     section; "changed", the same passage in other words; or "gone". `budget.steps` is how many pairs of letters may still be
     compared for passages that are not there in the same words. */
  function find(page, note, budget = { steps: MOST_STEPS }) {
    const section = sectionOf(page, note);
    if (!note.quote) return section ? { how: "same", start: section.at, end: section.at } : { how: "gone" };
    const [quote, before, after] = [note.quote, note.before, note.after].map(bareLetters);
    const place = { quote, before, after, section: section?.id, from: section ? section.at : 0, to: section ? endOfLetters(page, section) : 0 };
    return exactly(page, place) || between(page, place) || nearly(page, place, budget) || { how: "gone" };
  }

  // Finds many notes on one page, in a time that is bounded.
  function finder(page) {
    const budget = { steps: MOST_OF_MANY };
    return (note) => find(page, note, budget);
  }

  /* Finds many notes in the guide. Returns the page too, which is the note's own where it is nowhere. In another one, as when
     a chapter has another name, a passage is found by the same words alone, and a section by its id and its title. */
  function guideFinder(pages, nameOf) {
    const finders = new Map(pages.map((page) => [nameOf(page), { page, find: finder(page) }]));
    let letters = MOST_ELSEWHERE;
    return function (note) {
      const own = finders.get(note.page);
      const found = own?.find(note) ?? { how: "gone" };
      if (found.how !== "gone") return { page: own.page, ...found };
      for (const page of pages.filter((each) => each !== own?.page)) {
        letters -= page.letters.length;
        const there = letters > 0 && elsewhere(page, note);
        if (there) return { page, ...there };
      }
      return { page: own?.page, ...found };
    };
  }

  function elsewhere(page, note) {
    const { id, at } = page.sections.find((each) => each.id === note.section && each.title === note.sectionTitle) ?? {};
    if (!note.quote) return id && { how: "same", start: at, end: at };
    const [quote, before, after] = [note.quote, note.before, note.after].map(bareLetters);
    return quote.length >= SHORTEST && exactly(page, { quote, before, after, section: id });
  }

  function sectionOf(page, note) {
    return (
      page.sections.find((section) => section.id === note.section) ||
      page.sections.find((section) => section.title === note.sectionTitle)
    );
  }

  function endOfLetters(page, section) {
    return page.sections.find((other) => other.at > section.at)?.at ?? page.letters.length;
  }

  // The same words; of several places the one in the same section, and then the one with the most of the same around it.
  function exactly(page, place) {
    let best = null;
    for (let at = page.letters.indexOf(place.quote); at >= 0; at = page.letters.indexOf(place.quote, at + 1)) {
      const isHere = sectionAt(page, at).id === place.section;
      const score = (isHere ? 1000 : 0) + sharedAround(page.letters, place, at);
      if (!best || score > best.score) best = { score, start: at, how: isHere ? "same" : "moved" };
    }
    return best && { how: best.how, start: best.start, end: best.start + place.quote.length };
  }

  function sharedAround(letters, { quote, before, after }, at) {
    let [left, right] = [0, 0];
    const end = at + quote.length;
    while (left < before.length && letters[at - 1 - left] === before.at(-1 - left)) left += 1;
    while (right < after.length && letters[end + right] === after[right]) right += 1;
    return left + right;
  }

  // Other words between the same ones, of about the same length.
  function between(page, { quote, before, after }) {
    if (before.length < SHORTEST || after.length < SHORTEST) return null;
    const from = page.letters.indexOf(before);
    const start = from + before.length;
    const end = page.letters.indexOf(after, start);
    const isLikely = from >= 0 && end > start && end - start < 2 * quote.length && 2 * (end - start) > quote.length;
    if (!isLikely || distance(quote, page.letters.slice(start, end)) > quote.length / 2) return null;
    return { how: "changed", start, end };
  }

  // The most similar words of the section, or else of the page, if a quarter of their letters differ at most.
  function nearly(page, { quote, from, to }, budget) {
    if (quote.length < SHORTEST) return null;
    const parts = [
      [from, Math.min(page.letters.length, to + quote.length)],
      [0, page.letters.length],
    ];
    for (const [start, end] of parts) {
      const steps = (end - start) * quote.length;
      if (steps > MOST_STEPS || steps > budget.steps) continue;
      budget.steps -= steps;
      const found = mostSimilar(page.letters.slice(start, end), quote);
      if (found.cost <= quote.length / 4) return { how: "changed", start: start + found.start, end: start + found.end };
    }
    return null;
  }

  /* The part of `text` with the smallest edit distance from `words` (P. H. Sellers, "The theory and computation of
     evolutionary distances", 1980): row by row, with the place where each alignment began. */
  function mostSimilar(text, words) {
    const size = words.length;
    let costs = Uint32Array.from({ length: size + 1 }, (_, index) => index);
    let starts = new Uint32Array(size + 1);
    let best = { cost: size, start: 0, end: 0 };
    for (let at = 0; at < text.length; at += 1) {
      const nextCosts = new Uint32Array(size + 1);
      const nextStarts = new Uint32Array(size + 1);
      nextStarts[0] = at + 1;
      for (let index = 1; index <= size; index += 1) {
        const same = costs[index - 1] + Number(text[at] !== words[index - 1]);
        const more = costs[index] + 1;
        const less = nextCosts[index - 1] + 1;
        nextCosts[index] = Math.min(same, more, less);
        nextStarts[index] = same <= more && same <= less ? starts[index - 1] : more <= less ? starts[index] : nextStarts[index - 1];
      }
      [costs, starts] = [nextCosts, nextStarts];
      if (costs[size] < best.cost) best = { cost: costs[size], start: starts[size], end: at + 1 };
    }
    return best;
  }

  // The edit distance of two whole texts: that of one from the other as it stands between two signs that no text has.
  function distance(one, other) {
    let costs = Array.from({ length: one.length + 1 }, (_, index) => index);
    for (let row = 1; row <= other.length; row += 1) {
      const next = [row];
      for (let index = 1; index <= one.length; index += 1) {
        const same = costs[index - 1] + Number(one[index - 1] !== other[row - 1]);
        next.push(Math.min(same, costs[index] + 1, next[index - 1] + 1));
      }
      costs = next;
    }
    return costs[one.length];
  }

  Object.assign(notes, { readPage, describe, describeSection, sectionAt, callsIn, searchable, bareLetters, find, finder, guideFinder });
})(window.guideNotes);
