"""A document becomes a guide, end to end, on the samples."""

import json
import re
from pathlib import Path

import pytest
import yaml

from studyguide import cli
from studyguide.authoring.documents.import_document import import_again, import_document
from studyguide.authoring.new_guide import GIT_INTRODUCTION
from studyguide.authoring.refused import RefusedError
from studyguide.citeproc.pandoc import PandocError
from studyguide.cli.making import print_steps
from tests.authoring.documents import building as word
from tests.paths import ROOT

SAMPLES = Path(__file__).parent / "samples"
ANSWERS = {
    "topic": "Preventing the online sexual exploitation and abuse of children",
    "committee": "United Nations Office on Drugs and Crime (UNODC)",
    "conference": "PSMUN",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine as a wheel, so that it is built once."""
    from studyguide.authoring.engine_wheel import fetch_wheel

    return fetch_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory, engine: Path) -> Path:
    folder = tmp_path_factory.mktemp("guides") / "guide"
    import_document(SAMPLES / "styled.docx", folder, ANSWERS, engine)
    return folder


def _page(guide: Path, name: str) -> str:
    return (guide / "docs" / name).read_text(encoding="utf-8")


def test_chapters_stand_on_the_pages_of_the_blank_guide(guide: Path) -> None:
    page = _page(guide, "background.md")
    assert (
        "\n## Types of online sexual exploitation and abuse {#types-of-online-sexual-exploitation-and-abuse}\n" in page
    )
    assert "\n### Online grooming {#online-grooming}\n" in page
    assert "todo" not in page


def test_the_letter_stands_under_welcome(guide: Path) -> None:
    _, _, after = _page(guide, "index.md").partition("{#welcome}\n")
    assert after.startswith("\nDear delegates of the UNODC,\n")


def _yaml(guide: Path, name: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = yaml.safe_load((guide / name).read_text(encoding="utf-8"))
    return entries


def test_terms_are_data(guide: Path) -> None:
    terms = {entry["term"]: entry for entry in _yaml(guide, "glossary.yaml")}
    assert len(terms) == 14
    assert terms["Sexual Activity"]["definition"].startswith("Physical contact of sexual nature.[@")
    assert "{#terms}" in _page(guide, "key-terms.md")
    assert "{#abbreviations}" not in _page(guide, "key-terms.md")
    assert "Physical contact" not in _page(guide, "key-terms.md")


def test_events_are_data(guide: Path) -> None:
    events = _yaml(guide, "timeline.yaml")
    assert [event["date"] for event in events] == [
        *("199X", "2006", "2007", "2007", "2008", "2009", "2012", "2013", "2015", "2016", "2017", "2017", "2018")
    ]
    assert {"date": "2007", "title": "The INHOPE network is established"}.items() <= events[3].items()


def test_notes_cite_the_sources_of_the_bibliography(guide: Path) -> None:
    page = _page(guide, "introduction.md")
    assert "every half a second[@unicef2021protecting]. Growing up" in page
    sources = (guide / "bibliography.bib").read_text(encoding="utf-8")
    assert sources.count("@online{unicef2021protecting,") == 1
    assert '% As printed: "Protecting Children Online." UNICEF, 8 Feb. 2021, ' in sources


def test_fields_of_zotero_are_cited_with_their_places(tmp_path: Path, engine: Path) -> None:
    import_document(SAMPLES / "zotero.docx", tmp_path / "guide", ANSWERS, engine)
    terms = {entry["term"]: entry["definition"] for entry in _yaml(tmp_path / "guide", "glossary.yaml")}
    assert terms["Sexual Abuse"].endswith("of severity.[@hr-nd-glossary, p. 4]")


def test_a_note_has_a_place_wherever_it_is_called(tmp_path: Path, engine: Path) -> None:
    called = {
        "index.md": word.paragraph("Clean Water", word.footnote_reference(1), style="Title"),
        "introduction.md": word.paragraph("Introduction", word.footnote_reference(2), style="Heading1"),
        "two-rivers.md": word.paragraph("Two rivers", word.footnote_reference(3), style="Heading1"),
        "timeline.md": word.paragraph("Timeline", word.footnote_reference(4), style="Heading1"),
        "bibliography.md": word.heading("References")
        + word.paragraph("Doe, Ann. *Rivers*. Example, 1999.", word.footnote_reference(5)),
    }
    document = tmp_path / "notes.docx"
    document.write_bytes(word.docx(*called.values(), footnotes=[f"Of {page}." for page in called]))
    import_document(document, tmp_path / "guide", ANSWERS | {"topic": "Clean Water"}, engine)
    assert all(f": Of {page}." in _page(tmp_path / "guide", page) for page in called)


def test_a_picture_without_text_is_all_that_keeps_a_guide_from_being_built(tmp_path: Path, engine: Path) -> None:
    import_document(SAMPLES / "google.docx", tmp_path / "guide", ANSWERS, engine)
    assert "![](assets/image1.png)" in _page(tmp_path / "guide", "introduction.md")


def test_the_original_is_kept_beside_the_report(guide: Path) -> None:
    assert (guide / "import" / "styled.docx").read_bytes() == (SAMPLES / "styled.docx").read_bytes()
    report = (guide / "import" / "report.md").read_text(encoding="utf-8")
    assert "**Nothing here was checked for truth.**" in report
    assert "178 paragraphs, 14 table rows, 44 notes, 1 picture: each of them was read." in " ".join(report.split())


def test_a_chair_corrects_and_imports_again(guide: Path, engine: Path) -> None:
    overrides = guide / "import" / "overrides.yaml"
    before, untouched = _page(guide, "stakeholders.md"), _page(guide, "background.md")
    overrides.write_text("- heading: UNICEF\n  level: 0\n", encoding="utf-8")
    import_again(guide, engine)
    assert _page(guide, "stakeholders.md") == before.replace("## UNICEF {#unicef}", "UNICEF")
    assert _page(guide, "background.md") == untouched
    assert overrides.read_text(encoding="utf-8") == "- heading: UNICEF\n  level: 0\n"


def test_a_guide_that_is_made_anew_where_one_stands_tells_its_corrections(
    guide: Path, engine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    overrides = guide / "import" / "overrides.yaml"
    overrides.write_text("- heading: UNICEF\n  level: 0\n", encoding="utf-8")
    monkeypatch.chdir(guide)
    assert cli.main(["import", "--engine", str(engine)]) == 0
    *_, last = capsys.readouterr().out.partition("The guide is in ")
    assert last.splitlines()[0].endswith(" sources. 1 correction of import/overrides.yaml was used.")
    assert "  1. Read import/report.md" in last
    assert "cd " not in last


def test_a_stale_override_stops_the_import(guide: Path, engine: Path) -> None:
    overrides, before = guide / "import" / "overrides.yaml", _page(guide, "stakeholders.md")
    overrides.write_text("- heading: UNICFE\n  level: 0\n", encoding="utf-8")
    with pytest.raises(RefusedError, match=r'^import/overrides.yaml:1:3: The document has no heading "UNICFE"'):
        import_again(guide, engine)
    assert _page(guide, "stakeholders.md") == before


def test_an_override_that_cites_an_unknown_source_stops_the_import(guide: Path, engine: Path) -> None:
    overrides, before = guide / "import" / "overrides.yaml", _page(guide, "stakeholders.md")
    overrides.write_text('- note: "1"\n  cites: "[@nobody1900nothing]"\n', encoding="utf-8")
    with pytest.raises(RefusedError, match=r'^import/overrides.yaml:2:10: No source has the key "nobody1900nothing"'):
        import_again(guide, engine)
    assert _page(guide, "stakeholders.md") == before


def test_work_of_a_chair_is_never_written_over(guide: Path, engine: Path) -> None:
    page = guide / "docs" / "solutions.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(before + "\nMore.\n", encoding="utf-8")
    with pytest.raises(RefusedError, match=r"which would lose your changes: docs/solutions\.md\."):
        import_again(guide, engine)
    page.unlink()
    (guide / "import" / "overrides.yaml").write_text("", encoding="utf-8")
    import_again(guide, engine)
    assert page.read_text(encoding="utf-8") == before


def test_another_document_is_not_laid_over_a_guide(guide: Path, engine: Path) -> None:
    with pytest.raises(RefusedError, match=r"was made from another document, import/styled\.docx"):
        import_document(SAMPLES / "google.docx", guide, ANSWERS, engine)


def test_the_record_names_what_was_written(guide: Path) -> None:
    record = json.loads((guide / "import" / "record.json").read_text(encoding="utf-8"))
    assert record["answers"]["conference"] == "PSMUN"
    assert {"docs/background.md", "docs/assets/image1.png", "glossary.yaml", "mkdocs.yml"} <= set(record["files"])


def test_what_the_document_says_of_itself_answers_what_nobody_did(guide: Path) -> None:
    settings = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    assert "    officer: Eleni Example, Deputy President\n" in settings
    assert "    conference: PSMUN\n" in settings


def test_no_source_and_no_box_is_left_of_the_blank_guide_s_examples(guide: Path) -> None:
    assert "un1945charter" not in (guide / "bibliography.bib").read_text(encoding="utf-8")
    assert "!!! todo" not in _page(guide, "corrections.md") + _page(guide, "bibliography.md")


def test_the_report_names_what_the_blank_guide_added(guide: Path) -> None:
    report = (guide / "import" / "report.md").read_text(encoding="utf-8")
    _, _, added = report.partition("## What the blank guide added: write it or delete it\n")
    assert "The section `Content note`" in added
    assert "`Welcome`" not in added


def test_answers_that_nobody_gave_are_told_with_their_origin(tmp_path: Path, engine: Path) -> None:
    imported = import_document(SAMPLES / "styled.docx", tmp_path / "guide", {"topic": "Children online"}, engine)
    assert imported.unasked == (
        "topic: Children online (from your answers)",
        "committee: United Nations Office on Drugs and Crime (UNODC) (from the document)",
        "conference: PSMUN (from the document)",
        "officer: Eleni Example, Deputy President (from the document)",
    )


def test_what_pandoc_cannot_read_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PandocError("couldn't\nparse")

    monkeypatch.setattr("studyguide.authoring.documents.reading.pandoc_reader.run_pandoc", fail)
    with pytest.raises(RefusedError, match=r"styled\.docx: The text of the file .*\(pandoc says: couldn't parse\)$"):
        import_document(SAMPLES / "styled.docx", tmp_path / "guide", ANSWERS)
    assert not (tmp_path / "guide").exists()


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, engine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answers.yaml").write_text("topic: T\ncommittee: U\nconference: C\n", encoding="utf-8")
    folder = tmp_path / ("long" * 80)
    options = ["--answers", str(tmp_path / "answers.yaml"), "--engine", str(engine)]
    assert cli.main(["import", str(SAMPLES / "styled.docx"), str(folder), *options]) == 2
    assert re.fullmatch(rf"{folder}: .+\. Nothing was made\. Name another folder\.\n", capsys.readouterr().err)


def test_who_is_not_known_to_git_is_told_what_others_will_see(capsys: pytest.CaptureFixture[str]) -> None:
    print_steps(["cd guide", "make serve"], f"{GIT_INTRODUCTION}git add --all")
    told = capsys.readouterr().out
    assert (
        "\n  2. Keep the first version with your name and address, which its history shows to all:\n     git " in told
    )
    assert told.endswith("\n     git add --all\n  3. make serve\n")
