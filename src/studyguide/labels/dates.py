"""Format calendar dates in the guide's language."""

from __future__ import annotations

from datetime import date

from studyguide.labels.catalogue import N_, Labels

_MONTHS = (N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
           N_("August"), N_("September"), N_("October"), N_("November"), N_("December"))  # fmt: skip


def month_name(month: int, labels: Labels) -> str:
    """Return the name of a month, 1 to 12."""
    return labels.gettext(_MONTHS[month - 1])


def day_in_words(day: date, labels: Labels) -> str:
    """Return a date in words: `24 November 2026`."""
    month = month_name(day.month, labels)
    return labels.gettext("{day} {month} {year}", day=day.day, month=month, year=day.year)
