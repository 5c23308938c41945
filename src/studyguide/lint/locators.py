"""Find what was meant as a locator in a citation, but would be printed as a remark, at the end of the note."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from studyguide.data.bibliography import Source
from studyguide.data.guide import Guide
from studyguide.data.locator_words import locator_words
from studyguide.diagnostics.diagnostic import Finding, Location, Problem, finding
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_guide
from studyguide.markdown.citations import KEY, CiteItem, key_cut_short
from studyguide.markdown.locator_terms import locator_terms
from studyguide.markdown.locators import Suffix, find_labelled, folded, is_locator, parse_suffix

_SHAPE = re.compile(
    r"(?P<label>[^\W\d_]{2,20})(?P<dot>\.?)\s?(?P<number>\d[\w.]*|[IVXLC]+(?!\w))(?=\s*(?:[,;:.(–-]|and\b|&|$))"
)
_NUMBER = re.compile(r"[(\[:–-]?\d|\(\w{1,4}\)|[A-Z](?![\w<])")
_GOES_ON = re.compile(r"[%+=^~_]|(?:\.\.+|[…'′″])\s?\d|[–—-]\s*(?:$|[,;])")
"""What behind a number makes it another one than was read, or leaves its range open: `12%`, `4…5`, `4–`."""
_DATE = re.compile(r"(?:[a-z]+ )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d(?!\d)")
_DATE_IN_WORDS = re.compile(r"(?:(?:[^\W\d_]+[.,]?|\d{1,2}(?:\.?º|er|\.)?) ){0,4}(?:1[5-9]|20)\d\d(?!\d)")
"""The same in languages other than English."""
_LABEL_ALONE = re.compile(r"(?P<label>[^\W\d_]{1,12})(?:\.?$|\.\s|,\s?(?=\d))")
_WITH_NUMBER = frozenset({"article-locator", "chapter", "page", "paragraph", "section", "volume"})
_CITED_ELSEWHERE = re.compile(r"\b(?:cited|quoted|printed|reprinted|reproduced|discussed) (?:in|by)\b", re.IGNORECASE)
_OF_THIS_TEXT = re.compile(r"(?:supra|infra|above|below),? (?:at )?(?:note|n\.|fn)", re.IGNORECASE)
_SIGNS = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "*": "*"}
"""What opens around a key, and what closes."""
_BEHIND_STROKE = re.compile(r"\s*/@(?P<key>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*).*")
_ANOTHER_KEY = re.compile(KEY)
_FAR = 500
"""The length of a suffix within which its words are looked for."""


@on_guide
def unread_locators(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find numbers and labels that are not read as a locator, in the languages whose labels are known."""
    if not guide.language.lower().startswith("en") and not locator_words(guide.language).words:
        return
    files = {file.path: file for file in guide.files}
    for chapter in context.chapters:
        files[chapter.span.file.path] = chapter.span.file
        for citation in chapter.citations:
            for item in citation.cite_items:
                where = item.where or citation.where
                file = files.get(where.path)
                if words := locator_before(item, guide.language):
                    told = finding("unread-locator", "before", key=item.key, words=words)
                    yield told.at(_place(words, where, file, is_before=True))
                if not _sign_beside(item, guide.source_keys or ()) and (found := unread_locator(item, guide)):
                    yield found[1].at(_place(found[0], where, file))


