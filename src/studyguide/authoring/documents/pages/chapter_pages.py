"""Make the pages of the guide from the chapters of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from studyguide.authoring.documents.entries.entry_reading import with_notes
from studyguide.authoring.documents.outline.chapters import Chapter, below
from studyguide.authoring.documents.pages.blank_pages import (
    ids_of,
    section_of,
    with_body,
    with_introduction,
    with_section,
    with_true_links,
    without_examples,
    without_todo_boxes,
)
from studyguide.authoring.documents.pages.headings import without_shouting
from studyguide.authoring.documents.text.blocks import Block, Blocks, Heading, Paragraph
from studyguide.authoring.documents.text.runs import Run, plain
from studyguide.authoring.documents.text.text_parts import notes_of
from studyguide.authoring.documents.wording.document_words import ENGLISH
from studyguide.authoring.escapes import in_markdown
from studyguide.authoring.format.ids import plain_words
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, QUESTIONS_ID, QUESTIONS_PAGE, TIMELINE_PAGE

HOME = "index.md"
_SECTIONS = {"welcome": (HOME, "welcome"), "questions": (QUESTIONS_PAGE, QUESTIONS_ID)}
"""The parts of a guide that are a section of a page."""
_ON_PAGE_OF = {"abbreviations": "key-terms", "further-reading": "bibliography"}
"""The parts that have no page of their own, with the part whose page they share."""
_DATA_PAGES = (KEY_TERMS_PAGE, TIMELINE_PAGE, BIBLIOGRAPHY_PAGE)
"""The pages with lists made from data, which stay below what the document says there."""
Write = Callable[[Blocks, Iterable[str]], str]
"""Returns blocks as Markdown; the second value are the ids that other headings of the page have."""


@dataclass(frozen=True)
class Place:
    """Where a chapter of the document goes."""

    page: str
    """The path in docs/."""
    section: str = ""
    """The id of the section that it fills; empty for the whole page."""


@dataclass(frozen=True)
class OwnPage:
    """A page that the blank guide lacks."""

    path: str
    title: str
    after: str
    """The path of the page before it in reading order."""


@dataclass(frozen=True)
class Pages:
    """The pages of the guide."""

    texts: Mapping[str, str]
    """By path in docs/."""
    own: tuple[OwnPage, ...]
    places: tuple[tuple[Chapter, Place], ...]
    """Each chapter of the document, with where it went."""


def start_pages(blank: Mapping[str, str]) -> dict[str, str]:
    """Return the blank guide's pages to begin with, without its example of a source and of how to write one."""
    pages = {path: without_examples(page) for path, page in blank.items()}
    return pages | {BIBLIOGRAPHY_PAGE: without_todo_boxes(pages[BIBLIOGRAPHY_PAGE])}


def make_pages(chapters: Sequence[Chapter], blank: Mapping[str, str], write: Write, language: str = ENGLISH) -> Pages:
    """Put the chapters into the blank guide's pages, or into pages of their own."""
    own: list[OwnPage] = []
    places: list[tuple[Chapter, Place]] = []
    for chapter in chapters:
        before = next((place.page for _, place in reversed(places) if not place.section), HOME)
        places.append((chapter, _place(chapter, blank, own, before, language)))
    texts = dict(blank) | {page.path: f"# {in_markdown(page.title)}\n" for page in own}
    for place in sorted({place for _, place in places}, key=lambda place: bool(place.section)):
        together = [chapter for chapter, other in places if other == place]
        texts[place.page] = _filled(texts[place.page], place, together, write)
    return Pages(with_true_links(texts), tuple(own), tuple(places))


def _place(chapter: Chapter, blank: Mapping[str, str], own: list[OwnPage], before: str, language: str) -> Place:
    if chapter.heading is None:
        return Place(HOME)
    if chapter.part in _SECTIONS:
        return Place(*_SECTIONS[chapter.part])
    part = _ON_PAGE_OF.get(chapter.part or "", chapter.part)
    if part and f"{part}.md" in blank:
        return Place(f"{part}.md")
    title = " ".join(plain(without_shouting(chapter.heading.text, language)).split())
    path = _page_name(title, [*blank, *(page.path for page in own)])
    own.append(OwnPage(path, title, before))
    return Place(path)


def _page_name(title: str, taken: Iterable[str]) -> str:
    """Return the file name of a page of its own, from the words of its title: `bloc-positions.md`."""
    stem = "-".join(plain_words(title)[:6]) or "chapter"
    names = set(taken)
    name, number = f"{stem}.md", 2
    while name in names:
        name, number = f"{stem}-{number}.md", number + 1
    return name


def _filled(page: str, place: Place, chapters: Sequence[Chapter], write: Write) -> str:
    """Return a page with what some chapters say; several of them become sections with their own headings."""
    if place.section:
        blocks = tuple(_in_section(chapters))
        return with_section(page, place.section, write(blocks, ids_of(page))) if blocks else page
    if place.page in _DATA_PAGES:
        page, chapters = without_todo_boxes(page), [chapter for chapter in chapters if not _is_all_data(chapter)]
    blocks = _below_title(chapters[0]) if _is_alone(chapters) else tuple(_as_sections(chapters, 2))
    if not blocks:
        return page
    if place.page in (HOME, *_DATA_PAGES):
        return with_introduction(page, write(blocks, ids_of(page)))
    kept = section_of(page, QUESTIONS_ID)
    return with_body(page, f"{write(blocks, ids_of(kept))}\n\n{kept}")


def _is_all_data(chapter: Chapter) -> bool:
    """Tell whether nothing of a chapter is left for its page; a heading with a note is."""
    return not chapter.blocks and not (chapter.heading and notes_of(chapter.heading.text))


def _below_title(chapter: Chapter) -> Blocks:
    """Return the blocks of a chapter whose heading is the page's own title.

    A note of the heading stands behind the first paragraph, or else behind a paragraph of the heading's words.
    """
    if not chapter.heading or not (notes := notes_of(chapter.heading.text)):
        return chapter.blocks
    if chapter.blocks and isinstance(chapter.blocks[0], Paragraph):
        return with_notes(chapter.blocks, notes)
    return (Paragraph(chapter.heading.text), *chapter.blocks)


def _in_section(chapters: Sequence[Chapter]) -> Iterator[Block]:
    if not _is_alone(chapters):
        yield from _as_sections(chapters, 3)
        return
    for block in _below_title(chapters[0]):
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _is_alone(chapters: Sequence[Chapter]) -> bool:
    """Tell whether a page has one chapter, whose heading is then the page's title."""
    return len(chapters) == 1 and not chapters[0].topic


def _as_sections(chapters: Sequence[Chapter], level: int) -> Iterator[Block]:
    """Yield chapters as sections; the only one of a topic is called by that, since the page has the chapter's name."""
    number = Counter(chapter.topic for chapter in chapters)
    for chapter in chapters:
        yield from below(_named_by_topic(chapter, is_only=number[chapter.topic] == 1), level)


def _named_by_topic(chapter: Chapter, *, is_only: bool) -> Chapter:
    if not chapter.topic or not chapter.heading:
        return chapter
    words = notes_of(chapter.heading.text) if is_only else (Run(": "), *chapter.heading.text)
    return replace(chapter, heading=replace(chapter.heading, text=(Run(chapter.topic), *words)))
