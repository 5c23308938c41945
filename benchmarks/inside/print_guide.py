"""Print captured pages with this project's own printer: `print_guide.py FOLDER`.

The folder holds `captured.json` (see `capture.py`) and the pictures below `site/`; it gets `guide.pdf`.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from studyguide.handout.cover import Cover
from studyguide.handout.pdf import make_handout
from studyguide.handout.print_html import PrintedPage


def main(folder: Path) -> None:
    """Print."""
    captured = json.loads((folder / "captured.json").read_text(encoding="utf-8"))
    pages = [PrintedPage(**page) for page in captured["pages"]]
    notes = sum(page.html.count('<a class="footnote-ref" href="#fn:') for page in pages)
    cover = Cover(**captured["cover"] | {"keywords": tuple(captured["cover"]["keywords"])})
    day = date.fromisoformat(captured["day"])
    handout = make_handout(pages, cover, day, lambda address: (folder / "site" / address).read_bytes(), notes)
    (folder / "guide.pdf").write_bytes(handout.pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
