"""The navigation that pages share is the one that the theme renders for each page alone."""

from pathlib import Path
from textwrap import indent

import pytest

from studyguide.mkdocs import site_nav
from tests.mkdocs.test_build import build_here, change, files_below, lay_out

CHAPTERS = ("one", "two", "part/three", "part/four", "part/sub/five", "part/sub/six", "part/index", "two/seven")
NAV = """
- One: one.md
- two.md
- Part:
    - part/index.md
    - part/three.md
    - part/four.md
    - Sub: [part/sub/five.md, part/sub/six.md]
- Elsewhere:
    - two/seven.md
    - https://www.example.org/
"""
FEATURES = "navigation.prune", "navigation.indexes", "navigation.sections", "navigation.expand", "toc.integrate"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    guide = lay_out(tmp_path)
    for path in CHAPTERS:
        file = guide / "docs" / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        hide = "---\nhide: [toc]\n---\n" if path == "two" else ""
        file.write_text(f"{hide}# On {path}\n\n## First part\n\nText.\n\n## Second part\n\nText.\n", encoding="utf-8")
    return guide


@pytest.mark.parametrize("features", [(), FEATURES[:1], FEATURES[:2], FEATURES[1:4], FEATURES], ids=str)
def test_each_page_has_its_own_navigation(
    guide: Path, features: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(guide / "mkdocs.yml", "\nstrict: true\n", f"{indent(NAV, '  ')}strict: true\n")
    change(guide / "mkdocs.yml", "name: material,", f"name: material, features: {list(features)},")
    build_here(guide)
    shared = files_below(guide / "site")
    monkeypatch.setattr(site_nav, "_shareable", lambda nav: {})
    build_here(guide)
    assert files_below(guide / "site") == shared
