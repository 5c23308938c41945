"""Tests of lint.empty_lists, and of chapters that the navigation names in vain: one message for what is gone."""

from pathlib import Path

import pytest

from tests.test_manual import guide_with, told_of

SETTINGS = """nav:
  - index.md
  - background.md
  - key-terms.md
  - stakeholders.md
  - timeline.md
  - bibliography.md
"""
TEXTS = {
    "glossary.yaml": "- id: river\n  term: River\n  definition: A stream.\n",
    "timeline.yaml": '- id: canal\n  date: "2007"\n  title: Canal\n  actors: [un-water]\n  terms: [river]\n'
    "  see: [background.md#poverty]\n",
    "bibliography.bib": "@misc{law,\n  title = {Law},\n  url = {https://www.example.org/},\n}\n",
    "docs/background.md": "# Background\n\n## Poverty {#poverty}\n\n"
    "A [stream](term:river), a [canal](event:canal).[@law]\n\n"
    "The [canal](event:canal), the [law](source:law).[@law]\n",
}
LINKS = (
    "[a](background.md) [b](background.md#poverty) [c](key-terms.md) [d](timeline.md) [e](bibliography.md) "
    "[f](stakeholders.md#un-water)\n"
)


def guide_of(folder: Path, path: str, text: str | None) -> Path:
    """A small sound guide whose file at `path` has this text, or None for a file that is gone."""
    guide = guide_with(folder, "", "mkdocs.yml", SETTINGS)
    for name, content in TEXTS.items():
        (guide / name).write_text(content, encoding="utf-8")
    (guide / "docs" / "index.md").write_text(f"# Home\n\n{LINKS}\nA river.\n", encoding="utf-8")
    for asset in (guide / "docs" / "assets").iterdir():
        asset.unlink()
    if text is None:
        (guide / path).unlink()
    else:
        (guide / path).write_text(text, encoding="utf-8")
    return guide


def test_the_guide_is_sound(tmp_path: Path) -> None:
    assert told_of(guide_of(tmp_path, "timeline.yaml", TEXTS["timeline.yaml"])) == []


@pytest.mark.parametrize("text", ["", "\n\n", "# None yet.\n", "[]\n", "---\n", "REMARKS"])
@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("glossary.yaml", "This file holds no term, and the guide names 2, the first at docs/background.md:5:3."),
        ("timeline.yaml", "This file holds no event, and the guide names 2, the first at docs/background.md:5:27."),
        ("bibliography.bib", "This file holds no source, and the guide names 3, the first at docs/background.md:5:48."),
    ],
)
def test_an_emptied_list_is_told_once(path: str, named: str, text: str, tmp_path: Path) -> None:
    """Whether nothing is left, or each of its lines was made a remark."""
    sign = "%" if path.endswith(".bib") else "#"
    text = "".join(f"{sign} {line}\n" for line in TEXTS[path].splitlines()) if text == "REMARKS" else text
    text = text.replace("#", sign) if "None" in text else text
    if path.endswith(".bib") and text in ("[]\n", "---\n"):
        return
    told = told_of(guide_of(tmp_path, path, text))
    assert told == [f"{path}:1: {named} Put its entries back, or take out what names them. [unreadable-file]"]


@pytest.mark.parametrize("path", ["glossary.yaml", "timeline.yaml", "bibliography.bib"])
def test_a_lost_file_is_told_once(path: str, tmp_path: Path) -> None:
    told = told_of(guide_of(tmp_path, path, None))
    assert told == [f"{path}:1: This file is missing. Put it back, or make it anew. [unreadable-file]"]


def test_a_list_that_nothing_names_is_a_warning_alone(tmp_path: Path) -> None:
    """Not of each source that the list alone cited."""
    guide = guide_of(tmp_path, "timeline.yaml", "")
    (guide / "docs" / "background.md").write_text("# Background\n\n## Poverty {#poverty}\n\nText.\n", encoding="utf-8")
    (told,) = told_of(guide)
    assert told.startswith("timeline.yaml:1: This file holds no event, so that the page docs/timeline.md is empty.")


def test_nothing_is_told_of_a_list_that_the_guide_does_without(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, "timeline.yaml", "[]\n")
    (guide / "mkdocs.yml").write_text(
        (guide / "mkdocs.yml").read_text(encoding="utf-8").replace("  - timeline.md\n", ""), encoding="utf-8"
    )
    (guide / "docs" / "timeline.md").unlink()
    for path, old, new in [
        ("index.md", "[d](timeline.md) ", ""),
        ("background.md", "(event:canal)", "(index.md)"),
    ]:
        file = guide / "docs" / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert told_of(guide) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [("background", 3), ("key-terms", 4), ("stakeholders", 5), ("timeline", 6), ("bibliography", 7)],
)
def test_a_deleted_chapter_is_told_once_where_the_navigation_names_it(name: str, line: int, tmp_path: Path) -> None:
    """And not at each link, event and list that leads there."""
    words = f'No chapter in docs/ is "{name}.md". Check the spelling, put the chapter back, or take the line out.'
    told = told_of(guide_of(tmp_path, f"docs/{name}.md", None))
    assert told == [f"mkdocs.yml:{line}:5: {words} [unknown-chapter]"]


def test_a_link_to_a_chapter_that_the_navigation_does_not_name_is_told_at_each_place(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, "docs/background.md", None)
    settings = guide / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("  - background.md\n", ""), encoding="utf-8")
    assert sum(line.endswith("[unknown-file]") for line in told_of(guide)) == 3
