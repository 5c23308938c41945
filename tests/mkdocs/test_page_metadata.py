"""Builds by MkDocs whose pages say how long, how fresh and how citable they are, and where they are mended."""

import json
import logging
import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from studyguide.outputs.site.seo import PICTURE_SIZE
from tests.crawler import Page, Site, words
from tests.mkdocs.test_build import build_here, change, lay_out
from tests.paths import THEME

MARCH = "1772409600"  # 2 March 2026
IMAGES = THEME / "assets" / "images"


@pytest.fixture(autouse=True)
def _dated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MARCH)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The good guide, without a repository, to be changed."""
    return lay_out(tmp_path)


def add(guide: Path, settings: str, **own: str) -> None:
    """Add settings of MkDocs, and of the guide's own."""
    with (guide / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(settings)
    lines = "".join(f"    {name}: {json.dumps(value)}\n" for name, value in own.items())
    change(guide / "mkdocs.yml", "  guide:\n", f"  guide:\n{lines}")


def meta(page: Page) -> dict[str, str]:
    return {tag.attrib["property"]: tag.attrib["content"] for tag in page.root.iter("meta") if tag.get("property")}


def data(page: Page) -> dict[str, object]:
    (block,) = (script for script in page.root.iter("script") if script.get("type") == "application/ld+json")
    found: dict[str, object] = json.loads(block.text or "")
    return found


def test_without_settings_and_git_a_page_says_what_it_can(guide: Path, caplog: pytest.LogCaptureFixture) -> None:
    build_here(guide)
    site = Site(guide / "site")
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []
    assert site.dead_links() == []
    for page in site.pages.values():
        assert list(page.by_class("guide-edit")) == []
        if page.address != "404.html":
            time = r"About \d+ minutes? to read" if page.address.startswith("chairs/") else "About 1 minute to read"
            assert [re.fullmatch(time, words(facts)) is not None for facts in page.by_class("guide-facts")] == [True]
            assert "og:url" not in meta(page)
            assert "og:image" not in meta(page)
            assert "url" not in data(page)


def test_edit_leads_to_the_line_of_each_thing(guide: Path) -> None:
    add(guide, "edit_uri: https://example.org/guide/edit/main/docs\n")
    build_here(guide)
    site = Site(guide / "site")
    for page in site.pages.values():
        edits = [link for link in page.root.iter("a") if "edit" in link.get("rel", "").split()]
        name = f"{page.address.rstrip('/') or 'index'}.md"
        is_own = page.address != "404.html" and not page.address.startswith("chairs/")  # those are the engine's
        expected = [f"https://example.org/guide/edit/main/docs/{name}"] if is_own else []
        assert [link.get("href") for link in edits] == expected
    for address, file, start, nouns in (
        ("key-terms/", "glossary.yaml", r"- id: {}$", ("term", "term-")),
        ("timeline/", "timeline.yaml", r"- id: {}$", ("event", "event-")),
        ("bibliography/", "bibliography.bib", r"@\w+\{{{},$", ("source", "ref-")),
    ):
        noun, prefix = nouns
        lines = (guide / file).read_text(encoding="utf-8").splitlines()
        page = site.pages[address]
        links = [link for link in page.by_class("guide-edit") if f"/{file}?plain=1#L" in link.attrib["href"]]
        anchors = [name.removeprefix(prefix) for name in page.ids if name.startswith(prefix)]
        assert len(anchors) >= 2
        assert len(links) == len(anchors) == len(list(page.by_class("guide-edit")))
        for link, anchor in zip(links, anchors, strict=True):
            place, _, line = link.attrib["href"].rpartition("#L")
            assert place == f"https://example.org/guide/blob/main/{file}?plain=1"
            assert re.search(start.format(re.escape(anchor)), lines[int(line) - 1]), (anchor, lines[int(line) - 1])
            assert link.attrib["aria-label"].startswith(f"Edit this {noun}: ")
        labels = [link.attrib["aria-label"] for link in links]
        assert len(set(labels)) == len(labels)


def test_neither_search_nor_chapter_text_holds_the_tools(guide: Path) -> None:
    add(guide, "edit_uri: https://example.org/guide/edit/main/docs/\n")
    build_here(guide)
    index = json.loads((guide / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))
    text = " ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"])
    assert "Begin with" in text
    assert re.findall(r"Edit\b|\bCite\b|to read|Last changed", text) == []


def test_the_handout_holds_none_of_it(guide: Path) -> None:
    add(guide, "edit_uri: https://example.org/guide/edit/main/docs/\n")
    change(guide / "mkdocs.yml", "pdf: false", "pdf: true")
    build_here(guide)
    reader = PdfReader(guide / "site" / "handout.pdf")
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "Begin with" in text
    assert re.findall(r"\bEdit\b|\bCite\b|to read|Last changed", text) == []


