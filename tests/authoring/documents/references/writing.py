"""Write the texts of documents in tests: *stars* stand around italics, **two** around bold."""

import re

from studyguide.authoring.documents.text.runs import Run, Text

_MARKED = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*|(?P<plain>[^*]+)")


def text_of(line: str) -> Text:
    """Return a line as runs."""
    return tuple(
        Run(part[0].strip("*"), bold=bool(part["bold"]), italic=bool(part["italic"])) for part in _MARKED.finditer(line)
    )
