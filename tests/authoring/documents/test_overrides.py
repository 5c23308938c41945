"""import/overrides.yaml: what is read, and what stops the import."""

from pathlib import Path

import pytest

from studyguide.authoring.documents.overrides import (
    Kind,
    Names,
    Override,
    check_all_used,
    check_keys,
    override_for,
    read_overrides,
)
from studyguide.authoring.refused import RefusedError
from studyguide.diagnostics.diagnostic import Location

NOTHING: dict[Kind, list[Names]] = {kind: [] for kind in Kind}


def _read(root: Path, text: str) -> tuple[Override, ...]:
    (root / "import").mkdir()
    (root / "import" / "overrides.yaml").write_text(text, "utf-8")
    return read_overrides(root)


def test_a_guide_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_overrides(tmp_path) == ()


def test_a_file_of_remarks_has_none(tmp_path: Path) -> None:
    assert _read(tmp_path, "# - heading: UNICEF\n") == ()


def test_each_kind_is_read(tmp_path: Path) -> None:
    overrides = _read(
        tmp_path,
        "- heading: UNICEF\n  level: 2\n"
        "- drop: Page 3 of 12\n"
        "- chapter: Bloc positions\n  page: stakeholders\n"
        "- date: 6 and  9 August 1945\n  is: 1945-08-06/1945-08-09\n"
        "- source: About Us.\n  type: online\n  fields:\n    title: About us\n"
        "- note: ibid\n  cites: '[@un1945charter]'\n",
    )
    assert [(override.kind, override.printed, override.value) for override in overrides] == [
        ("heading", "UNICEF", "2"),
        ("drop", "Page 3 of 12", ""),
        ("chapter", "Bloc positions", "stakeholders"),
        ("date", "6 and 9 August 1945", "1945-08-06/1945-08-09"),
        ("source", "About Us.", ""),
        ("note", "ibid", "[@un1945charter]"),
    ]
    assert overrides[4].fields == {"title": "About us", "type": "online"}
    assert overrides[3].where == Location("import/overrides.yaml", 6, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("heading: UNICEF", ':1:1: Each correction begins with "- "'),
        ("- header: UNICEF\n  level: 2", ':1:3: Nothing can be done to a "header"'),
        ("- heading: UNICEF", ':1:3: A correction of a heading needs a line "level"'),
        ("- drop: Page 3\n  level: 2", ':1:3: A correction of a drop has no line "level"'),
        ("- heading: UNICEF\n  level: 7", ":2:10: A level is 1 for a chapter"),
        ("- date: May\n  is: 2007-13", ":2:7: "),
        ("- heading: [a\n", "import/overrides.yaml:"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RefusedError) as refused:
        _read(tmp_path, text)
    assert message in str(refused.value)
    assert str(refused.value).startswith("import/overrides.yaml:")


def _override(kind: Kind, printed: str) -> Override:
    return Override(Location("import/overrides.yaml", 1, 3), kind, printed)


def test_words_that_the_document_has_are_no_fault() -> None:
    check_all_used([_override(Kind.DROP, "Page 3 of 12")], NOTHING | {Kind.DROP: [("Page 3\tof 12",)] * 2})


def test_words_that_the_document_lacks_stop_the_import() -> None:
    with pytest.raises(RefusedError) as refused:
        check_all_used([_override(Kind.HEADING, "UNICFE")], NOTHING | {Kind.HEADING: [("UNICEF",), ("Europol",)]})
    assert str(refused.value) == (
        'import/overrides.yaml:1:3: The document has no heading "UNICFE". Did you mean "UNICEF"?'
    )


EVENTS = [
    ("2007 The network is made here.", "2007"),
    ("2007 The network is made known.", "2007"),
    ("2008 End.", "2008"),
]
NOTES = [("1", "UNICEF."), ("2", "ibid"), ("3", "ibid")]


@pytest.mark.parametrize(
    ("kind", "known", "printed"),
    [
        (Kind.DATE, EVENTS, "2008"),
        (Kind.DATE, EVENTS, "2007: The network is made known"),
        (Kind.NOTE, NOTES, "3"),
        (Kind.NOTE, NOTES, "UNICEF."),
    ],
)
def test_a_correction_of_one_thing_names_it(kind: Kind, known: list[Names], printed: str) -> None:
    check_all_used([_override(kind, printed)], NOTHING | {kind: known})


@pytest.mark.parametrize(
    ("kind", "known", "printed", "fault"),
    [
        (
            Kind.DATE,
            EVENTS,
            "2007",
            '2 events have "2007". Put behind the date how the one begins that you mean: '
            '"2007 The network is made here.", "2007 The network is made known.".',
        ),
        (Kind.NOTE, NOTES, "ibid", '2 notes have "ibid". Give the number of the one that you mean: "2", "3".'),
    ],
)
def test_a_correction_of_one_thing_that_names_several_is_refused(
    kind: Kind, known: list[Names], printed: str, fault: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        check_all_used([_override(kind, printed)], NOTHING | {kind: known})
    assert str(refused.value) == f"import/overrides.yaml:1:3: {fault}"


def test_the_beginning_of_a_long_text_is_enough() -> None:
    override = _override(Kind.SOURCE, "“About Us.” National Center")
    text = "“About Us.” National Center for Missing & Exploited Children"
    assert override_for([override], Kind.SOURCE, text) is override
    assert override_for([_override(Kind.SOURCE, "“About")], Kind.SOURCE, text) is None
    assert override_for([override], Kind.DROP, text) is None


def test_a_key_that_no_source_has_is_told_at_its_line(tmp_path: Path) -> None:
    overrides = _read(
        tmp_path, "- note: ibid., 12\n  cites: '[@un1945chartr, p. 12; @unhcr2021]'\n- drop: a@b.example\n"
    )
    with pytest.raises(RefusedError) as refused:
        check_keys(overrides, ["un1945charter", "unhcr2021"])
    assert str(refused.value) == (
        'import/overrides.yaml:2:10: No source has the key "un1945chartr". Did you mean "un1945charter"?'
    )
    check_keys(overrides, ["un1945chartr", "unhcr2021"])
