"""Print captured pages with this project's own printer: `print_guide.py FOLDER`.

The folder holds `captured.json` (see `capture.py`) and the pictures below `site/`; it gets `guide.pdf`.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from studyguide.outputs.book import BookPage, TitlePage
from studyguide.outputs.pdf.compile import make_handout


def main(folder: Path) -> None:
    """Print."""
    captured = json.loads((folder / "captured.json").read_text(encoding="utf-8"))
    pages = [BookPage(**page) for page in captured["pages"]]
    notes = sum(page.html.count('<a class="footnote-ref" href="#fn:') for page in pages)
    title_page = TitlePage(**captured["title_page"])
    day = date.fromisoformat(captured["day"])
    handout = make_handout(pages, title_page, day, lambda address: (folder / "site" / address).read_bytes(), notes)
    (folder / "guide.pdf").write_bytes(handout.pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
