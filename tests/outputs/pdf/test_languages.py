"""The PDFs in scripts other than Latin, read back: their typefaces, their direction, and their lines.

Short, correct texts in Arabic and Chinese, such as a committee's guide has; where they stand is measured in the PDF.
"""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from studyguide.data import typefaces
from studyguide.labels.catalogue import labels_for
from studyguide.outputs.fonts import fonts_for
from studyguide.outputs.pdf.compile import Pdf, QuickReference, make_handout, make_quick_reference
from studyguide.outputs.pdf.printed_labels import page_lists, printed_labels
from studyguide.outputs.pdf.typst_tables import longest_words
from studyguide.outputs.pdf.typst_writer import write_typst
from tests.outputs.pdf.test_compile import COVER, DAY, PICTURES, a_page

ARABIC = """<h1 id="t">حقوق الطفل</h1>
<p>اعتمدت الدول <strong>الاتفاقية</strong> بين 1989-1995، و<em>الوقاية</em> خير من العقاب.</p>
<h2 id="a">UNICEF</h2>
<ul><li>التشريع</li><li>التعليم</li></ul>
<div class="admonition note"><p class="admonition-title">ملاحظة</p><p>نص.</p></div>
<table><thead><tr><th>السنة</th><th>الحدث</th></tr></thead><tbody><tr><td>1989</td><td>اتفاقية</td></tr></tbody></table>
<p><code>كود</code></p>"""
CHINESE = """<h1 id="t">儿童权利</h1>
<p>本指南讨论儿童的权利，以及各国可以怎样
保护儿童。<strong>教育</strong>
与<em>预防</em>同样重要（UNICEF）。</p>
<h2 id="a">范围</h2>
<ul><li>立法</li></ul>"""
TRADITIONAL = '<h1 id="t">兒童權利</h1><p>「兒童」指十八歲以下的任何人。<strong>教育</strong>很重要。</p>'


def make(language: str, html: str, region: str = "") -> Pdf:
    title_page = replace(COVER, language=language, region=region)
    labels = labels_for("zh-Hant" if region else language)
    return make_handout([a_page("x", html)], title_page, DAY, PICTURES.__getitem__, 0, labels)


def families(pdf: Pdf) -> set[str]:
    """Return the fonts in a PDF, each of which must be a subset: six letters and a plus (ISO 32000-1, 9.6.4)."""
    found = set()
    with pikepdf.open(BytesIO(pdf.pdf)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and "/FontName" in each:
                subset, _, name = str(each.FontName).lstrip("/").partition("+")
                assert len(subset) == 6, name
                assert "/FontFile3" in each or "/FontFile2" in each
                found.add(name.split("-")[0])
    return found


def begins(pdf: Pdf, page: int) -> list[tuple[float, str]]:
    """Return each piece of text of a page with its place, in points from the left."""
    pieces: list[tuple[float, str]] = []
    PdfReader(BytesIO(pdf.pdf)).pages[page].extract_text(
        visitor_text=lambda text, cm, tm, font, size: pieces.append((cm[4] + tm[4], text))
    )
    return [(place, text.strip()) for place, text in pieces if text.strip()]


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("en-gb", "Words, Ελλάδα, שלום.", ("Libertinus Serif",)),
        ("en-gb", "北京", ("Libertinus Serif", "Noto Serif SC")),
        ("ar-", "", ("Amiri", "Libertinus Serif")),
        ("zh-", "", ({"name": "Libertinus Serif", "covers": "latin-in-cjk"}, "Noto Serif SC", "Libertinus Serif")),
        ("zh-tw", "", ({"name": "Libertinus Serif", "covers": "latin-in-cjk"}, "Noto Serif TC", "Libertinus Serif")),
    ],
)
def test_the_families_by_priority(language: str, text: str, body: tuple[object, ...]) -> None:
    assert fonts_for(language, [text]).body == body


def test_what_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "find_spec", lambda package: None)
    fonts = fonts_for("ar", ["نص"])
    assert fonts.body == fonts.strong == ("Libertinus Serif",)
    assert fonts.folders == ()


@pytest.mark.parametrize(
    ("language", "region", "html", "fonts"),
    [
        ("ar", "", ARABIC, {"Amiri"}),
        ("zh", "", CHINESE, {"LibertinusSerif", "NotoSerifSC", "NotoSansSC"}),
        ("zh", "tw", TRADITIONAL, {"LibertinusSerif", "NotoSerifTC", "NotoSansTC"}),
    ],
)
def test_it_is_tagged_and_set_in_a_book_face(language: str, region: str, html: str, fonts: set[str]) -> None:
    pdf = make(language, html, region)
    assert families(pdf) == fonts
    with pikepdf.open(BytesIO(pdf.pdf)) as document, document.open_metadata() as metadata:
        root: Any = document.Root
        assert root.MarkInfo.Marked is True
        assert str(root.Lang).lower() == "-".join(filter(None, (language, region)))
        assert metadata["pdfuaid:part"] == "1"


