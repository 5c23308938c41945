"""Link the first mention of each term to its entry, in running text alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE, STX

from studyguide.data.paths import KEY_TERMS_PAGE, SCHEME
from studyguide.markdown.chapter import HEADINGS, Section
from studyguide.markdown.term_matcher import TermMatcher

# Where a term is not linked: it would nest links, or change what is shown letter for letter.
_UNLINKED = HEADINGS | {"a", "abbr", "cite", "code", "kbd", "math", "pre", "samp", "summary", "sup", "svg"}
_UNLINKED_CLASSES = frozenset({"admonition-title", "no-terms"})
_BARE_ADDRESS = re.compile(r"\S*(?:\w@\w|://)\S*")
_LONE_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z]+)[^<>]*(?<!/)>")


def may_hold_terms(tag: str, classes: Collection[str]) -> bool:
    """Tell whether terms are linked in an element's text."""
    return tag not in _UNLINKED and not _UNLINKED_CLASSES.intersection(classes)


class TermLinker:
    """Links the terms of one chapter, and remembers which section uses which."""

    def __init__(self, md: Markdown, names: TermMatcher) -> None:
        self._md = md
        self._names = names
        self._mentioned: dict[tuple[str, str], Section] = {}
        self._linked: set[tuple[str, str]] = set()
        """The terms that have their link, with the section's id, and with nothing where once a page is enough."""

    @property
    def mentions(self) -> tuple[tuple[str, Section], ...]:
        """Each term's id with each section that uses it, once."""
        return tuple((term, section) for (term, _), section in self._mentioned.items())

    def lead(self, link: Element, term_id: str, section: Section) -> None:
        """Make a link, be it an author's or our own, lead to a term; the section needs no other to this term.

        It carries the definition for a tooltip. Where no term has the id there is none: the check tells of it.
        """
        link.set("class", "guide-term")
        link.set("href", f"{SCHEME}{KEY_TERMS_PAGE}#term-{term_id}")
        if term := self._names.terms.get(term_id):
            link.set("data-definition", term.short_definition)
        self._mentioned.setdefault((term_id, section.id), section)
        self._linked |= {(term_id, section.id), (term_id, "")}

    def link(self, text: str | None, section: Section, hidden: list[str]) -> tuple[str | None, list[Element]]:
        """Make links of the first mentions in `text`: give the text before the first link, and the links.

        `hidden` holds the open tags of HTML, as in `<cite>`, under which nothing is linked; it is kept up to date.
        """
        if not text or text.isspace():
            return text, []
        links: list[Element] = []
        before, end = text, 0
        for mention in self._names.find(self._visible(text, hidden)):
            term = mention.term
            if term.anchor == section.id:
                continue  # its own entry
            scope = section.id if term.link == "section" else ""
            is_linked = (term.id, scope) in self._linked
            if term.link != "never":
                self._mentioned.setdefault((term.id, section.id), section)
            if term.link == "never" or is_linked:
                continue
            between = text[end : mention.start]
            if links:
                links[-1].tail = between
            else:
                before = between
            link = Element("a")
            link.text = text[mention.start : mention.end]
            self.lead(link, term.id, section)
            links.append(link)
            end = mention.end
        if links:
            links[-1].tail = text[end:]
        return before, links

    def _visible(self, text: str, hidden: list[str]) -> str:
        """Give `text`, as long as before, covered where it is hidden, a tag of HTML or an address."""
        visible = []
        end = 0
        for found in HTML_PLACEHOLDER_RE.finditer(text):
            visible.append(_covered(text[end : found.start()]) if hidden else text[end : found.start()])
            visible.append(_covered(found[0]))
            end = found.end()
            tag = _LONE_TAG.fullmatch(str(self._md.htmlStash.rawHtmlBlocks[int(found[1])]))
            if tag and tag["name"].lower() in _UNLINKED:
                if not tag["closes"]:
                    hidden.append(tag["name"].lower())
                elif tag["name"].lower() in hidden:
                    hidden.remove(tag["name"].lower())
        visible.append(_covered(text[end:]) if hidden else text[end:])
        plain = "".join(visible)
        if "@" not in plain and "://" not in plain:  # nearly always, and quickly told
            return plain
        return _BARE_ADDRESS.sub(lambda address: _covered(address[0]), plain)


def _covered(text: str) -> str:
    return STX * len(text)
