/* Notes: shows on a page which passages have notes. Where a browser has the CSS Custom Highlight API
   (https://www.w3.org/TR/css-highlight-api-1/) nothing in the page changes; elsewhere each piece of text is put in a <mark>, so
   that links, calls of notes and tooltips stay what they are. */
(function (notes) {
  "use strict";

  const NAME = "guide-note";
  const BETWEEN_LINES = 4; // pixels around the letters of a line, at which a finger may press

  // The pieces of text nodes that make up the page's text from `start` to `end`: [{node, from, to}, …].
  function piecesOf(page, start, end) {
    const pieces = [];
    for (let at = start; at < end; at += 1) {
      const [node, offset, last] = [page.nodes[at], page.offsets[at], pieces.at(-1)];
      if (node && last?.node === node) last.to = offset + 1;
      else if (node) pieces.push({ node, from: offset, to: offset + 1 });
    }
    return pieces;
  }

  function rangeOf(page, start, end) {
    const pieces = piecesOf(page, start, end);
    if (!pieces.length) return null;
    const range = new Range();
    range.setStart(pieces[0].node, pieces[0].from);
    range.setEnd(pieces.at(-1).node, pieces.at(-1).to);
    return range;
  }

  // The place in the page's text where a range begins and ends, of which the text between is within the range.
  function placeOf(page, range) {
    const isBefore = (at, extra) => page.nodes[at] === null || range.comparePoint(page.nodes[at], page.offsets[at] + extra) < 0;
    const start = firstOf(page, (at) => !isBefore(at, 0));
    const end = firstOf(page, (at) => page.nodes[at] !== null && range.comparePoint(page.nodes[at], page.offsets[at] + 1) > 0);
    return [start, Math.max(start, end)];
  }

  // The first place for which `holds`, which is false up to there and true from there on, but for breaks between blocks.
  function firstOf(page, holds) {
    let [low, high] = [0, page.text.length];
    while (low < high) {
      let middle = (low + high) >> 1;
      const asked = middle;
      while (middle < high && page.nodes[middle] === null) middle += 1;
      if (middle === high) high = asked;
      else if (holds(middle)) high = asked;
      else low = middle + 1;
    }
    return low;
  }

  // The places that a point of the window lies on, the shortest first.
  function placesAt(page, places, x, y) {
    const isOn = ({ left, right, top, bottom }) => x >= left && x <= right && y >= top - BETWEEN_LINES && y <= bottom + BETWEEN_LINES;
    const isAt = ({ start, end }) => [...(rangeOf(page, start, end)?.getClientRects() ?? [])].some(isOn);
    return places.filter(isAt).sort((one, other) => one.end - one.start - (other.end - other.start));
  }

  function show(page, places) {
    if (CSS.highlights) {
      const ranges = places.map(({ start, end }) => rangeOf(page, start, end)).filter(Boolean);
      return void CSS.highlights.set(NAME, new Highlight(...ranges));
    }
    for (const [node, spans] of spansOf(page, places)) wrap(node, spans);
  }

  // For each text node the spans that are marked, without overlaps, last first.
  function spansOf(page, places) {
    const spans = new Map();
    for (const { start, end } of places) {
      for (const { node, from, to } of piecesOf(page, start, end)) {
        spans.set(node, [...(spans.get(node) || []), [from, to]]);
      }
    }
    return [...spans].map(([node, all]) => [node, united(all).reverse()]);
  }

  function united(spans) {
    const joined = [];
    for (const [from, to] of spans.sort((one, other) => one[0] - other[0])) {
      const last = joined.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    return joined;
  }

  function wrap(node, spans) {
    for (const [from, to] of spans) {
      const part = from ? node.splitText(from) : node;
      if (to - from < part.data.length) part.splitText(to - from);
      const mark = document.createElement("mark");
      mark.className = "guide-noted";
      part.replaceWith(mark);
      mark.append(part);
    }
  }

  // Takes the marks away; the text is then in the nodes in which it was.
  function hide(article) {
    CSS.highlights?.delete(NAME);
    for (const mark of article.querySelectorAll("mark.guide-noted")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  Object.assign(notes, { placesAt, placeOf, show, hide });
})(window.guideNotes);
