"""Bundling of a whole site: what its folder holds before it and behind it."""

from pathlib import Path

import pytest

from studyguide.outputs.site.bundling import bundle
from studyguide.outputs.site.site_pages import SitePages

HEAD = "".join(
    f'<link rel="stylesheet" href="{{0}}assets/stylesheets/{name}.css">' for name in ("main.1.min", "look.2")
)
FOOT = "".join(
    f'<script defer src="{{0}}assets/javascripts/{name}.js"></script>' for name in ("bundle", "tips", "cite", "filter")
)
FILES = {
    "index.html": HEAD.format("") + '<p class="lead">' + FOOT.format(""),
    "timeline/index.html": HEAD.format("../") + '<div class="guide-filter">' + FOOT.format("../"),
    "assets/stylesheets/main.1.min.css": ".lead{left:0}.gone{left:1px}.made{left:2px}",
    "assets/stylesheets/main.1.min.css.map": "{}",
    "assets/stylesheets/look.2.css": "p{top:0}",
    "assets/javascripts/bundle.js": 'add("made")',
    "assets/javascripts/tips.js": "tips()",
    "assets/javascripts/cite.js": "cite()",
    "assets/javascripts/filter.js": "/* Only for pages with .guide-filter. */ filter()",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_build_joins_what_every_page_loads(site: Path) -> None:
    pages = SitePages(site)
    bundle(pages, [f"assets/javascripts/{name}.js" for name in ("tips", "cite", "filter")])
    pages.write()
    files = {str(file.relative_to(site)): file.read_text("utf-8") for file in site.rglob("*") if file.is_file()}
    style = next(name for name in files if name.endswith(".css"))
    script = next(name for name in files if name.startswith("assets/javascripts/guide."))
    assert files.keys() == {
        *("index.html", "timeline/index.html", style, script),
        *("assets/javascripts/bundle.js", "assets/javascripts/filter.js"),
    }
    assert files[style] == ".lead{left:0}.made{left:2px}\np{top:0}"
    assert files[script] == "tips()\ncite()"
    assert files["index.html"] == (
        f'<link rel="stylesheet" href="{style}"><p class="lead">'
        f'<script defer src="assets/javascripts/bundle.js"></script><script defer src="{script}"></script>'
    )
    assert f'<link rel="stylesheet" href="../{style}">' in files["timeline/index.html"]
    assert 'src="../assets/javascripts/filter.js"' in files["timeline/index.html"]
