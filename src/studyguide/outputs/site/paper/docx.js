/* The draft as a Word file (ISO/IEC 29500-1, 17): its text and its footnotes, beside parts that are the same for each
   draft of a guide, which the build has written: see outputs/docx/draft_package.py. */
const paperDocx = (function () {
  "use strict";

  const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const MARKS = { b: "<w:b/><w:bCs/>", i: "<w:i/><w:iCs/>", c: "<w:smallCaps/>" };
  const POSITIONS = { u: "superscript", d: "subscript" };
  const BREAKS = new Map([["\n", "<w:br/>"], ["\t", "<w:tab/>"]]); // an object has words of its own, such as "constructor"
  const NOTE_STYLE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';
  const SEPARATORS = { separator: -1, continuationSeparator: 0 };

  function escape(text) {
    return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
  }

  function content(text) {
    return text
      .split(/(\n|\t)/)
      .filter(Boolean)
      .map((piece) => BREAKS.get(piece) || `<w:t xml:space="preserve">${escape(piece)}</w:t>`)
      .join("");
  }

  // The order of the properties is the schema's: A.1, CT_RPr.
  function run(text, { marks = "", lang = "", link = "" }, isRight) {
    const position = [...marks].map((mark) => POSITIONS[mark]).find(Boolean);
    const properties = [
      link ? '<w:rStyle w:val="Hyperlink"/>' : "",
      ...["b", "i", "c"].filter((mark) => marks.includes(mark)).map((mark) => MARKS[mark]),
      position ? `<w:vertAlign w:val="${position}"/>` : "",
      isRight ? "<w:rtl/>" : "",
      lang ? `<w:lang w:val="${escape(lang)}" w:bidi="${escape(lang)}" w:eastAsia="${escape(lang)}"/>` : "",
    ].join("");
    return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content(text)}</w:r>`;
  }

  // `links` are the addresses that the part leads to so far: each gets a relation.
  function runs(pieces, isRight, links) {
    return pieces
      .map(function (piece) {
        const isAddress = piece.text === piece.link; // which runs from left to right to its last sign
        const stretches = isAddress ? [[piece.text, false]] : paperDirection.stretches(piece.text, isRight);
        const inner = stretches.map(([text, right]) => run(text, piece, right)).join("");
        if (!piece.link) return inner;
        if (!links.includes(piece.link)) links.push(piece.link);
        return `<w:hyperlink r:id="${relationOf(piece.link, links)}">${inner}</w:hyperlink>`;
      })
      .join("");
  }

  function relationOf(link, links) {
    return `link${links.indexOf(link) + 1}`;
  }

  // The relations of a part, with those of its links, as URIs.
  function related(relations, links) {
    const added = links.map(function (link) {
      const target = escape(link.replace(/[^!-~]+/g, encodeURIComponent));
      return `<Relationship Id="${relationOf(link, links)}" Type="${RELATIONS}/hyperlink" Target="${target}" TargetMode="External"/>`;
    });
    return relations.replace("</Relationships>", () => added.join("") + "</Relationships>");
  }

  function reference(number) {
    return number ? `<w:r>${NOTE_STYLE}<w:footnoteReference w:id="${number}"/></w:r>` : "";
  }

  function paragraph(style, pieces, { note = 0, before = "", fallback, links }) {
    const isRight = paperDirection.isRight(pieces.map(({ text }) => text).join(""), fallback);
    const bidi = isRight ? "<w:bidi/>" : "";
    const properties = `<w:pPr><w:pStyle w:val="${style}"/>${bidi}</w:pPr>`;
    return `<w:p>${properties}${before}${runs(pieces, isRight, links)}${reference(note)}</w:p>`;
  }

  function footnotes(notes, shared) {
    const own = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
    const space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>';
    const rules = Object.entries(SEPARATORS).map(function ([kind, id]) {
      return `<w:footnote w:type="${kind}" w:id="${id}"><w:p><w:r><w:${kind}/></w:r></w:p></w:footnote>`;
    });
    const texts = notes.map(function (pieces, place) {
      const text = paragraph("FootnoteText", pieces, { before: own + space, ...shared });
      return `<w:footnote w:id="${place + 1}">${text}</w:footnote>`;
    });
    return `${START}<w:footnotes xmlns:w="${MAIN}" xmlns:r="${RELATIONS}">${[...rules, ...texts].join("")}</w:footnotes>`;
  }

  // Returns the file as bytes.
  return function (draft) {
    const { parts, section } = PAPER.package;
    const fallback = draft.isRight;
    const links = { document: [], footnotes: [] };
    const blocks = draft.blocks.map(({ style, pieces, note }) => paragraph(style, pieces, { note, fallback, links: links.document }));
    const body = blocks.join("") + section;
    const text = `${START}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>${body}</w:body></w:document>`;
    const notes = footnotes(draft.notes, { fallback, links: links.footnotes });
    const made = { ...parts, "word/document.xml": text, "word/footnotes.xml": notes };
    for (const [name, its] of Object.entries(links)) made[`word/_rels/${name}.xml.rels`] = related(parts[`word/_rels/${name}.xml.rels`], its);
    return paperZip(Object.entries(made));
  };
})();
