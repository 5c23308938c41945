"""Give headings ids that can be read in any script, and keep the ids that they had.

Python-Markdown drops all letters but those of English, so that "Жертвы" becomes `_1`, its place among such headings,
and "Maßnahmen" `manahmen`. Here Latin letters become plain ones, and the letters of other scripts stay, as in the
addresses of Wikipedia: a chair can write `#жертвы` without knowing a transliteration, and browsers show it so.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from unicodedata import category, combining, normalize
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor, slugify
from markdown.treeprocessors import Treeprocessor

from studyguide.data.latin_letters import LATIN_LETTERS
from studyguide.markdown.chapter import HEADINGS

_SIGN = re.compile(r"[^\w\s-]", re.ASCII)


def readable_slug(text: str, separator: str) -> str:
    """Return the id for the text of a heading: that of Python-Markdown, unless it drops letters."""
    if text.isascii():
        return slugify(text, separator)
    letters = normalize("NFC", text).lower().translate(LATIN_LETTERS)
    kept = "".join(map(_kept, letters)).strip()
    return re.sub(rf"[{separator}\s]+", separator, kept)


def _kept(character: str) -> str:
    """Return a character as it stands in an id: plain, if it is Latin; nothing for a sign."""
    plain = normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    if plain:
        return _SIGN.sub("", plain.lower())
    is_vowel_sign = category(character)[0] == "M" and not _is_optional(character)
    return character if is_vowel_sign or (character.isalnum() and character != "\u0640") else ""


def _is_optional(mark: str) -> bool:
    """Tell whether a combining mark is left out as a rule: the points of Arabic and Hebrew, and accents."""
    return 10 <= combining(mark) <= 36 or combining(mark) >= 200


class _Slugs:
    """A `slugify` for Python-Markdown, which remembers what the ids of a page would have been."""

    def __init__(self, former: MutableMapping[str, str]) -> None:
        self.former = former

    def __call__(self, text: str, separator: str) -> str:
        slug, former = readable_slug(text, separator), slugify(text, separator)
        if former and former != slug:
            self.former.setdefault(slug, former)
        return slug


class KeepFormerIds(Treeprocessor):
    """Adds to each heading an anchor with the id that it had, where that was made of its letters."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.former: dict[str, str] = {}
        for contents in md.treeprocessors:
            if isinstance(contents, TocTreeprocessor) and contents.slugify is slugify:  # the guide has chosen no other
                contents.slugify = _Slugs(self.former)

    def run(self, root: Element) -> None:
        """Add the anchors, but for ids that other elements of the page have."""
        if not self.former:
            return
        taken = {element.get("id") for element in root.iter()}
        for heading in root.iter():
            former = self.former.pop(heading.get("id", ""), "") if heading.tag in HEADINGS else ""
            if former and former not in taken:
                taken.add(former)
                SubElement(heading, "span", {"id": former})  # MkDocs asks each `a` for its href
        self.former.clear()
