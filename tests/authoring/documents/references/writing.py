"""Write the texts of documents in tests: *stars* stand around italics."""

from studyguide.authoring.documents.text.runs import Run, Text


def text_of(line: str) -> Text:
    """Return a line as runs."""
    parts = line.split("*")
    return tuple(Run(part, italic=bool(number % 2)) for number, part in enumerate(parts) if part)
