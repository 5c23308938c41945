/* The draft as Markdown: CommonMark (https://spec.commonmark.org/) with footnotes, as pandoc, MkDocs and GitHub read them. */
const paperMarkdown = (function () {
  "use strict";

  const SIGNS = /[\\\x60*_{}[\]<>&~^|$@]/g;
  const AT_START = /^(\s*)(?:([#+=:-])|(\d+)([.)]))/; // what begins a heading, a list, a line or a definition
  const PREFIXES = { Title: "# ", Heading1: "## ", Quote: "> ", Bibliography: "- " };
  const WRAPPED = { b: ["**", "strong"], i: ["*", "em"] };
  const TAGS = { u: "sup", d: "sub" };
  const WORD = /[\p{L}\p{N}]/u;

  function escape(text) {
    return text.replace(SIGNS, "\\$&");
  }

  function escapeStart(line) {
    return line.replace(AT_START, (_, space, sign, number, stop) => (sign ? `\\${sign}` : `${number}\\${stop}`));
  }

  // An asterisk next to a letter on one side and to a sign on the other would not be one of emphasis: CommonMark, 6.2.
  function wrapped(text, [sign, tag], before, after) {
    const [, start, inner, end] = /^(\s*)(.*?)(\s*)$/s.exec(text);
    if (!inner) return text;
    const isInWord = (!start && WORD.test(before)) || (!end && WORD.test(after));
    const [open, close] = isInWord ? [`<${tag}>`, `</${tag}>`] : [sign, sign];
    return `${start}${open}${inner}${close}${end}`;
  }

  function inline(pieces) {
    return pieces
      .map(function ({ text, marks = "", link = "" }, place) {
        const before = pieces[place - 1]?.text.slice(-1) || "";
        const after = pieces[place + 1]?.text[0] || "";
        let written = escape(text);
        for (const mark of marks) {
          if (TAGS[mark]) written = `<${TAGS[mark]}>${written}</${TAGS[mark]}>`;
          else if (WRAPPED[mark]) written = wrapped(written, WRAPPED[mark], before, after);
        }
        if (!link || /[\s<>\\]/.test(link)) return written;
        return text === link ? `<${link}>` : `[${written}](<${link}>)`;
      })
      .join("");
  }

  function lines(pieces) {
    const written = inline(pieces).split("\n").map((line) => line.trim());
    return written.filter(Boolean).map(escapeStart);
  }

  function block({ style, pieces, note }) {
    const prefix = PREFIXES[style] || "";
    const inner = lines(pieces);
    const isHeading = prefix.startsWith("#");
    const text = isHeading ? inner.join(" ") : inner.join("\\\n" + (prefix === "> " ? "> " : "  ".slice(0, prefix.length)));
    return `${prefix}${text}${note ? `[^${note}]` : ""}`;
  }

  // Returns the text of the file.
  return function (draft) {
    const blocks = draft.blocks.map(block);
    const notes = draft.notes.map((pieces, place) => `[^${place + 1}]: ${lines(pieces).join(" ")}`);
    return [...blocks, ...notes].join("\n\n") + "\n";
  };
})();
