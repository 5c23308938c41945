"""Tests of `make source`, as a chair runs it, and of what the chairs' page says of it and of `make fix`."""

import codecs
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from studyguide.cli import main
from studyguide.data.bibliography import read_sources
from studyguide.diagnostics.source_text import SourceFile
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults
from tests.paths import MANUAL, ROOT

PAGE = (MANUAL / "commands.md").read_text(encoding="utf-8")
RIS = "TY  - ELEC\nTI  - {}\nAU  - Example Organisation\nPY  - 2021\nUR  - {}\nER  - \n"
USAGE = (
    "Say which file holds the record: make source FILE=record.ris, or the symbol of a United Nations document: "
    'make source SYMBOL="A/RES/64/292"'
)
RECORD = RIS.format("Safe", "https://x.org/a")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bibliography.bib").write_text("% The sources.\n", encoding="utf-8")
    (tmp_path / "record.ris").write_text(RECORD, encoding="utf-8")
    return tmp_path


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_chairs_page_shows_what_happens_to_a_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    record, told, _ = blocks("text")
    (entry,) = blocks("bibtex")
    command = re.search(r"`\.venv/bin/studyguide source (.*)`", PAGE)
    assert command
    (tmp_path / "record.ris").write_text(record, encoding="utf-8")
    (tmp_path / "bibliography.bib").write_text("", encoding="utf-8")
    assert main(["source", *command[1].split()]) == 0
    assert capsys.readouterr().out == told
    assert (tmp_path / "bibliography.bib").read_text(encoding="utf-8") == entry


def test_the_chairs_page_shows_what_is_tidied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before, after = blocks("yaml")
    for name in ("glossary.yaml", "bibliography.bib"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "timeline.yaml").write_text(before, encoding="utf-8")
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == blocks("text")[2]
    assert (tmp_path / "timeline.yaml").read_text(encoding="utf-8") == after


def test_a_collection_comes_along_with_its_chapters_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "all.bib").write_text(
        "@incollection{one, author = {Smith J, Jones K}, title = {Lakes}, crossref = {waters}}\n"
        "@incollection{two, author = {Lee, Kim}, title = {Rivers}, crossref = {waters}}\n"
        "@collection{waters, editor = {Day, Cy}, title = {Waters}, date = 2019, publisher = {Small Press}}\n",
        encoding="utf-8",
    )
    assert main(["source", "all.bib", "--record", "all"]) == 0
    cited = re.findall(r"Cite it as \[@(\S+)\]", capsys.readouterr().out)
    assert cited == ["smith2019lakes", "lee2019rivers", "day2019waters"]
    text = (folder / "bibliography.bib").read_text(encoding="utf-8")
    assert text.count("booktitle = {Waters}") == 2
    assert text.count("title = {Waters},\n  publisher") == 3
    assert "author = {Smith, J. and Jones, K.}" in text


def test_the_makefile_passes_what_the_page_says() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY:(.*)", makefile, re.MULTILINE)
    assert phony
    for command, variables in {"fix": {"CHECK"}, "source": {"DATE", "RECORD", "SYMBOL", "FILE"}}.items():
        recipe = makefile.partition(f"\n{command}: ")[2].partition("\n\n")[0]
        assert f"$(BIN)/studyguide {command} " in recipe
        assert set(re.findall(r"\$\((?:if \$\()?([A-Z]+)\)", recipe)) >= variables
        assert command in phony[1].split()


