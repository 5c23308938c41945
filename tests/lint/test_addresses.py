"""Tests of lint.addresses: addresses in every file of the guide, each told once at its place."""

from pathlib import Path

import pytest

from studyguide.authoring.format.formatter import fix_guide
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults
from tests.test_manual import guide_with

LOCAL = "Link to the file, as in [words](chapter.md#place), or write its address on the Web."
REDIRECTED = "https://www.google.com/url?q=https://www.un.org/en/&sa=D"
PLACES = {
    "docs/background.md": "# Background\n\nA [site]({}) and a note.[^a]\n\n[^a]: See <{}>.\n",
    "glossary.yaml": "- id: river\n  term: River\n  definition: See [it]({}).\n  note: See <{}>.\n",
    "timeline.yaml": '- id: a\n  date: "2007"\n  title: Canal\n  description: See [it]({}).\n  note: See <{}>.\n',
    "bibliography.bib": "@online{{a,\n  title = {{T}},\n  url = {{{}}},\n  note = {{{}}},\n"
    "  urldate = {{2020-01-01}},\n}}\n",
}


def told_in(guide: Path) -> list[str]:
    config = load_config_or_faults(guide)
    assert not isinstance(config, list)
    return [f"{problem.where.path} {problem.rule}" for problem in find_problems(config)]


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize(
    ("address", "rule"),
    [
        (REDIRECTED, "tracking-address"),
        ("https://www.un.org/?utm_source=x", "tracking-address"),
        ("https://t.co/abc", "tracking-address"),
        ("http://www.un,org/x", "dead-address"),
    ],
)
def test_each_place_is_told(path: str, address: str, rule: str, tmp_path: Path) -> None:
    guide = guide_with(tmp_path, "", path, PLACES[path].format(address, address))
    assert told_in(guide) == [f"{path} {rule}"] * 2


@pytest.mark.parametrize("path", [path for path in PLACES if path != "bibliography.bib"])
def test_a_space_is_told(path: str, tmp_path: Path) -> None:
    text = PLACES[path].replace("definition: See", "definition: >-\n    See").replace("tion: See", "tion: >-\n    See")
    text = text.replace("note: See", "note: >-\n    See")
    guide = guide_with(tmp_path, "", path, text.format(*["https: //www.un.org"] * 2))
    assert told_in(guide) == [f"{path} dead-address"] * 2


def test_the_field_of_a_source_is_told_once(tmp_path: Path) -> None:
    text = PLACES["bibliography.bib"].format("https: //www.un.org", "None")
    assert told_in(guide_with(tmp_path, "", "bibliography.bib", text)) == ["bibliography.bib wrong-address"]


def test_a_remark_is_not_told(tmp_path: Path) -> None:
    text = f"# Background\n\n<!-- {REDIRECTED} -->\n\nText.\n\n`{REDIRECTED}`\n"
    assert told_in(guide_with(tmp_path, "", "docs/background.md", text)) == []


@pytest.mark.parametrize("path", PLACES)
def test_fix_writes_the_page(path: str, tmp_path: Path) -> None:
    guide = guide_with(tmp_path, "", path, PLACES[path].format(REDIRECTED, REDIRECTED))
    (fixed,) = (file for file in fix_guide(guide) if file.path == path)
    assert fixed.text == PLACES[path].format("https://www.un.org/en/", "https://www.un.org/en/")
    assert fixed.changes == ("Took www.google.com off the way to https://www.un.org/en/",) * 2


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[a](https://un.org/my file.pdf)", "3:5 broken-link Write [a](https://un.org/my%20file.pdf)."),
        ('[a](https://un.org/a b/c d.pdf "Title")', "3:5 broken-link Write [a](https://un.org/a%20b/c%20d.pdf)."),
        ("<https://un.org/my file.pdf>", "3:5 broken-link Write <https://un.org/my%20file.pdf>."),
        ("www.un.org, now", "3:5 bare-address Write [words for it](https://www.un.org), or <https://www.un.org>."),
        (
            "www.un.org/en/x.",
            "3:5 bare-address Write [words for it](https://www.un.org/en/x), or <https://www.un.org/en/x>.",
        ),
        ("google.com/url?q=https://un.org/x", "3:5 dead-address Write https://un.org/x, if it leads there."),
        ("[a](google.com/url?q=https://un.org/x)", "3:9 dead-address Write https://un.org/x, if it leads there."),
        ("https:www.un.org", "3:5 dead-address Write https://www.un.org, if it leads there."),
        ("[a](https://un.org/x/\n  y.pdf)", "3:5 broken-link Write [a](https://un.org/x/y.pdf) in one line."),
        ("<https://www.un.org /x>", "3:5 broken-link Write <https://www.un.org/x>."),
        ("[a](https://www.un org/a b.pdf)", "3:5 broken-link Write [a](https://www.un.org/a%20b.pdf)."),
        ("[a](https://www.un.org,/x)", '3:9 dead-address Write "www.un.org", or copy it again from the browser.'),
        ("<www.un.org>", "3:5 dead-address Write https:// before it."),
        ("<un.org/en/x>", "3:5 dead-address Write https:// before it."),
        ("[a](https://...)", "3:9 dead-address Copy it from the browser, or take the link out."),
        *(
            (address, f"3:{6 if address[0] == '<' else 9} dead-address {LOCAL}")
            for address in ("<http://127.0.0.1:8000/b/>", "[a](http://localhost:8000/#b)", "[a](http://192.168.1.7/)")
        ),
        (
            "<https://www-jstor-org.ezproxy.example.edu/1>",
            "3:6 tracking-address Write the page's own address, or its DOI.",
        ),
        ("[a](https://un.org/x and more", "3:5 broken-link Write [a](https://un.org/x)."),
    ],
)
def test_a_slip_is_told_once_with_a_mend(written: str, told: str, tmp_path: Path) -> None:
    config = load_config_or_faults(guide_with(tmp_path, "", "docs/background.md", f"# B\n\nSee {written}\n"))
    assert not isinstance(config, list)
    (problem,) = find_problems(config)
    assert f"{problem.where.line}:{problem.where.column} {problem.rule} {problem.fix}" == told
