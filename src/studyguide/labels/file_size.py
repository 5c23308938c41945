"""Format file sizes in the guide's language."""

from __future__ import annotations

from studyguide.labels.calendars import calendar_for
from studyguide.labels.catalogue import Labels


def size_in_words(size: int, labels: Labels) -> str:
    """Return a size in bytes in decimal units: `2.1 MB`, `580 KB`."""
    if size < 1_000_000:
        # Translators: the size of a file, in kilobytes.
        return labels.gettext("{size} KB", size=round(size / 1000))
    # Translators: the size of a file, in megabytes.
    return labels.gettext("{size} MB", size=calendar_for(labels.locale).decimal(size / 1_000_000))
