"""Equations become lines, by hand from UnicodeMath: a slash for a fraction, brackets around several parts."""

from __future__ import annotations

import pytest
from lxml import etree

from studyguide.authoring.documents.files.equations import MATH, MATHML, in_letters, mathml_equation, word_equation
from tests.authoring.documents import building as word
from tests.authoring.documents import building_odt as writer
from tests.authoring.documents.pandoc_content import lines, listed, normalised

_RUN = "<m:r><m:t>{}</m:t></m:r>".format
_FRACTION = f"<m:f><m:num>{_RUN('a')}</m:num><m:den>{_RUN('b+c')}</m:den></m:f>"
_MATHML_FRACTION = "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>"


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (f"{_RUN('S=')}{_FRACTION}", "S=a/(b+c)"),
        (f"<m:sSup><m:e>{_RUN('x')}</m:e><m:sup>{_RUN('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:rad><m:radPr/><m:deg/><m:e>{_RUN('x+1')}</m:e></m:rad>", "√(x+1)"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{_RUN("i=1")}</m:sub><m:sup>{_RUN("n")}</m:sup>'
            f"<m:e>{_RUN('x')}</m:e></m:nary>",
            "∑_i=1^nx",
        ),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{_RUN("x")}</m:e></m:d>', "[x]"),
        (f"<m:m><m:mr><m:e>{_RUN('a')}</m:e><m:e>{_RUN('b')}</m:e></m:mr></m:m>", "a, b"),
    ],
)
def test_an_equation_of_word_is_a_line(inside: str, line: str) -> None:
    element = etree.fromstring(f'<m:oMath xmlns:m="{MATH[1:-1]}">{inside}</m:oMath>')
    assert in_letters(word_equation(element)) == line


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (
            f"<semantics><mrow><mi>S</mi><mo>=</mo>{_MATHML_FRACTION}</mrow><annotation>S</annotation></semantics>",
            "S=a/(b+c)",
        ),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_1^2"),
        ("<msqrt><mi>x</mi></msqrt>", "√x"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "^3√x"),
    ],
)
def test_an_equation_of_writer_is_a_line(inside: str, line: str) -> None:
    element = etree.fromstring(f'<math xmlns="{MATHML[1:-1]}">{inside}</math>')
    assert in_letters(mathml_equation(element)) == line


def test_an_equation_is_in_the_text_and_listed_where_it_looks_otherwise() -> None:
    display = f"<m:oMathPara><m:oMath>{_RUN('S=')}{_FRACTION}</m:oMath></m:oMathPara>"
    inline = f"<m:oMath>{_RUN('S>1')}</m:oMath>"
    document = word.docx(word.paragraph(display), word.paragraph("Here ", inline, " is much."))
    assert lines(document) == ["S=a/(b+c)", "Here S>1 is much."]
    assert listed(normalised(document), "equation") == ["S=a/(b+c)"]


def test_an_equation_of_writer_stands_in_a_part_of_its_own() -> None:
    math = f'<math xmlns="{MATHML[1:-1]}">{_MATHML_FRACTION}</math>'
    frame = (
        '<draw:frame text:anchor-type="as-char"><draw:object xlink:href="./Object 1" xlink:type="simple"/></draw:frame>'
    )
    document = writer.odt(writer.paragraph("Here ", frame, " is much."), parts={"Object 1/content.xml": math})
    assert lines(document, "guide.odt") == ["Here a/(b+c) is much."]
    assert listed(normalised(document, "guide.odt"), "equation") == ["a/(b+c)"]