def test_the_real_guide_with_one_more_source_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("bibliography.bib", "glossary.yaml", "timeline.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "hooks").symlink_to(ROOT / "hooks")
    title = r"{a} \input{x} 100% #1 $x$ ~^_& @online{y, } javascript:"
    (tmp_path / "record.ris").write_text(RIS.format(title, "https://x.org/%20{}\\"), encoding="utf-8")
    before = (ROOT / "bibliography.bib").read_text(encoding="utf-8")
    known = problems_of(tmp_path)
    assert main(["source", "record.ris", "--date", "2026-01-31"]) == 0
    after = (tmp_path / "bibliography.bib").read_text(encoding="utf-8")
    entry = re.search(r"@online\{exampleorganisation2021\w+,\n(?:  .*\n)+\}\n\n", after)
    assert entry
    assert after.replace(entry[0], "") == before
    assert problems_of(tmp_path) - known == Counter(["uncited-source"])


def problems_of(guide: Path) -> Counter[str]:
    config = load_config_or_faults(guide)
    assert not isinstance(config, list)
    return Counter(problem.rule for problem in find_problems(config))


def test_what_is_missing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "record.ris").write_text(f"{RECORD}", encoding="utf-8")
    assert main(["source", "record.ris"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'bibliography.bib:3:1: Added "Safe". Cite it as [@exampleorganisation2021safe].',
        "Nothing says when you read this page: add urldate = {YYYY-MM-DD}, the year, month and day when you did.",
    ]


def test_a_symbol_makes_a_document_with_an_empty_title(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", "--symbol", "un doc. a/res/64/292"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'bibliography.bib:3:1: Added "A/RES/64/292". Cite it as [@unga-nd-ares64292].',
        'The title of the source "unga-nd-ares64292" is still to be written. Write it between the braces: title = {}.',
        "Session 64 was held from 2009 to 2010: add date = {...} with the day of the document.",
    ]
    assert (
        (folder / "bibliography.bib")
        .read_text(encoding="utf-8")
        .endswith(
            "\n\n@report{unga-nd-ares64292,\n  author = {{United Nations General Assembly}},\n  title = {},\n"
            "  type = {Resolution},\n  number = {A/RES/64/292},\n  url = {https://docs.un.org/en/A/RES/64/292},\n}\n"
        )
    )


@pytest.mark.parametrize(
    ("symbol", "author", "date"),
    [
        ("S/RES/1325 (2000)", "{United Nations Security Council}", "2000"),
        ("A/HRC/RES/32/13", "{United Nations Human Rights Council}", "2016"),
        ("E/CN.6/2011/6", "{United Nations Commission on the Status of Women}", ""),  # reports are out a year before
        (
            "CEDAW/C/GC/31-CRC/C/GC/18",
            "{United Nations Committee on the Elimination of Discrimination against Women} and "
            "{United Nations Committee on the Rights of the Child}",
            "",
        ),
    ],
)
def test_a_symbol_tells_author_and_year(folder: Path, symbol: str, author: str, date: str) -> None:
    assert main(["source", "--symbol", symbol]) == 0
    (source,) = read_sources(SourceFile("x.bib", (folder / "bibliography.bib").read_text(encoding="utf-8")))[0]
    assert (source.fields["author"], source.fields.get("date", "")) == (author, date)


def test_a_document_is_not_added_twice_in_two_spellings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", "--symbol", "S/RES/1325 (2000)"]) == 0
    assert main(["source", "--symbol", "UN Doc. s/res/1325"]) == 1
    assert "is there already" in capsys.readouterr().out
    assert main(["source", "--symbol", "2000/60/EC"]) == 1
    told = '"2000/60/EC" is no symbol of a United Nations document. Copy it from its first page.'
    assert told in capsys.readouterr().out


def test_what_is_left_out_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "record.ris").write_text(RECORD.replace("ER  -", "C1  - x\nER  -"), encoding="utf-8")
    assert main(["source", "record.ris", "--date", "2026-01-31"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["Left out, because a source of ours has no place for it: C1."]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], USAGE),
        ([""], USAGE),
        (
            ["record.ris", "--date", "31.1.2026"],
            'DATE: "31.1.2026" is no date, or one still to come. Write it as 2026-01-31.',
        ),
        (
            ["record.ris", "--date", "9999-01-31"],
            'DATE: "9999-01-31" is no date, or one still to come. Write it as 2026-01-31.',
        ),
    ],
)
def test_a_slip_in_the_command_is_told(
    folder: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["source", *arguments]) == 2
    assert capsys.readouterr().out == f"{told}\n"


