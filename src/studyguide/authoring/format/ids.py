"""Generate ids from the words of a name or title, in lower case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from studyguide.data.latin_letters import LATIN_LETTERS

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_STOP_WORDS = frozenset(
    """
    a about after against all an and are as at be been before between by de der des die du during el for from has have
    how if in into is it its la le les more new no not of on or our over out than that the their them these they this
    to towards under und up was were what when where which who why will with you your
    """.split()  # noqa: SIM905
)
_OTHER_SCRIPT = re.compile(r"(?P<han>[\u4e00-\u9fff])|[^\W\d_a-z\u00aa-\u02af\u0300-\u036f\u1e00-\u1eff\u4e00-\u9fff]+")
"""A Chinese character, or letters that are not Latin."""
_YEAR = re.compile(r"[0-9]{2}[0-9X]{2}")


def plain_words(text: str) -> list[str]:
    """Return the words of a text in lower-case ASCII: `Ökonomie’s 2nd` becomes `okonomies` and `2nd`.

    Words in other scripts are transliterated: `жертвы` becomes `zhertvy`, and `儿童` `er` and `tong`.
    """
    text = unicodedata.normalize("NFC", _APOSTROPHE.sub("", text)).casefold().translate(LATIN_LETTERS)
    folded = unicodedata.normalize("NFKD", _OTHER_SCRIPT.sub(_transliterated, text))
    return re.findall(r"[a-z0-9]+", "".join(character for character in folded if not unicodedata.combining(character)))


def _transliterated(word: re.Match[str]) -> str:
    from anyascii import anyascii  # imported late: few names need it

    plain = re.sub("[^a-z0-9]", "", anyascii(word[0]).lower())
    return f" {plain} " if word["han"] else plain


def telling_words(text: str) -> list[str]:
    """Return the plain words of a text without stop words, or all of them if they are all stop words."""
    words = plain_words(text)
    return [word for word in words if word not in _STOP_WORDS] or words


def term_id(name: str, taken: Collection[str]) -> str:
    """Return an id for a term that is not `taken`: its name, hyphenated."""
    return _free("-".join(plain_words(name)) or "term", taken)


def event_id(title: str, date: str, taken: Collection[str]) -> str:
    """Return an id for an event that is not `taken`: three words of its title, without stop words, and its year."""
    year = _YEAR.search(date)
    words = [*(telling_words(title)[:3] or ["event"]), *([year[0].lower()] if year else [])]
    return _free("-".join(words), taken)


def _free(wanted: str, taken: Collection[str]) -> str:
    number = 2
    free = wanted
    while free in taken:
        free = f"{wanted}-{number}"
        number += 1
    return free