def test_a_published_page_says_where_it_is(guide: Path) -> None:
    add(guide, "site_url: https://example.org/guide/\nsite_author: Anna Smith\n", conference="PSMUN")
    build_here(guide)
    page = Site(guide / "site").pages["background/"]
    here = "https://example.org/guide/background/"
    assert meta(page)["og:url"] == data(page)["url"] == here
    assert meta(page)["og:image"] == "https://example.org/guide/assets/images/social.png"
    assert (guide / "site" / "assets" / "images" / "social.png").is_file()
    (box,) = page.by_class("guide-cite")
    assert box.get("data-address") == here
    assert words(box).startswith(
        f"Cite this chapter Smith, Anna. “Background.” A Small Guide, PSMUN, 2 Mar. 2026, {here}."
    )
    home = Site(guide / "site").pages[""]
    (box,) = home.by_class("guide-cite")
    line = "Cite this guide Smith, Anna. A Small Guide, PSMUN, 2 Mar. 2026, https://example.org/guide/."
    assert words(box).startswith(line)


def test_what_chairs_write_stays_text(guide: Path) -> None:
    """Also in Material's own tags, which write settings and descriptions as they stand."""
    add(guide, "site_author: Anna <b>Smith\n", topic='A "b" </script>')
    config = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.sub("(?m)^site_name:.*", 'site_name: A <i>"name" &amp;', config)
    (guide / "mkdocs.yml").write_text(named, encoding="utf-8")
    change(guide / "docs" / "background.md", "Why it happens.", 'Why & "<b>how"')
    change(guide / "docs" / "background.md", "# Background\n", "# Background & `</script><script>x`\n")
    build_here(guide)
    page = Site(guide / "site").pages["background/"]
    assert meta(page)["og:description"] == 'Why & "<b>how"'
    contents = {tag.get("name"): tag.get("content") for tag in page.root.iter("meta")}
    assert contents["description"] == 'Why & "<b>how"'
    assert contents["author"] == "Anna <b>Smith"
    assert words(next(page.root.iter("title"))).endswith('- A <i>"name" &amp;')
    assert {logo.get("aria-label") for logo in page.by_class("md-logo")} == {'A <i>"name" &amp;'}
    assert list(page.root.iter("i")) == []
    assert meta(page)["og:site_name"] == 'A "b" </script>'
    assert data(page)["headline"] == meta(page)["og:title"] == "Background & </script><script>x"
    assert data(page)["author"] == {"@type": "Person", "name": "Anna <b>Smith"}
    (box,) = page.by_class("guide-cite")
    assert '<b>Smith, Anna. “Background & </Script><Script>X.” A "B" </Script>, 2 Mar. 2026.' in words(box)
    assert list(box.iter("script")) == []


def test_the_footer_names_edition_and_licence(guide: Path) -> None:
    add(guide, "copyright: Text, CC BY.\n")
    build_here(guide)
    for page in Site(guide / "site").pages.values():
        (footer,) = page.by_class("md-copyright")
        assert words(footer).startswith("Text, CC BY. Edition of 2 March 2026. Licences")


@pytest.mark.parametrize(("site_url", "root"), [("", "/"), ("https://example.org/guide/", "/guide/")])
def test_the_page_for_unknown_addresses_leads_on_from_any_depth(site_url: str, root: str, guide: Path) -> None:
    add(guide, f'site_url: "{site_url}"\n', header_link="[**Get help** or report](#get-help)")
    with (guide / "docs" / "index.md").open("a", encoding="utf-8") as home:
        home.write("\n## Get help {#get-help}\n")
    build_here(guide)
    page = Site(guide / "site").pages["404.html"]
    assert [words(title) for title in page.root.iter("h1")] == ["Page not found"]
    article = next(page.by_class("md-content"))
    links = {words(link): link.get("href") for link in article.iter("a")}
    assert links["Home"] == root
    assert links["Key terms"] == f"{root}key-terms/"
    assert links["Get help or report"] == f"{root}#get-help"
    (form,) = article.iter("form")
    assert form.get("action") == root
    assert [box.get("name") for box in form.iter("input")] == ["q"]
    assert all(address.startswith(root) for address in page.fetched)


def test_the_picture_for_links_is_as_large_as_the_pages_say() -> None:
    png = (IMAGES / "social.png").read_bytes()
    assert struct.unpack(">4xII", png[12:24]) == PICTURE_SIZE
    assert len(png) < 40_000
    drawing = ElementTree.parse(IMAGES / "social.svg").getroot()
    assert (int(drawing.attrib["width"]), int(drawing.attrib["height"])) == PICTURE_SIZE


def test_the_sign_of_the_site_is_small_and_our_own(guide: Path) -> None:
    build_here(guide)
    assert sum((IMAGES / f"favicon.{kind}").stat().st_size for kind in ("svg", "png")) < 4_000
    for page in Site(guide / "site").pages.values():
        icons = [link.attrib["href"] for link in page.root.iter("link") if link.get("rel") == "icon"]
        assert [page.resolve(icon) for icon in icons] == ["assets/images/favicon.png", "assets/images/favicon.svg"]
    assert (guide / "site" / "assets" / "images" / "favicon.png").read_bytes() == (IMAGES / "favicon.png").read_bytes()
