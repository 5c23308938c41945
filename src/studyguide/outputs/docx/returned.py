"""Know a Word file again that a guide made, when it comes back with comments or changes.

The import refuses it: it was made of the guide, and what was changed in it is to go into the guide's own files.
"""

from __future__ import annotations

from studyguide.outputs.book import TitlePage

_GUIDE, _EDITION = "StudyGuide", "StudyGuideEdition"


def own_properties(title_page: TitlePage) -> dict[str, str]:
    """Return the properties by which the file is known again: of which guide it is, and of which edition."""
    return {_GUIDE: title_page.title, _EDITION: title_page.edition}
