"""The contents list as a field of Word, filled with the entries that the document already has."""

from __future__ import annotations

from studyguide.outputs.docx.wordml import Tree, each, element, parse, properties_of, remove, value

_ENTRIES = ("toc1", "toc2")
_INSTRUCTION = r' TOC \o "1-2" \h \z \u '
"""Links to the headings of the first two levels (ISO/IEC 29500-1, 17.16.5.68)."""
_OPENING = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve">{_INSTRUCTION}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_CLOSING = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)


def make_field(body: Tree) -> None:
    """Make a field of the contents list, which Word keeps up to date: it then adds the numbers of the pages."""
    entries = [paragraph for paragraph in body if value(paragraph, "w:pPr/w:pStyle") in _ENTRIES]
    if not entries:
        return
    for link in (style for entry in entries for style in each(entry, "w:rStyle")):
        remove(link)  # an entry looks as its level does
    for run in reversed(parse(_OPENING)):
        properties_of(entries[0], "w:pPr").addnext(run)
    entries[-1].extend(parse(_CLOSING))
    title = body[body.index(entries[0]) - 1]
    holder = element("w:sdt", *parse(_GALLERY), element("w:sdtContent"))
    title.addprevious(holder)
    holder[-1].extend([title, *entries])
