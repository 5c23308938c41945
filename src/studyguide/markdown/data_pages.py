"""Expand markers into Markdown generated from data: key terms, abbreviations, timeline, facts of the guide."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from studyguide.data.collation import index_letter
from studyguide.data.date_words import decade_in_words
from studyguide.data.glossary import Term, in_alphabet
from studyguide.data.guide import Guide
from studyguide.data.pasted_text import as_typed
from studyguide.data.paths import KEY_TERMS_PAGE, SCHEME, STAKEHOLDERS_PAGE
from studyguide.data.timeline import Event, by_decade
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.labels.catalogue import N_, Labels
from studyguide.labels.direction import text_direction
from studyguide.markdown.captions import CAPTIONED, with_markdown_captions
from studyguide.markdown.chapter import MINOR
from studyguide.markdown.citations import BRACKET, parse_citation
from studyguide.markdown.filter_forms import filter_forms
from studyguide.markdown.markers import COMMENT, FACTS, INLINE_MARKERS, PLACEHOLDER_MARKERS
from studyguide.markdown.positions import Positions
from studyguide.markdown.source import ChapterSource
from studyguide.markdown.timeline_svg import draw_timeline

_PLACEHOLDER = "<!--guide:"
"""The start of a placeholder comment, which is escaped in authors' own comments."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]()>#+\-.!|])")
_NOTES = re.compile(rf"(?:\s*{BRACKET})*\s*")
"""A text of citations alone."""
_HEADING = re.compile(r"#{2,6}[^#\n]")
_AZ_LABELS = {"key-terms": N_("Terms: {letters}"), "abbreviations": N_("Abbreviations: {letters}")}
ENTRIES = "data-entries"
"""The attribute of the block around a generated list, which names the marker. The block is unwrapped in the tree. It is
needed because md_in_html copies the rest of the page after each top-level block, and its attribute survives where a
list was not parsed as Markdown."""


def page_markdown(page: ChapterSource, guide: Guide, positions: Positions) -> str:
    """Return a page's Markdown with its markers expanded, and with position markers that `positions` resolves."""
    lines = _as_typed(page, positions.put_in_lines(page))
    if CAPTIONED.search(page.text):
        lines = list(with_markdown_captions(page.lines, lines))
    if "<!--" in page.text:
        lines = list(_expand_markers(page, lines, guide, positions))
        _insert_az_index(page, lines, guide)
    return "".join(lines)


def _as_typed(page: ChapterSource, lines: Sequence[str]) -> list[str]:
    """Mend what was pasted, except in code, and keep the number of lines."""
    mended: list[str] = []
    for is_code, group in groupby(zip(page.lines, lines, strict=True), lambda pair: pair[0].is_code):
        text = "".join(line for _, line in group)
        mended += re.findall(r"[^\n]*\n|[^\n]+", text if is_code else as_typed(text))
    return mended


def _expand_markers(page: ChapterSource, lines: Iterable[str], guide: Guide, positions: Positions) -> Iterator[str]:
    """Expand each marker; other comments, and markers in code, do not change."""
    expanded: set[str] = set()
    starts = iter([comment.start for comment in page.comments])

    def expand(found: re.Match[str]) -> str:
        if found["placeholder"]:
            return f"{found['placeholder']} "
        start = next(starts, 0) if found["name"] else 0
        if found["name"] in INLINE_MARKERS:
            # The position tells of words that stand in raw HTML: see `ChapterReader`.
            return _expand(found, guide, positions) + positions.put_one(page.span, start)
        if found["name"] in expanded:
            return found[0]
        expanded.add(found["name"])
        return _expand(found, guide, positions)

    for written, line in zip(page.lines, lines, strict=True):
        yield line if written.is_code else COMMENT.sub(expand, line)


def _expand(found: re.Match[str], guide: Guide, positions: Positions) -> str:
    match found["name"]:
        case "key-terms" | "abbreviations" as name:
            terms = "\n\n".join(part for term in _terms(name, guide) for part in _term(term, positions, guide.labels))
            return _block(name, terms)
        case "timeline":
            return _timeline(guide, positions)
        case "contact":
            # Translators: who answers questions, within a sentence, where the guide names nobody.
            nobody = guide.labels.gettext("the conference secretariat")
            return _span(guide.contact, positions) if guide.contact else nobody
        case "my-notes":
            return _own_notes(guide.labels)
        case name if name in FACTS:
            return escape_markdown(as_typed(" ".join(guide.facts.get(name, "").split())))
        case name:
            return f"<!--guide:{name}-->" if name in PLACEHOLDER_MARKERS else found[0]