@on_guide
def signs_beside_keys(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find keys in quotation marks or emphasis, and second keys behind a stroke, which notes print as they stand."""
    keys = guide.source_keys or ()
    for chapter in context.chapters:
        for citation in chapter.citations:
            for item in citation.cite_items:
                if item.key in keys and (told := _sign_beside(item, keys)):
                    yield told.at(item.where or citation.where)


def _sign_beside(item: CiteItem, keys: Collection[str]) -> Finding | None:
    sign = item.prefix[-1:]
    if sign in _SIGNS and item.suffix.startswith(_SIGNS[sign]):
        return finding("citation-without-sign", "stray", key=item.key + item.suffix.lstrip(_SIGNS[sign]))
    second = _BEHIND_STROKE.search(item.suffix)
    if second and second["key"] in keys:
        behind = item.suffix[: second.start()]
        return finding("missing-semicolon", cited=f"@{item.key}{behind}; {second[0].lstrip(' /')}")
    return None


def locator_before(item: CiteItem, language: str = "en") -> str:
    """Return the prefix of a cite item if it is a locator, else an empty string."""
    words = item.prefix.strip(" ,:，،")
    return words if words and is_locator(words, language) and find_labelled(words, language) else ""


def unread_locator(item: CiteItem, guide: Guide) -> tuple[str, Finding] | None:
    """Return the words of a cite item's suffix that look like a locator and are none, and what is wrong with them."""
    words = item.suffix.strip(" ,:;")
    if key_cut_short(item, guide.source_keys or ()):  # which is told as an unknown source
        return None
    if words in (guide.source_keys or ()):
        return words, finding("missing-semicolon", cited=f"@{item.key}; @{words}")
    source = guide.sources_by_key.get(item.key)
    if words and source and words == _year_of(source):
        return words, finding("unread-locator", "year", words=words)
    told = _unread(item, guide.language)
    return (told[0], _in_words_of(guide.language, *told)) if told else None


def _in_words_of(language: str, words: str, told: Finding) -> Finding:
    """Return a finding whose advice has the guide's language in its examples."""
    labels = locator_words(language).labels
    english = "as in p. 4 or art. 5"
    if not labels or english not in told.fix:
        return told
    page, article = labels["page"][0].format(4), labels["article-locator"][0].format(5)
    return replace(told, fix=told.fix.replace(english, f"as in {page} or {article}"))


def _year_of(source: Source) -> str:
    return (source.fields.get("date") or source.fields.get("year", ""))[:4]


def _unread(item: CiteItem, language: str) -> tuple[str, Finding] | None:
    if item.suffix.startswith("@"):
        return item.suffix, finding("missing-semicolon", cited=f"@{item.key}; {item.suffix}")
    parsed = parse_suffix(item.suffix, language)
    if parsed.is_explicit or _ANOTHER_KEY.search(item.suffix):  # that was reported while the chapter was read
        return None
    rest = parsed.rest.strip(" ,.:;，،。：")
    words = item.suffix.strip(" ,:，،")
    told = _misread(parsed, words) if parsed.locator else _without_locator(rest, item.key, language)
    date = _DATE_IN_WORDS if locator_words(language).words else _DATE
    return told or (None if date.match(rest) or _leads_away(rest, language) else _unknown_label(rest, language))


def _leads_away(text: str, language: str) -> bool:
    """Tell whether words of a language other than English lead to another source, or to a place in the guide."""
    words = locator_words(language)
    leads = [re.search(words.cited, text, re.IGNORECASE), re.match(words.this_text, text, re.IGNORECASE)]
    return bool(words.words) and any(leads)


def _misread(parsed: Suffix, words: str) -> tuple[str, Finding] | None:
    """Find a locator that is part of something else, or runs backwards, in a suffix of these words."""
    first = parsed.locator[0]
    if _GOES_ON.match(parsed.rest) or (not first.label and not first.unit and re.match(r" \w", parsed.rest)):
        return words, finding("unread-locator", words=words)  # "99 years later" is no page 99
    if backwards := next((part for part in parsed.locator if part.runs_backwards), None):
        written = f"{backwards.label}{backwards.gap}{backwards.value}{backwards.unit}"
        return words, finding("unread-locator", "backwards", words=written)
    return None


def _unknown_label(text: str, language: str) -> tuple[str, Finding] | None:
    """Find a number with an unknown label, or without one; behind a remark only one with what resembles a label."""
    for number, words in enumerate(text.split(", ")):
        shape = _SHAPE.match(words)
        fix = _fix(shape, language) if shape else ""
        if shape and (fix or not number):
            return shape[0], finding("unread-locator", words=shape[0], fix=fix)
    is_number = _NUMBER.match(text) or _counts(text, language)
    return (text, finding("unread-locator", words=text)) if is_number else None


def _counts(text: str, language: str) -> bool:
    """Tell whether a text begins with what stands before a number with a unit, as in 第5则, and that number."""
    before, value = locator_words(language).before, locator_words(language).value
    return bool(before and re.match(rf"{before}(?:{value})", text))


def _without_locator(text: str, key: str, language: str) -> tuple[str, Finding] | None:
    """Find a locator behind other words, or a label without its number, where a suffix begins with no locator."""
    is_of_another = _CITED_ELSEWHERE.search(text) or _OF_THIS_TEXT.match(text) or _leads_away(text, language)
    if elsewhere := "" if is_of_another else find_labelled(text.replace("_", " "), language):
        return elsewhere, finding("unread-locator", "elsewhere", key=key, words=elsewhere)
    return (text, finding("unread-locator", "number", words=text)) if _is_label_alone(text, language) else None


def _is_label_alone(text: str, language: str) -> bool:
    label = _LABEL_ALONE.match(text)
    term = locator_terms(language).get(folded(label["label"])) if label else None
    return term is not None and term.csl in _WITH_NUMBER


def _fix(shape: re.Match[str], language: str) -> str:
    """Return the advice on an unknown label that resembles a known one, by its letters at least."""
    label = shape["label"].lower()
    labels = [word for word in locator_terms(language) if len(word) > 2]
    same_letters = [word for word in labels if sorted(word) == sorted(label)]
    near = difflib.get_close_matches(label, same_letters or labels, 1, 0 if same_letters else 0.75)
    if not near:
        return ""
    word = near[0].capitalize() if shape["label"][0].isupper() and locator_words(language).words else near[0]
    return f'Did you mean "{word}{shape["dot"]} {shape["number"]}"?'


def _place(words: str, key: Location, file: SourceFile | None, *, is_before: bool = False) -> Location:
    """Return the place of words beside a key, which may go over lines; that of the key where they are not found."""
    if not file or not key.column:
        return key
    start = file.offset(key)
    pattern = re.compile(r"[\s>]+".join(map(re.escape, words.split())))
    begin, end = (max(start - _FAR, 0), start) if is_before else (start, start + _FAR)
    found = list(pattern.finditer(file.text, begin, end))
    return file.location(found[-1 if is_before else 0].start()) if found else key
