/* The draft as elements of a page, to read and to print. The words of a delegate get in as text alone. */
const paperPreview = (function () {
  "use strict";

  const TAGS = { Title: "h3", Heading1: "h4", Quote: "blockquote" };
  const MARKS = { b: "strong", i: "em", u: "sup", d: "sub", c: "span" };

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  function inline({ text, marks = "", lang = "", link = "" }) {
    let made = document.createTextNode(text);
    for (const mark of marks) made = make(MARKS[mark], mark === "c" ? "smallcaps" : "", made);
    if (link) Object.assign((made = make("a", "", made)), { href: link, dir: text === link ? "ltr" : "" });
    if (lang) (made = make("span", "", made)).lang = lang;
    return made;
  }

  function link(words, from, to) {
    const anchor = make("a", "", words);
    anchor.id = from;
    anchor.href = "#" + to;
    return anchor;
  }

  function call(number) {
    return make("sup", "", link(String(number), `guide-paper-call-${number}`, `guide-paper-note-${number}`));
  }

  function block({ style, pieces, note }) {
    const element = make(TAGS[style] || "p", `guide-paper-${style.toLowerCase()}`, ...pieces.map(inline));
    if (note) element.append(call(note));
    element.dir = "auto";
    return element;
  }

  function footnote(pieces, place) {
    const number = place + 1;
    const back = link(String(number), `guide-paper-note-${number}`, `guide-paper-call-${number}`);
    const item = make("p", "guide-paper-note", back, " ", ...pieces.map(inline));
    item.dir = "auto";
    return item;
  }

  // Returns the elements, the footnotes last.
  return function (draft) {
    return [...draft.blocks.map(block), ...draft.notes.map(footnote)];
  };
})();
