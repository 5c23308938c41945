"""List the numbers of headings, which the guide does not print, and tell where words refer to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from studyguide.authoring.documents.findings import Finding, Listed, Risk
from studyguide.authoring.documents.outline.numbering import NumberedHeading
from studyguide.authoring.documents.pages.headings import calm_title
from studyguide.authoring.documents.references.reference_words import any_of
from studyguide.authoring.documents.wording.document_words import ENGLISH, document_words
from studyguide.authoring.documents.wording.heading_numbers import number_pattern, paths_of
from studyguide.data.paths import BIBLIOGRAPHY, SETTINGS

_CITATION = r"\[@[^\]]*\]"
_DIVIDED = re.compile(r"\d\.\d")
_BEGINNING = 40
"""Letters of a reference and of what is behind it, by which its line is found."""


def numbers_listed(numbered: Iterable[NumberedHeading]) -> Iterator[Listed]:
    """Yield the numbers that stood before headings."""
    for heading in numbered:
        why = f"The guide has contents of its own, and no number before “{heading.title}”:"
        yield Listed("number of a heading", heading.printed, why)


def number_findings(files: Mapping[str, str], numbered: Iterable[NumberedHeading], language: str) -> Iterator[Finding]:
    """Yield the words in files, given by path, that refer to a numbered heading: "see section 2.1"."""
    titles = {heading.path: calm_title(heading.title, language) for heading in reversed(list(numbered))}
    for path, text in files.items():
        for found in _references(text, language) if path not in (BIBLIOGRAPHY, SETTINGS) else ():
            number = found["number"] or found["alone"]
            title = next((titles[each] for each in paths_of(number or "", language) if each in titles), "")
            if number and (title or (found["number"] and (found["see"] or "." in number))):
                said = f"say its heading, “{title}”, or link to it:" if title else "say its heading, or link to it:"
                mark = found.string[found.start() : found.end() + _BEGINNING].partition("\n")[0]
                yield Finding(Risk.BY_NUMBER, f"Headings have no numbers here; {said}", found[0], path, mark)


def _references(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield the references of a text, searched for in paragraphs that may have one: the whole pattern is slow."""
    words = [_folded(word) for word in _numbering(language)]
    for paragraph in text.split("\n\n"):
        folded = _folded(paragraph)
        if _DIVIDED.search(paragraph) or any(word in folded for word in words):
            yield from _pattern(language).finditer(paragraph)


def _folded(text: str) -> str:
    """Return a text in small letters, with one i for Turkish too, as a pattern without case has it."""
    return text.casefold().replace("ı", "i")


def _numbering(language: str) -> list[str]:
    """Return the words for parts of a document: "section"."""
    return [word for tongue in (language, ENGLISH) for word in document_words(tongue)["chapters"]["numbering"]]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return a pattern of references: "section 2.1", "see part II", "(see 2.1)", but not "part II of the treaty"."""
    own, english = (document_words(tongue)["chapters"] for tongue in (language, ENGLISH))
    joints = "|".join((*own["joints"], *english["joints"]))
    behind = "|".join(own.get("numbering_behind", ()))
    words = "|".join(_numbering(language))
    gap, end = (r"\s*", rf"(?={behind})|") if behind else (r"s?\s+", "")
    start = "" if behind else r"(?<!\w)"
    see = any_of("see")
    return re.compile(
        rf"{_CITATION}|{start}(?P<see>{see}\s+(?:\w+\s+)?)?(?i:{words}){gap}"
        rf"(?P<number>{number_pattern(language)})(?:{end}(?!\w|\s+(?:{joints})\s))"
        rf"|(?:[(§]\s*(?:{see}\s+)?|(?<!\w){see}\s+)(?P<alone>\d{{1,2}}(?:\.\d{{1,2}})+)(?=\s*(?:[);,:.]|$))",
        re.MULTILINE,
    )