def test_arabic_code_is_not_in_a_face_without_its_joined_letters() -> None:
    assert families(make("ar", '<h1 id="t">نص</h1><p><code>كود make</code></p>')) == {"Amiri", "DejaVuSansMono"}
    assert families(make("ar", '<h1 id="t">نص</h1><p><code>كود</code></p>')) == {"Amiri"}


def test_arabic_runs_from_right_to_left() -> None:
    pdf = make("ar", ARABIC)
    pieces = begins(pdf, 2)
    middle = 595 / 2
    # Short lines stand right; of a table's columns the first is the right one.
    assert {text: place > middle for place, text in pieces if text in ("UNICEF", "1989")} == {
        "UNICEF": True,
        "1989": True,
    }
    contents = begins(pdf, 1)
    assert min(place for place, text in contents if text == "3") < min(
        place for place, text in contents if text == "UNICEF"
    )


def test_a_day_behind_a_latin_word_keeps_its_number() -> None:
    pdf = make("ar", '<h1 id="t">نص</h1><p>UNICEF <span dir="rtl">20 نوفمبر</span></p>')
    places = {text: place for place, text in begins(pdf, 2)}
    assert places["UNICEF"] > places["20"] > places["نوفمبر"]


def test_lines_of_chinese_join_without_a_space() -> None:
    body, _ = write_typst((CHINESE,))
    assert "可以怎样保护儿童" in body
    assert "教育]与" in body


@pytest.mark.parametrize("html", ["<p>한국\n아동</p>", "<p>In English\nand on.</p>", "<p>Αρχή\nτέλος</p>"])
def test_lines_of_words_join_with_a_space(html: str) -> None:
    body, _ = write_typst((html,))
    assert " ".join(html.removeprefix("<p>").removesuffix("</p>").split()) in " ".join(body.replace("\\", "").split())


def test_a_chinese_sentence_is_no_long_word_and_needs_no_breaks() -> None:
    sentence = (
        "各国承诺保护儿童免受一切形式的剥削，并在2014年以前通过法律，为所有儿童提供教育和医疗服务以及其他必要的帮助"
    )
    cell: dict[str, Any] = {"t": "Plain", "c": [{"t": "Str", "c": sentence}]}
    column = [{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]
    row = [["", [], []], [[["", [], []], {"t": "AlignDefault"}, 1, 1, [cell]]]]
    foot: list[Any] = [["", [], []], []]
    table = {"t": "Table", "c": [["", [], []], [None, []], [column], foot, [[["", [], []], 0, [], [row]]], foot]}
    assert longest_words(table) is None
    assert "\u200b" not in write_typst((f"<p>{sentence}</p>",))[0]


def test_the_quick_reference_is_chinese_throughout() -> None:
    reference = QuickReference((("暴力", "伤害他人的行为。"),), (("1989", "公约"),), (("", (("1.", "谁付钱？"),)),))
    title_page = replace(COVER, language="zh", region="")
    pdf = make_quick_reference(reference, title_page, DAY, labels_for("zh"))
    assert families(pdf) == {"LibertinusSerif", "NotoSerifSC", "NotoSansSC"}
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.pdf)).pages).replace("\n", "")
    assert "暴力：伤害他人的行为。" in text
    assert "谁付钱？" in text


@pytest.mark.parametrize(("language", "sign"), [("zh", "、"), ("ar", "، "), ("el", ", ")])
def test_pages_are_listed_with_the_sign_of_the_language(language: str, sign: str) -> None:
    assert printed_labels(COVER, labels_for(language))["between_pages"] == sign


@pytest.mark.parametrize(
    ("language", "one", "two", "many"),
    [
        ("en-GB", "Mentioned on p. {pages}", "Mentioned on p. {pages}", "Mentioned on p. {pages}"),
        ("ar", "ورد في ص {pages}", "ورد في الصفحتين {pages}", "ورد في الصفحات {pages}"),
        ("el", "Αναφέρεται στη σ. {pages}", "Αναφέρεται στις σσ. {pages}", "Αναφέρεται στις σσ. {pages}"),
        (
            "es",
            "Se menciona en la pág. {pages}",
            "Se menciona en las págs. {pages}",
            "Se menciona en las págs. {pages}",
        ),
        ("it", "Menzionato a p. {pages}", "Menzionato alle pp. {pages}", "Menzionato alle pp. {pages}"),
        ("pt", "Mencionado na p. {pages}", "Mencionado nas pp. {pages}", "Mencionado nas pp. {pages}"),
        ("ru", "Упоминается на с. {pages}", "Упоминается на с. {pages}", "Упоминается на с. {pages}"),
    ],
)
def test_several_pages_are_listed_in_the_plural(language: str, one: str, two: str, many: str) -> None:
    lists = [words["mentioned-in"].replace("\u00a0", " ") for words in page_lists(labels_for(language))]
    assert (lists[0], lists[1], lists[-1]) == (one, two, many)
