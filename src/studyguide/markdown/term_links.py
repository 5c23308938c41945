"""Link the first mentions of terms in running text to their entries."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE, STX

from studyguide.data.glossary import Term
from studyguide.data.paths import KEY_TERMS_PAGE, SCHEME
from studyguide.markdown.chapter import HEADINGS, Section
from studyguide.markdown.term_matcher import TermMatcher

# Elements in which a link would be nested in another, or would alter literal text.
_UNLINKED = HEADINGS | {"a", "abbr", "cite", "code", "kbd", "math", "pre", "samp", "summary", "sup", "svg"}
_UNLINKED_CLASSES = frozenset({"admonition-title", "no-terms"})
_URL_OR_EMAIL = re.compile(r"\S*(?:\w@\w|://)\S*")
_LONE_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z]+)[^<>]*(?<!/)>")


def may_hold_terms(tag: str, classes: Collection[str]) -> bool:
    """Tell whether mentions of terms are linked within an element."""
    return tag not in _UNLINKED and not _UNLINKED_CLASSES.intersection(classes)


class TermLinker:
    """Links the mentions of terms in one chapter, and records the sections that mention each."""

    def __init__(self, md: Markdown, matcher: TermMatcher[Term]) -> None:
        self._md = md
        self._matcher = matcher
        self._mentioned: dict[tuple[str, str], Section] = {}
        self._linked: set[tuple[str, str]] = set()
        """The terms linked so far, as pairs with the section id, and with an empty id for links once per page."""

    @property
    def mentions(self) -> tuple[tuple[str, Section], ...]:
        """Unique pairs of a term id and a section that mentions the term."""
        return tuple((term, section) for (term, _), section in self._mentioned.items())

    def lead(self, link: Element, term_id: str, section: Section) -> None:
        """Point a link to a term and add the definition for its tooltip; the term counts as linked in the section.

        An unknown id gets no tooltip: `lint.links` reports it.
        """
        link.set("class", "guide-term")
        link.set("href", f"{SCHEME}{KEY_TERMS_PAGE}#term-{term_id}")
        if term := self._matcher.terms.get(term_id):
            link.set("data-definition", term.short_definition)
        self._mentioned.setdefault((term_id, section.id), section)
        self._linked |= {(term_id, section.id), (term_id, "")}

    def link(self, text: str | None, section: Section, hidden: list[str]) -> tuple[str | None, list[Element]]:
        """Link the first mentions in `text`; return the text before the first link, and the links with their tails.

        `hidden` is the stack of open raw HTML tags, such as `<cite>`, in which nothing is linked; it is updated.
        """
        if not text or text.isspace():
            return text, []
        links: list[Element] = []
        before, end = text, 0
        for mention in self._matcher.find(with_hidden_masked(text, hidden, self._md)):
            term = mention.term
            if term.anchor == section.id:
                continue  # no link from the term's own entry
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


def with_hidden_masked(text: str, hidden: list[str], md: Markdown) -> str:
    """Return `text` with hidden text, HTML tags, URLs and e-mail addresses masked; offsets are preserved.

    `hidden` is the stack of open raw HTML tags in which nothing is a mention; it is updated.
    """
    visible = []
    end = 0
    for found in HTML_PLACEHOLDER_RE.finditer(text):
        visible.append(_masked(text[end : found.start()]) if hidden else text[end : found.start()])
        visible.append(_masked(found[0]))
        end = found.end()
        tag = _LONE_TAG.fullmatch(str(md.htmlStash.rawHtmlBlocks[int(found[1])]))
        if tag and tag["name"].lower() in _UNLINKED:
            if not tag["closes"]:
                hidden.append(tag["name"].lower())
            elif tag["name"].lower() in hidden:
                hidden.remove(tag["name"].lower())
    visible.append(_masked(text[end:]) if hidden else text[end:])
    plain = "".join(visible)
    if "@" not in plain and "://" not in plain:  # fast path: the regex is slow
        return plain
    return _URL_OR_EMAIL.sub(lambda found: _masked(found[0]), plain)


def _masked(text: str) -> str:
    return STX * len(text)
