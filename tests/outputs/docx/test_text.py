"""What is done in the text of a Word file: runs, languages, bookmarks and tables."""

from lxml import etree

from studyguide.outputs.docx.text import finish_tables, join_runs, place_bookmarks, set_languages, style_items
from studyguide.outputs.docx.wordml import NAMESPACES, Tree, each, name_of, parse, text_of, value

BOLD = "<w:rPr><w:b/></w:rPr>"


def body(xml: str) -> Tree:
    return parse(f"<w:body>{xml}</w:body>")[0]


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def texts(root: Tree) -> list[str]:
    return [text_of(each_run) for each_run in each(root, "w:r")]


def test_words_of_the_same_look_are_one_run() -> None:
    root = body(paragraph(run("One"), run(" "), run("two"), run("three", BOLD), run(" "), run("four")))
    join_runs(root)
    assert texts(root) == ["One two", "three", " four"]


def test_the_space_at_the_end_of_a_run_is_kept() -> None:
    root = body(paragraph(run("One"), run(" "), run("two", BOLD)))
    join_runs(root)
    (text, _) = each(root, "w:t")
    assert text.text == "One "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_runs_on_both_sides_of_a_note_stay_apart() -> None:
    root = body(paragraph(run("One"), "<w:r><w:footnoteReference w:id='2'/></w:r>", run("two")))
    join_runs(root)
    assert texts(root) == ["One", "", "two"]


def told(root: Tree) -> dict[str, str]:
    (language,) = each(root, "w:lang")
    return {etree.QName(name).localname: str(tag) for name, tag in language.attrib.items()}


def test_each_language_is_that_of_its_letters() -> None:
    for tag, attribute in (
        ("fr", "val"),
        ("el", "val"),
        ("ar", "bidi"),
        ("he", "bidi"),
        ("zh", "eastAsia"),
        ("ja", "eastAsia"),
    ):
        root = body(paragraph(run("x", f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>')))
        set_languages(root, "ltr")
        assert told(root) == {attribute: tag}


def directions(root: Tree) -> list[bool]:
    return [each_run.find("w:rPr/w:rtl", NAMESPACES) is not None for each_run in each(root, "w:r")]


def test_arabic_letters_run_from_the_right_in_an_english_guide() -> None:
    root = body(paragraph(run("salaam"), run("سلام"), run("1989")))
    set_languages(root, "ltr")
    assert directions(root) == [False, True, False]


def test_latin_letters_run_from_the_left_in_an_arabic_guide() -> None:
    right = "<w:rPr><w:rtl/></w:rPr>"
    root = body(paragraph(run("UNICEF", right), run("سلام", right), run(".", right)))
    set_languages(root, "rtl")
    assert directions(root) == [False, True, True]


def test_a_run_is_divided_where_the_direction_changes() -> None:
    root = body(paragraph(run("قالت UNICEF (New York) إن", "<w:rPr><w:rtl/></w:rPr>")))
    set_languages(root, "rtl")
    assert list(zip(texts(root), directions(root), strict=True)) == [
        ("قالت ", True),
        ("UNICEF (New York)", False),
        (" إن", True),
    ]


def test_brackets_around_other_letters_run_as_the_text_does() -> None:
    root = body(paragraph(run("قالت (UNICEF) إن", "<w:rPr><w:rtl/></w:rPr>")))
    set_languages(root, "rtl")
    assert texts(root) == ["قالت (", "UNICEF", ") إن"]


def test_digits_run_as_the_letters_before_them() -> None:
    root = body(paragraph(run("قرار A/RES/44/25 في 1989", "<w:rPr><w:rtl/></w:rPr>")))
    set_languages(root, "rtl")
    assert texts(root) == ["قرار ", "A/RES/44/25", " في 1989"]


def test_a_range_that_the_page_isolates_stays_so() -> None:
    root = body(paragraph(run("12-15")))
    set_languages(root, "rtl")
    assert directions(root) == [False]


def test_a_bookmark_of_a_section_ends_with_its_heading() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
    root = body(f"{start}{paragraph(run('Heading'))}{paragraph(run('Text'))}{end}")
    place_bookmarks(root)
    assert [etree.QName(child).localname for child in root] == ["p", "p"]
    assert [etree.QName(child).localname for child in root[0]] == ["pPr", "bookmarkStart", "r", "bookmarkEnd"]


def test_a_bookmark_of_a_table_stands_in_its_first_cell() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Cell'))}</w:tc></w:tr></w:tbl>"
    root = body(f"{start}{table}{end}")
    place_bookmarks(root)
    assert [etree.QName(child).localname for child in root] == ["tbl"]
    assert root.find("w:tbl/w:tr/w:tc/w:p/w:bookmarkStart", NAMESPACES) is not None


def test_a_bookmark_in_a_text_becomes_a_point() -> None:
    root = body(
        paragraph('<w:bookmarkStart w:id="1" w:name="a"/>', run("Text"), '<w:bookmarkEnd w:id="1"/>', run("more"))
    )
    place_bookmarks(root)
    assert [etree.QName(child).localname for child in root[0]] == ["pPr", "bookmarkStart", "bookmarkEnd", "r", "r"]


def test_an_item_with_paragraphs_has_the_style_of_items() -> None:
    numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    root = body(paragraph(run("Item"), properties=numbering) + paragraph(run("Text")))
    style_items(root)
    assert [value(each_one, "w:pPr/w:pStyle") for each_one in root] == ["ListParagraph", ""]
    assert [etree.QName(child).localname for child in root[0][0]] == ["pStyle", "numPr"]


TABLE = (
    "<w:tbl><w:tblPr><w:tblStyle w:val='Table'/><w:tblLook w:val='0020'/></w:tblPr>"
    f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{paragraph(run('Year'))}</w:tc></w:tr>"
    f"<w:tr><w:tc>{paragraph(run('1989'))}</w:tc></w:tr></w:tbl>"
)


def test_rows_stay_whole_and_the_head_has_a_style() -> None:
    root = body(TABLE)
    finish_tables(root, is_mirrored=False)
    assert [etree.QName(child).localname for child in each(root, "w:cantSplit")] == ["cantSplit", "cantSplit"]
    assert [value(each_one, "w:pPr/w:pStyle") for each_one in each(root, "w:p")] == ["TableHead", ""]
    assert root.find(".//w:bidiVisual", NAMESPACES) is None


def test_the_columns_of_a_mirrored_table_begin_on_the_right() -> None:
    root = body(TABLE)
    finish_tables(root, is_mirrored=True)
    (properties,) = each(root, "w:tblPr")
    assert [child.tag for child in properties] == [
        name_of(each_one) for each_one in ("w:tblStyle", "w:bidiVisual", "w:tblLook")
    ]
