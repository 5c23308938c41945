"""Generate citation keys in the guide's form: author, year and a word of the title, as in `unicef2021protecting`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from studyguide.authoring.format.ids import plain_words, telling_words
from studyguide.data.bibliography import Source

_MARKUP = re.compile(r"[{}]|\\(?:text\w+\b|.)")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_FORM = re.compile(r"(?P<author>.+?)(?:-nd-|-?[0-9]{4})[a-z]")
_SHORT_NAME = re.compile(r"\(([A-Z][\w-]{1,11})\)")
_HOST = re.compile(r"(?i)https?://(?:www\.)?(?P<name>[^./:]+)")
_CREATORS = ("author", "editor", "organization", "institution", "publisher", "journaltitle", "journal")


def new_key(source: Source, known: Iterable[Source]) -> str:
    """Return a key for a source that differs from those of the `known` sources, ignoring case."""
    known = list(known)
    author = _author(source, known)
    year = _YEAR.search(source.fields.get("date", "") or source.fields.get("year", ""))
    title = telling_words(_plain(source.fields.get("title", "")))
    words = [word for word in title if word != author] or title or ["untitled"]
    dash = "-" if author[-1].isdigit() else ""
    beginning = f"{author}{dash}{year[0]}" if year else f"{author}-nd-"
    return _free(beginning, words, {other.key.casefold() for other in known})


def _free(beginning: str, words: list[str], taken: Collection[str]) -> str:
    """Return the first key that is not `taken`: with one title word, two, three, then with a number."""
    keys = [beginning + "".join(words[:count]) for count in (1, 2, 3)]
    number = 2
    while keys[0] in taken:
        if len(keys) == 1:
            keys.append(f"{beginning}{words[0]}-{number}")
            number += 1
        del keys[0]
    return keys[0]


def _author(source: Source, known: Iterable[Source]) -> str:
    """Return the author part of a key: as in the keys of the same author's other sources, if there are any."""
    field, name = _creator(source)
    same = Counter(
        form["author"] for other in known if _creator(other) == (field, name) and (form := _FORM.match(other.key))
    )
    if name and same:
        return same.most_common(1)[0][0]
    is_people = field in ("author", "editor")
    first = split_multiple_persons_names(name)[0] if is_people and name.strip() else name
    if is_people and not first.startswith("{"):
        word = "".join(plain_words(_plain(" ".join(parse_single_name_into_parts(first, strict=False).last))))
    else:
        word = _of_corporate_name(_plain(first))
    return word or _of_url(source.fields.get("url", "")) or "anonymous"


def _creator(source: Source) -> tuple[str, str]:
    """Return the field, and its value, that names who made a source; an editor only if there is no author."""
    return next(((field, source.fields[field]) for field in _CREATORS if source.fields.get(field)), ("", ""))


def _of_corporate_name(name: str) -> str:
    """Return the abbreviation that a corporate name gives, its initials if it has three words or more, or the name."""
    short = _SHORT_NAME.search(name)
    words = telling_words(name)
    if short:
        words = plain_words(short[1])
    elif len(words) > 2:
        words = [word[0] for word in words]
    return "".join(words)


def _of_url(url: str) -> str:
    host = _HOST.match(url)
    return "".join(plain_words(host["name"])) if host else ""


def _plain(text: str) -> str:
    return _MARKUP.sub("", text)
