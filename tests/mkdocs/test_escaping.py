"""Builds whose titles and settings hold signs of HTML: Material's templates get them as HTML, all else as text."""

from html import escape
from pathlib import Path

import pytest

from tests.crawler import Site, words
from tests.mkdocs.test_build import build_here, change, lay_out

EVIL = "</title><script>x</script> \"A\" & 'B'"


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good guide, to be changed."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return lay_out(tmp_path)


def pages_of(guide: Path) -> list[str]:
    """Return the pages of the built guide but the manual's, which teach to write `&lt;`."""
    site = guide / "site"
    pages = (page for page in site.rglob("*.html") if "chairs" not in page.relative_to(site).parts)
    return [page.read_text(encoding="utf-8") for page in pages]


def test_settings_are_text(guide: Path) -> None:
    told = EVIL.replace("'", "''")
    change(guide / "mkdocs.yml", "site_name: A small guide", f"site_name: '{told}'\nsite_description: '{told}'")
    build_here(guide)
    pages = pages_of(guide)
    assert any(f'<meta name="description" content="{escape(EVIL)}">' in html for html in pages)
    for html in pages:
        assert f"{escape(EVIL)}</title>" in html
        assert "<script>x" not in html
        assert "&amp;lt;" not in html


def test_titles_are_text_wherever_they_come_from(guide: Path) -> None:
    change(guide / "mkdocs.yml", "  - Background: background.md", "  - background.md")
    part = """  - "Part <script>x</script>":\n    - '1 & 2 <b>':"""
    change(guide / "mkdocs.yml", "  - Stakeholders:", part)
    change(guide / "docs" / "background.md", "# Background\n", "# Background `</title><script>x</script>` & more\n")
    change(guide / "docs" / "timeline.md", "# Timeline", '---\ntitle: "T <script>x</script>"\n---\n\n# Timeline')
    build_here(guide)
    titles = {page.address: words(next(page.root.iter("title"))) for page in Site(guide / "site").pages.values()}
    assert titles["background/"] == "Background </title><script>x</script> & more - A small guide"
    assert titles["stakeholders/"] == "1 & 2 <b> - A small guide"
    assert titles["timeline/"] == "T <script>x</script> - A small guide"
    for html in pages_of(guide):
        assert "<script>x" not in html
        assert "Part &lt;script&gt;x" in html
        assert "&amp;lt;" not in html
