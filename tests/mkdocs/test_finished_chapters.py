"""Tests of `studyguide chapters`: MkDocs without our hooks and plugins makes of it what the site shows."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from studyguide.cli import main as studyguide
from tests.example_guide import lay_out_example
from tests.mkdocs.test_build import build_here, change, lay_out

OURS = ".headerlink, .guide-facts, .guide-tools, .guide-cite, .guide-handout, .guide-offline, .guide-edit"
"""What the site adds to a page for its reader on the screen."""
HARD = """
## A *word*, `code_x` # & 1 < 2: [a link](key-terms.md#term-poverty) [@lee2010reading] {#hard .wide}

    code, indented

    * behind an empty line

| One | Two |
| --- | --- |
| [Home](index.md) | `a|b` |

<details markdown="1"><summary>More</summary>

### Inside {#inside}

![A chart](assets/chart.svg)

</details>
"""
"""What an engine could read otherwise: signs in a heading, empty lines in code, a heading in a box, a picture."""
PAGES = ["", "background/", "bibliography/", "key-terms/", "stakeholders/", "timeline/", "corrections/"]


def shown(page: Path, main: str) -> tuple[str, list[str | None], list[str | None]]:
    """The words of a page's main part, where its links and pictures lead, and its ids, in their order."""
    part = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first(main)
    assert part, page
    for tool in part.css(OURS):
        tool.decompose()
    for block in part.css("h1, h2, h3, h4, h5, h6, p, div, ul, ol, li, dl, dt, dd, table, tr, td, th"):
        block.insert_before("\n")  # a reader sees the border of a block whether a space stands there or not
    led = [node.attributes.get("href") or node.attributes.get("src") for node in part.css("[href], [src]")]
    ids = [node.id for node in part.css("[id]")]
    return re.sub(r"\s+", " ", part.text()).strip(), led, ids


def built_plainly(guide: Path) -> Path:
    """Build what `studyguide chapters` wrote, in which nothing of ours is named."""
    settings = (guide / "chapters" / "mkdocs.yml").read_text(encoding="utf-8")
    assert not re.search("hooks|plugins|theme|studyguide/", settings)
    config = load_config(str(guide / "chapters" / "mkdocs.yml"), strict=True)
    mkdocs_build(config)
    return guide / "chapters" / "site"


@pytest.mark.parametrize("name", ["good", "example"])
def test_mkdocs_alone_shows_the_same_text_links_and_ids(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    guide = lay_out(tmp_path) if name == "good" else lay_out_example(tmp_path)
    if name == "example":
        change(guide / "mkdocs.yml", "  guide:\n", "  guide:\n    pdf: false\n")
    else:
        with (guide / "docs" / "background.md").open("a", encoding="utf-8") as file:
            file.write(HARD)
        change(guide / "glossary.yaml", "  term: Hotline\n", "  term: Hotline\n  former_ids: [helpline]\n")
    build_here(guide)
    monkeypatch.chdir(guide)
    assert studyguide(["chapters"]) == 0
    site = built_plainly(guide)
    for address in PAGES:
        ours, plain = guide / "site" / address / "index.html", site / address / "index.html"
        assert shown(plain, "[role=main]") == shown(ours, "article.md-content__inner"), address
    ids = {id for page in PAGES for id in shown(site / page / "index.html", "[role=main]")[2]}
    for kind in ("term-", "event-", "ref-", "fn:", "fnref:"):
        assert any(str(id).startswith(kind) for id in ids), kind
    assert ("term-helpline" in ids) == (name == "good")


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good guide, in whose folder the command runs."""
    guide = lay_out(tmp_path)
    monkeypatch.chdir(guide)
    return guide


def test_links_can_lead_to_files(guide: Path) -> None:
    change(
        guide / "docs" / "timeline.md", "# Timeline\n", "# Timeline\n\n[Home](index.md), [here](#a) <a id='a'></a>\n"
    )
    (guide / "docs" / "marks.xlsx").write_bytes(b"Nobody links to it.")
    assert studyguide(["chapters", "--links", "files"]) == 0
    assert not (guide / "chapters" / "docs" / "marks.xlsx").exists()
    docs, seen = guide / "chapters" / "docs", set()
    for chapter in docs.glob("*.md"):
        for address in re.findall(r'(?:href|src)="([^"#:]+)["#]', chapter.read_text(encoding="utf-8")):
            assert (docs / address).is_file(), (chapter, address)
            seen.add(address)
    assert {"index.md", "key-terms.md", "bibliography.md", "assets/chart.svg"} <= seen


def test_no_photo_keeps_what_its_camera_wrote(guide: Path) -> None:
    exif = Image.Exif()
    exif[315] = "Photographer"  # Artist
    Image.new("RGB", (1200, 900), "white").save(guide / "docs" / "assets" / "photo.jpg", exif=exif)
    with (guide / "docs" / "background.md").open("a", encoding="utf-8") as file:
        file.write("\n![A white picture](assets/photo.jpg)\n")
    assert studyguide(["chapters"]) == 0
    photo = (guide / "chapters" / "docs" / "assets" / "photo.jpg").read_bytes()
    assert photo
    assert b"Photographer" not in photo


def test_front_matter_is_kept_and_no_mark_of_a_country(guide: Path) -> None:
    change(guide / "mkdocs.yml", "corrections.md\n", "corrections.md\n  - Countries: countries.md\n")
    (guide / "docs" / "countries.md").write_text("# Countries\n\n<!-- countries -->\n", encoding="utf-8")
    with (guide / "docs" / "background.md").open("a", encoding="utf-8") as file:
        file.write("\n## In Peru {#peru}\n\nThe law of *Chile*.\n")
    assert studyguide(["chapters"]) == 0
    listed = (guide / "chapters" / "docs" / "countries.md").read_text(encoding="utf-8")
    assert 'id="country-pe"' in listed
    text = (guide / "chapters" / "docs" / "background.md").read_text(encoding="utf-8")
    assert text.startswith("---\ndescription: Why it happens.\n---\n\n# Background")
    assert "## In Peru {#peru}\n\n<p>The law of <em>Chile</em>.</p>\n" in text


def test_the_folder_of_the_last_time_is_replaced_and_no_other(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert studyguide(["chapters"]) == 0
    left = guide / "chapters" / "docs" / "gone.md"
    left.touch()
    assert studyguide(["chapters"]) == 0
    assert not left.exists()
    capsys.readouterr()
    assert studyguide(["chapters", "docs"]) == 2
    assert capsys.readouterr().err == "docs holds other files, and was left alone. Name another folder.\n"
    assert (guide / "docs" / "index.md").is_file()


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("docs/timeline.md", "# Timeline\n\n[x](gone.md)\n\n<!-- timeline -->\n", "docs/timeline.md:3:"),
        ("mkdocs.yml", "plugin: a\n", "mkdocs.yml:1:"),
    ],
)
def test_a_guide_with_mistakes_is_not_written(
    file: str, text: str, told: str, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (guide / file).write_text(text, encoding="utf-8")
    assert studyguide(["chapters"]) == 1
    assert told in capsys.readouterr().err
    assert not (guide / "chapters").exists()
