"""Render the citation of this guide, or of a part of it, in MLA style (MLA Handbook, 9th edition)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from studyguide.data.title_capitals import title_case
from studyguide.labels.catalogue import ENGLISH, Labels


@dataclass(frozen=True)
class SelfCitation:
    """The data of citations of the guide."""

    author: str
    """Names as in BibTeX: `Anna Smith`, `Smith, Anna`, or several joined by `and`."""
    title: str
    conference: str
    day: date
    """The date of the edition."""
    is_english: bool = True
    """True if titles take English title case."""
    labels: Labels = ENGLISH

    def of_guide(self, address: str = "") -> str:
        """Return the citation of the whole guide, as HTML."""
        return f"{self._author}{self._container(address)}"

    def of_part(self, title: str, address: str = "") -> str:
        """Return the citation of a chapter or a section with this title, as HTML."""
        return f"{self._author}“<span data-cite-title>{escape(self.cased(title))}</span>” {self._container(address)}"

    def cased(self, title: str) -> str:
        """Return the title of a part in title case, with a full stop."""
        cased = title_case(title) if self.is_english else title
        return cased if cased.endswith(("?", "!", ".")) or not cased else f"{cased}."

    @property
    def _author(self) -> str:
        name = escape(author_of(self.author, self.labels))
        return f"{name}{'' if name.endswith('.') else '.'} " if name else ""

    def _container(self, address: str) -> str:
        title = escape(title_case(self.title) if self.is_english else self.title)
        month = _short_month(self.day.month, self.labels)
        day = self.labels.gettext("{day} {month} {year}", day=self.day.day, month=month, year=self.day.year)
        details = ", ".join(filter(None, [f"<em>{title}</em>", escape(self.conference), day]))
        return f"{details}<span data-cite-address>{f', {escape(address)}' if address else ''}</span>."


def _short_month(month: int, labels: Labels) -> str:
    pgettext = labels.pgettext
    # Translators: months as the MLA Handbook shortens them.
    return (
        pgettext("short month", "Jan."),
        pgettext("short month", "Feb."),
        pgettext("short month", "Mar."),
        pgettext("short month", "Apr."),
        pgettext("short month", "May"),
        pgettext("short month", "June"),
        pgettext("short month", "July"),
        pgettext("short month", "Aug."),
        pgettext("short month", "Sept."),
        pgettext("short month", "Oct."),
        pgettext("short month", "Nov."),
        pgettext("short month", "Dec."),
    )[month - 1]


def author_of(names: str, labels: Labels = ENGLISH) -> str:
    """Format authors for a list of works, the first inverted: `Smith, Anna, and Ben Lee`; from three on, `et al.`."""
    if not names.strip():
        return ""
    first, *others = split_multiple_persons_names(names)
    inverted = parse_single_name_into_parts(first, strict=False).merge_last_name_first
    if len(others) > 1:
        # Translators: the first of three or more authors.
        return labels.gettext("{author}, et al.", author=inverted)
    # Translators: two authors.
    return labels.gettext("{author}, and {other}", author=inverted, other=others[0]) if others else inverted