def _own_notes(labels: Labels) -> str:
    """Return the place of the reader's own notes, which a script fills, and what stands there without one."""
    words = labels.gettext("Your notes are kept in this browser alone. To show them, this page needs JavaScript.")
    return f'<div class="guide-my-notes screen-only"><p class="guide-notes-plain">{words}</p></div>'


def _block(marker: str, text: str) -> str:
    return f'<div {ENTRIES}="{marker}" markdown="block">\n\n{text}\n\n</div>' if text else ""


def _terms(marker: str, guide: Guide) -> list[Term]:
    """Return the terms of a marker's list, in alphabetical order."""
    terms = (term for term in guide.terms if term.is_abbreviation == (marker == "abbreviations"))
    return in_alphabet(terms, guide.language)


def _insert_az_index(page: ChapterSource, lines: list[str], guide: Guide) -> None:
    """Insert the filter and the A–Z index before the page's first list of terms, above its heading."""
    starts: dict[str, int] = {}
    for comment in page.comments:
        if comment.name in _AZ_LABELS:
            starts.setdefault(comment.name, comment.start)
    lists = {_AZ_LABELS[name]: terms for name in starts if (terms := _terms(name, guide))}
    if not lists:
        return
    first = min(starts.values())
    number = above = sum(line.start <= first for line in page.lines) - 1
    while above and page.lines[above - 1].text.isspace():
        above -= 1
    if above and _HEADING.match(page.lines[above - 1].text):
        number = above - 1
    lines.insert(number, f"{_az_index(lists, guide)}\n\n")


def _az_index(lists: Mapping[str, Sequence[Term]], guide: Guide) -> str:
    """Return the container of the filter, which a script fills, and links to the first term of each letter per list."""
    named = {term.anchor: filter_forms(term, guide.language) for terms in lists.values() for term in terms}
    forms = json.dumps(named, ensure_ascii=False)
    links = {name: _letter_links(terms, guide.language) for name, terms in lists.items()}
    letters = "".join(f"<p>{guide.labels.gettext(name, letters=link)}</p>" for name, link in links.items())
    # Translators: the name of the links to the first term of each letter.
    title = guide.labels.gettext("A to Z")
    return (
        f'<div class="guide-filter guide-term-filter screen-only" data-forms="{escape(forms)}"></div>\n\n'
        f'<nav class="guide-letters screen-only" aria-label="{title}">{letters}</nav>'
    )


def _letter_links(terms: Iterable[Term], language: str) -> str:
    groups = groupby(terms, lambda term: index_letter(term.name, language))
    return " ".join(f'<a href="#{next(group).anchor}">{escape(letter)}</a>' for letter, group in groups)


def _term(term: Term, positions: Positions, labels: Labels) -> Iterator[str]:
    yield '<div class="guide-key-term" markdown="block">'
    yield f"### {escape_markdown(term.name)} {{ #{term.anchor} }}"
    yield from _former_anchors("term", term.former_ids)
    yield _cited_span(term.definition, term.sources, positions)
    if term.note:
        yield _editor_note(term.note, _kind(term), positions, labels)
    if term.see_also:
        terms = _links(((KEY_TERMS_PAGE, f"term-{other.text}") for other in term.see_also), labels)
        # Translators: other key terms, under a key term.
        yield _list_of_links(labels.gettext("See also: {terms}", terms=terms))
    yield f"<!--guide:mentioned-in {term.id}-->"
    yield "</div>"


def _timeline(guide: Guide, positions: Positions) -> str:
    events, labels = guide.events, guide.labels
    decades = []
    for decade, group in by_decade(events):
        name = decade_in_words(group[0].date.first_of_decade, labels)
        decades += [
            f"## {name[:1].upper()}{name[1:]} {{ #decade-{decade.replace(' ', '-')} }}",
            '<ol class="guide-timeline" markdown="block">',
        ]
        for event in group:
            decades += ['<li markdown="block">', *_event(event, positions, labels), "</li>"]
        decades.append("</ol>")
    found_by = '<div class="guide-filter guide-timeline-filter screen-only"></div>'
    listed = _block("timeline", "\n\n".join(decades))
    drawn = draw_timeline(events, labels, text_direction(guide.language))
    return "\n\n".join([found_by, drawn, listed]) if events else ""


