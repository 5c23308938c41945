"""Hand locators to pandoc's citeproc so that they come out whole, in the style's place for them.

Pandoc finds the term of a locator by the words that the locale has for it, so that a term without words in its list
(CSL's article-locator, rule or table) becomes a suffix, which styles print at the end. Its citeproc reshapes numbers:
"A-12" becomes a range, "1,234" two numbers. So each term gets a wording of private use characters here, one more term
is made for all that pandoc does not know, and numbers that are more than digits and ranges are encoded in private use
characters, which `decode` turns back in the output.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from studyguide.data.style_amendments import LABEL
from studyguide.markdown.locator_terms import LONG, NATIVE, SHORT
from studyguide.markdown.locators import LocatorPart, parse_suffix

Forms = Mapping[str, tuple[str, str]]
"""The words of CSL's terms, of one and of several."""
_CSL = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WORDING, _UNLABELLED, _ENCODED, _END = "\U000f0000", "\U000f0001", 0x100000, "\U000f0002"
_OR = "\U000f0003"
"""Stands between a locator with its label and the same without."""
_OTHER = "sub verbo"
"""A term that CSL 1.0.2 renamed, but for which pandoc still looks: here the term of all that pandoc does not know."""
_MARKED_UP = re.compile(r"[\s,:]*[\[<*_`]")
"""The beginning of a suffix in which pandoc would take a part of a link's words or of emphasis for a locator."""
_PLAIN = re.compile(r"(?:\d+|[ivxlc]+|[IVXLC]+)(?:(?:–|-|, | and )(?:\d+|[ivxlc]+|[IVXLC]+))*")
_MANY = f"{_END}, 2{_END}"
"""The end of an encoded value that citeproc is to count as several numbers."""
_VALUE = re.compile(
    rf"(?P<label>{LABEL}(?:\s|&nbsp;)*)?1(?P<encoded>[\U00100000-\U0010fffd][^{_END}]*)(?:{_MANY}|{_END})"
)
_STYLE_TAG = re.compile(r"<(?P<prefix>\w+:)?style\b[^<>]*>")


def with_wordings(style: str) -> str:
    """Return a CSL style with the wordings by which LocatorEncoder names the terms."""
    tag = _STYLE_TAG.search(style)
    if not tag:
        return style
    prefix = tag["prefix"] or ""
    rows = [(term, "verb", _WORDING + term) for term in sorted(NATIVE)]
    rows += [(_OTHER, form, _UNLABELLED) for form in ("long", "short", "symbol")]
    terms = "".join(f'<{prefix}term name="{name}" form="{form}">{text}</{prefix}term>' for name, form, text in rows)
    locale = f"<{prefix}locale><{prefix}terms>{terms}</{prefix}terms></{prefix}locale>"
    return style[: tag.end()] + locale + style[tag.end() :]


@dataclass(frozen=True, slots=True)
class LocatorEncoder:
    """Encodes the locators of a guide."""

    style: str
    language: str

    def encode(self, suffix: str) -> str:
        """Return a citation's suffix with the locator as pandoc is to read it, in braces."""
        parsed = parse_suffix(suffix, self.language)
        if not parsed.locator:
            return "{}" + parsed.rest if parsed.is_explicit or _MARKED_UP.match(suffix) else suffix
        prints_labels_as_written = LABEL in self.style
        forms = {} if prints_labels_as_written else label_forms(self.style, self.language)
        first, *others = parsed.locator
        behind = "".join(f"{part.before}{part.text(forms)}{part.after}" for part in others)
        if first.csl == "page" and not first.before and prints_labels_as_written:
            return f"{{{_WORDING}page {_page(first, behind)}}}{parsed.rest}"
        if _is_native(first) and not prints_labels_as_written:
            return f"{{{_WORDING}{first.csl} {_numbers(first, behind)}}}{parsed.rest}"
        return f"{{{_UNLABELLED} {_encoded(first.before + first.text(forms) + behind, _END)}}}{parsed.rest}"


@lru_cache(maxsize=4)
def label_forms(style: str, language: str) -> Forms:
    """Return the words of CSL's terms for locators, in the form that a CSL style uses.

    They are the style's own, else English ones; a guide in another language keeps those that its author wrote.
    """
    root = ElementTree.fromstring(style)
    label = next((label for label in root.iter(f"{_CSL}label") if label.get("variable") == "locator"), None)
    form = "short" if label is None else label.get("form", "long")
    forms = dict(SHORT if form == "short" else LONG) if language.lower().startswith("en") else {}
    for locale in root.findall(f"{_CSL}locale"):
        if language.lower().startswith(locale.get(_LANGUAGE, "").lower()[:2]):
            terms = locale.iter(f"{_CSL}term")
            forms |= {str(term.get("name")): _words(term) for term in terms if term.get("form", "long") == form}
    if label is not None and label.get("strip-periods") == "true":
        return {name: (one.replace(".", ""), many.replace(".", "")) for name, (one, many) in forms.items()}
    return forms


def _words(term: Element) -> tuple[str, str]:
    text = (term.text or "").strip()
    return term.findtext(f"{_CSL}single", text).strip(), term.findtext(f"{_CSL}multiple", text).strip()


def _numbers(part: LocatorPart, behind: str) -> str:
    """Return the numbers of a part whose label pandoc writes; plain ones as they are, for the style's page ranges."""
    if _PLAIN.fullmatch(part.value) and not behind and not part.runs_backwards:
        return part.value.replace("–", "-")
    return _encoded(part.value + behind, _MANY if part.is_plural else _END)


def _is_native(part: LocatorPart) -> bool:
    """Tell whether pandoc writes the label of a part."""
    return part.csl in NATIVE and not part.before and part.term is not None and part.term.is_in_locale


def _page(part: LocatorPart, behind: str) -> str:
    """Return pages with and without their label, of which the style says which are printed; they share a full stop."""
    bare = part.value + behind
    labelled = (part.text({}) + behind).removesuffix("." if bare.endswith(".") else "")
    return _encoded(f"{labelled}{_OR}{bare}", _MANY if part.is_plural else _END)


def _encoded(text: str, end: str) -> str:
    """Return a text as one word that begins with a digit; its full stop stays, lest a style add another."""
    points = map(ord, text.removesuffix("."))
    word = "".join(chr(point + _ENCODED if point < 0xFFFE else point) for point in points)
    return f"1{word}{end}{text[-1:] if text.endswith('.') else ''}"


def decode(html: str) -> str:
    """Return HTML of citeproc's with the encoded values as text."""
    html = re.sub(rf"{_UNLABELLED}\s*", "", html) if _UNLABELLED in html else html
    html = _VALUE.sub(_decoded, html) if _END in html else html
    return re.sub(rf"{LABEL}\s*", "", html) if LABEL in html else html


def _decoded(value: re.Match[str]) -> str:
    points = map(ord, value["encoded"])
    text = "".join(chr(point - _ENCODED if point >= _ENCODED else point) for point in points)
    labelled, _, bare = text.partition(_OR)
    return escape(labelled if value["label"] else bare or labelled, quote=False)