@pytest.mark.parametrize("path", ["none.ris", "bibliography.bib", "."])
def test_what_is_no_record_is_one_line(folder: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", path]) == 1
    told = capsys.readouterr().out
    assert told.startswith(f"{path}:1")
    assert told.count("\n") == 1


@pytest.mark.parametrize(("number", "keys"), [("2", ["beta"]), ("all", ["alpha", "beta"])])
def test_of_several_records_the_chair_chooses(
    folder: Path, number: str, keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    records = [RIS.format("Alpha", "https://x.org/a"), RIS.format("Beta", "https://x.org/b")]
    (folder / "record.ris").write_text("\n".join(records), encoding="utf-8")
    for wrong in ([], ["--record", "3"], ["--record", "x"]):
        assert main(["source", "record.ris", *wrong]) == 1
        told = "This file holds 2 records. Say which one: make source FILE=record.ris RECORD=1, or RECORD=all."
        assert capsys.readouterr().out == f"record.ris:8:1: {told}\n"
    assert main(["source", "record.ris", "--record", number]) == 0
    text = (folder / "bibliography.bib").read_text(encoding="utf-8")
    assert re.findall(r"^@online\{exampleorganisation2021(\w+),", text, re.MULTILINE) == keys


def test_of_several_records_those_that_are_there_already_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in an export of a whole library of Zotero's, of which two sources are new."""
    alpha, beta = RIS.format("Alpha", "https://x.org/a"), RIS.format("Beta", "https://x.org/b")
    (folder / "record.ris").write_text("\n".join([alpha, alpha, beta]), encoding="utf-8")
    assert main(["source", "record.ris", "--record", "all"]) == 0
    told = capsys.readouterr().out
    assert told.count("This source is there already") == 1
    assert told.count("Cite it as [@exampleorganisation2021alpha].") == 2
    before = (folder / "bibliography.bib").read_text(encoding="utf-8")
    assert before.count("@online{") == 2
    assert main(["source", "record.ris", "--record", "all"]) == 1
    assert (folder / "bibliography.bib").read_text(encoding="utf-8") == before


def test_of_several_records_all_are_added_or_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = RIS.format("Beta", "https://x.org/b").replace("TI  - ", "AB  - ")
    (folder / "record.ris").write_text(f"{RECORD}\n{wrong}", encoding="utf-8")
    assert main(["source", "record.ris", "--record", "all"]) == 1
    assert "This record has no title" in capsys.readouterr().out
    assert (folder / "bibliography.bib").read_text(encoding="utf-8") == "% The sources.\n"


def test_the_byte_order_mark_and_line_ends_survive(folder: Path) -> None:
    (folder / "bibliography.bib").write_bytes(codecs.BOM_UTF8 + b"% The sources.\r\n")
    assert main(["source", "record.ris"]) == 0
    content = (folder / "bibliography.bib").read_bytes()
    assert content.startswith(codecs.BOM_UTF8 + b"% The sources.\r\n\r\n@online{")
    assert content.count(b"\n") == content.count(b"\r\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "bibliography.bib:1: This file is missing."),
        (b"% caf\xe9", "bibliography.bib:1: This file is not saved as UTF-8 text."),
        (b"<<<<<<< HEAD\n", "bibliography.bib:1:1: A merge conflict is left here."),
        (b"@misc{a, title = {A}", "bibliography.bib:1:1: This source cannot be read."),
    ],
)
def test_a_bibliography_with_a_fault_stays_as_it_is(
    folder: Path, content: bytes | None, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bibliography = folder / "bibliography.bib"
    bibliography.unlink() if content is None else bibliography.write_bytes(content)
    assert main(["source", "record.ris"]) == 1
    assert capsys.readouterr().out.startswith(told)
    assert (bibliography.read_bytes() if bibliography.exists() else None) == content