def _event(event: Event, positions: Positions, labels: Labels) -> Iterator[str]:
    cited = _cited_span(event.description, event.sources, positions)
    has_text = event.description is not None and not _NOTES.fullmatch(event.description.text)
    # Without a text before them, the notes stand behind the title.
    title = escape_markdown(event.title) + ("" if has_text else " ".join(cited.split()))
    yield f"### {title} {{ #{event.anchor} }}"
    yield from _former_anchors("event", event.former_ids)
    machine = f' datetime="{event.date.machine}"' if event.date.machine else ""
    yield f'<p class="guide-date"><time{machine}>{event.date.words}</time></p>'
    if has_text:
        yield cited
    if event.note:
        yield _editor_note(event.note, _kind(event), positions, labels)
    if event.actors:
        actors = _links(((STAKEHOLDERS_PAGE, actor.text) for actor in event.actors), labels)
        # Translators: who took part in an event, or whom it is about.
        who = labels.gettext("Who: {actors}", actors=actors)
        yield f'<p class="guide-actors" markdown="span">{who}</p>'
    if event.terms:
        terms = _links(((KEY_TERMS_PAGE, f"term-{term.text}") for term in event.terms), labels)
        # Translators: the key terms of an event.
        yield _list_of_links(labels.gettext("Terms: {terms}", terms=terms), ' class="guide-terms"')
    if event.see:
        places = (see.text.partition("#") for see in event.see)
        sections = _links(((path, anchor) for path, _, anchor in places), labels)
        # Translators: the sections of chapters that say more of an event.
        yield _list_of_links(labels.gettext("See: {sections}", sections=sections))
    yield f"<!--guide:linked-from {event.id}-->"


def _former_anchors(kind: str, former_ids: Iterable[SourceSpan]) -> Iterator[str]:
    anchors = "".join(f'<a id="{kind}-{former.text}"></a>' for former in former_ids)
    if anchors:
        yield anchors


def _span(span: SourceSpan, positions: Positions) -> str:
    return positions.put(ChapterSource(span)).rstrip().replace(_PLACEHOLDER, "<!-- guide:")


def _cited_span(span: SourceSpan | None, sources: Iterable[SourceSpan], positions: Positions) -> str:
    """Return the text followed by one citation of the `sources` that it does not cite itself."""
    text = span.text if span else ""
    cited = {item.key for bracket in re.finditer(BRACKET, text) for item in parse_citation(bracket["inside"])}
    items = [
        f"{positions.put_one(source)}@{source.text}"
        for source in sources
        if not cited.intersection(item.key for item in parse_citation(f"@{source.text}"))
    ]
    return (_span(span, positions) if span else "") + (f"[{'; '.join(items)}]" if items else "")


def _list_of_links(text: str, attributes: str = "") -> str:
    """Return a paragraph of links excluded from the search index, which would match the titles of other sections."""
    return f'<p{attributes} data-search-exclude="true" markdown="span">{text}</p>'


def _kind(entry: Term | Event) -> str:
    """Return the classes of the box of an entry's note."""
    return "check" if entry.is_open else f"correction {MINOR}" if entry.is_minor else "correction"


def _editor_note(note: SourceSpan, kind: str, positions: Positions, labels: Labels) -> str:
    title = labels.gettext("Check before you quote") if kind == "check" else labels.gettext("Editor's note")
    head = f'!!! {kind} "{title}"'
    body = _span(note, positions).replace("\n", "\n    ")
    return f"{head}\n    {body}"


def _links(targets: Iterable[tuple[str, str]], labels: Labels) -> str:
    """Return links without text, which get the titles of their targets when cross-references are resolved."""
    return labels.enumeration(f"[]({SCHEME}{path}#{anchor})" for path, anchor in targets)


def escape_markdown(text: str) -> str:
    """Escape plain text for Markdown."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", text)
