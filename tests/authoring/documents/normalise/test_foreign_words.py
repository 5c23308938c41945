"""Tests of words in another language: they keep it, where the words do not deny what the document says."""

import pytest

from studyguide.authoring.documents.normalise.foreign_words import foreign_language
from studyguide.authoring.documents.text.blocks import Paragraph
from tests.authoring.documents import building as word
from tests.authoring.documents import building_odt as writer
from tests.authoring.documents.pandoc_content import content_of, normalised


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        ("coup d'État", "fr-FR", "fr"),
        ("la liberté de la presse et des médias dans le monde", "fr-FR", "fr"),
        ("Право на жизнь", "ru-RU", "ru"),
        ("the committee of the United Nations", "fr-FR", ""),
        ("the committee", "en-US", ""),
        ("Ban Ki-moon", "el-GR", ""),
        ("UNICEF", "de-DE", ""),
        ("2019", "fr-FR", ""),
        ("coup d'État", "", ""),
    ],
)
def test_a_mark_counts_where_the_words_do_not_deny_it(text: str, tag: str, language: str) -> None:
    assert foreign_language(text, tag, "en") == language


DOCX = word.docx(
    word.paragraph("The army and the ", word.run("coup d'État", language="fr-FR", italic=True), " of 1851.")
)
ODT = writer.odt(writer.paragraph("The army and the ", writer.span("coup d'État", "French"), " of 1851."))


@pytest.mark.parametrize(("content", "name"), [(DOCX, "guide.docx"), (ODT, "guide.odt")])
def test_words_keep_their_language_through_pandoc(content: bytes, name: str) -> None:
    (block,) = content_of(normalised(content, name)).blocks
    assert isinstance(block, Paragraph)
    runs = [(run.text, run.language) for run in block.text]
    assert runs == [("The army and the ", ""), ("coup d'État", "fr"), (" of 1851.", "")]


def test_the_mark_of_most_words_tells_nothing() -> None:
    runs = [
        word.run(text, language="en-GB") for text in ("Étapes suivantes", "Le comité examine la liberté de la presse.")
    ]
    blocks = content_of(normalised(word.docx(*(word.paragraph(run) for run in runs)))).blocks
    assert [run.language for block in blocks if isinstance(block, Paragraph) for run in block.text] == ["", ""]
