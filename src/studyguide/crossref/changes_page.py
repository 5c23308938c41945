"""Render the list of what changed since the last editions. Its internal links are not resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from studyguide.crossref.backlinks import BacklinkIndex
from studyguide.crossref.changes import Change, Changes, EarlierEdition, Status
from studyguide.crossref.word_diff import Piece, compared_paragraphs
from studyguide.data.edition import KINDS, Edition, Unit
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, internal_address
from studyguide.labels.calendars import day_in_words
from studyguide.labels.catalogue import N_, Labels

_HEADINGS = {
    "sections": N_("Sections"),
    "terms": N_("Key terms"),
    "events": N_("Events"),
    "sources": N_("Sources"),
}
_STATUS = {
    Status.NEW: N_("New"),
    Status.CHANGED: N_("Changed"),
    Status.CORRECTED: N_("Spelling or punctuation"),
    Status.MOVED: N_("Moved or renamed"),
    Status.GONE: N_("Gone"),
}
_CONTEXT = 8
"""How many words are shown before and behind a change."""
_CITED = re.compile(r"@\{?([^\s,;\]{}]+)\}?")
_LONGEST_TITLE = 60


def render_changes(changes: Changes | None, index: BacklinkIndex, labels: Labels) -> str:
    """Return the list of all changes as HTML; without an edition, what it will list."""
    return _ChangesList(changes, index, labels).html() if changes else _nothing_yet(labels)


def _nothing_yet(labels: Labels) -> str:
    nothing = labels.gettext("No edition of this guide has been made yet, so there is nothing to compare it with.")
    will_list = labels.gettext(
        "Once there is one, this page lists the sections, key terms, events and sources that are new, changed or gone "
        "since then, with the words."
    )
    # Translators: the command stands for what chairs type.
    for_chairs = labels.gettext(
        "For chairs: {command} makes an edition. Run it before you print the handout.",
        command="<code>make edition</code>",
    )
    return f"<p>{nothing} {will_list}</p><p>{for_chairs}</p>"


def edition_in_words(edition: Edition, labels: Labels) -> str:
    """Return the number of an edition, and its day."""
    # Translators: an edition of the guide and its day.
    return labels.gettext("Edition {number}, {day}", number=edition.number, day=day_in_words(edition.day, labels))


@dataclass(frozen=True)
class _ChangesList:
    """The list of the changes since the last edition, and of those that this one and others before it made."""

    changes: Changes
    index: BacklinkIndex
    labels: Labels

    def html(self) -> str:
        gettext, last = self.labels.gettext, edition_in_words(self.changes.last.edition, self.labels)
        lead = gettext("This page compares the guide with its last edition: {edition}.", edition=last)
        nothing = "" if self.changes.changes else gettext("Nothing has changed since then.")
        since = "".join(self._kind(kind, self.changes.changes) for kind in KINDS)
        return f"<p>{lead} {nothing}</p>{since}{''.join(map(self._step, self.changes.earlier))}{self._history()}"

    def _step(self, earlier: EarlierEdition) -> str:
        """Return what the edition after an earlier one changed."""
        former, number = earlier.edition.number, earlier.following.number
        # Translators: the heading above what an edition of the guide changed, compared with the one before it.
        heading = self.labels.gettext("Changes from edition {former} to edition {number}", former=former, number=number)
        kinds = "".join(self._kind(kind, earlier.step, number) for kind in KINDS)
        return f'<h2 id="edition-{number}">{heading}</h2>{kinds}'

    def _kind(self, kind: str, changes: Sequence[Change], edition: int = 0) -> str:
        """Return the changes of one kind since the last edition, or those that an `edition` made."""
        items = "".join(self._item(change, edition) for change in changes if change.kind == kind)
        level, anchor = ("h3", f"changed-{kind}-{edition}") if edition else ("h2", f"changed-{kind}")
        heading = f'<{level} id="{anchor}">{self.labels.gettext(_HEADINGS[kind])}</{level}>'
        return f'{heading}<ul class="guide-changes">{items}</ul>' if items else ""

    def _item(self, change: Change, edition: int) -> str:
        status = f"<strong>{self.labels.gettext(_STATUS[change.status])}</strong>"
        line = self.labels.labelled(status, self._title(change))
        anchor = "" if edition else f' id="{escape(change.anchor)}"'  # where the mark at a heading leads
        return f"<li{anchor}><p>{line}</p>{self._former(change)}{self._words(change)}</li>"

    def _title(self, change: Change) -> str:
        """Return the title of a unit, as a link if it is still there."""
        name = self._name(change.kind, change.key_now, change.after or change.before)
        is_there = change.key_now in self.changes.now[change.kind]
        return f'<a href="{internal_address(*change.place)}">{name}</a>' if is_there else name

    def _former(self, change: Change) -> str:
        """Return the former title of a unit that is still there, where that was another."""
        former = self._name(change.kind, change.former_key or change.key, change.before)
        if not former or not change.after or former == self._name(change.kind, change.key_now, change.after):
            return ""
        # Translators: the title that a section, a term, an event or a source had before.
        words = self.labels.gettext("Before: {title}", title=former)
        return f"<p>{words}</p>"

    def _name(self, kind: str, key: str, unit: Unit | None) -> str:
        """Return the title of a unit, that of a section behind its chapter's."""
        title = escape(unit.title) if unit else ""
        path = key.partition("#")[0] if kind == "sections" else ""
        chapter = escape(self.index.chapter_titles.get(path, ""))
        if not title or not chapter or chapter == title:
            return title
        return self.labels.gettext("{chapter}, {section}", chapter=chapter, section=title)

    def _words(self, change: Change) -> str:
        before, after = (self._cited(unit.words) if unit else "" for unit in (change.before, change.after))
        if change.before is None or change.after is None:
            return self._folded(before or after)
        return "".join(f'<p class="guide-diff">{self._pieces(each)}</p>' for each in compared_paragraphs(before, after))

    def _folded(self, words: str) -> str:
        """Return the words of what is new or gone, to be opened."""
        # Translators: opens the words of a section that is new or gone.
        summary = self.labels.gettext("The words")
        return (
            f'<details class="guide-backlinks"><summary>{summary}</summary><p>{_lines(words)}</p></details>'
            if words
            else ""
        )

    def _cited(self, words: str) -> str:
        """Return a text with the titles of its sources in the place of their keys."""
        return _CITED.sub(lambda key: self._source(key[1]) or key[0], words)

    def _source(self, key: str) -> str:
        editions = (self.changes.last.units, *(earlier.units for earlier in self.changes.earlier))
        former = next((each["sources"][key].title for each in editions if key in each["sources"]), "")
        title = self.index.names.get((BIBLIOGRAPHY_PAGE, f"ref-{key}")) or former
        return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rstrip()}…"

    def _pieces(self, pieces: list[Piece]) -> str:
        last = len(pieces) - 1
        return "".join(
            _lines(_shortened(piece.before, is_first=place == 0, is_last=place == last))
            if piece.is_same
            else self._replaced(piece)
            for place, piece in enumerate(pieces)
        )

    def _replaced(self, piece: Piece) -> str:
        """Return what was taken out, then what was added, each named for those who do not see the page."""
        gettext, either = self.labels.gettext, piece.after or piece.before
        # Translators: read aloud before words that a later edition has no more, or that it has in addition.
        spoken = (("del", piece.before, gettext("Taken out:")), ("ins", piece.after, gettext("Added:")))
        parts = [
            f'<{tag}><span class="guide-aloud">{name} </span>{_lines(words.strip(" "))}</{tag}>'
            for tag, words, name in spoken
            if words.strip(" ")
        ]
        return f"{' ' * either.startswith(' ')}{' '.join(parts)}{' ' * either.endswith(' ')}"

    def _history(self) -> str:
        # Translators: the heading above the editions of the guide that were made so far.
        heading = self.labels.gettext("Editions")
        return f'<h2 id="editions">{heading}</h2>{_list(self._editions())}'

    def _editions(self) -> Iterable[str]:
        return (edition_in_words(edition, self.labels) for edition in reversed(self.changes.last.history))


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    """Leave out the middle of a long run of words that are as they were."""
    words = text.split(" ")
    start, end = (0 if is_first else _CONTEXT), (0 if is_last else _CONTEXT)
    if len(words) <= start + end + 2:
        return text
    return " ".join([*words[:start], "…", *words[len(words) - end :]])


def _lines(text: str) -> str:
    """Return text as HTML, with a line for each of its paragraphs."""
    return escape(text).replace("\n", "<br>")
