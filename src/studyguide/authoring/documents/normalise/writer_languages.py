"""Keep the languages of words in an .odt: part 3, 20.202 (`fo:language`)."""

from __future__ import annotations

from lxml import etree

from studyguide.authoring.documents.files.writer_file import FO, LINK, PARAGRAPHS, SPAN, XLINK, WriterFile, text_of
from studyguide.authoring.documents.normalise.foreign_words import foreign_language, language_address, usual_tag
from studyguide.authoring.documents.wording.document_language import language_of


def keep_languages(file: WriterFile) -> None:
    """Put a link that names the language around words that are not in the document's own."""
    main = language_of(text_of(paragraph) for paragraph in file.body.iter(*PARAGRAPHS))
    usual = usual_tag((_tag(file, each), text_of(each)) for each in file.body.iter(*PARAGRAPHS))
    for span in list(file.body.iter(SPAN)):
        tag = _tag(file, span)
        language = foreign_language(text_of(span), tag, main) if tag != usual else ""
        if language and next(span.iterancestors(LINK), None) is None:
            link = etree.Element(LINK)
            link.set(f"{XLINK}href", language_address(language))
            link.tail, span.tail = span.tail, None
            span.addprevious(link)
            link.append(span)


def _tag(file: WriterFile, element: etree._Element) -> str:
    return file.styles.value(element, f"{FO}language")
