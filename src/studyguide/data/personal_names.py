"""Mend the names of a field that BibTeX misreads: `Smith J, Jones K`, `King Jr.`, `Nations, United`, `et al.`.

BibTeX reads `Given Family`, `Family, Given` and `Family, Jr., Given`, with "and" between two names (BibLaTeX manual,
section 3.1.2). Only what is certain is mended: names have many forms, and most of those that look odd are right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from studyguide.data.corporate_authors import has_corporate_word, is_corporate_author, names_in

_EXTENDED = re.compile(r"(?i)(?:family|given|prefix|suffix)(?:-i)?\s*=")
"""BibLaTeX's extended name format (manual, section 3.4): `family=Gogh, given=Vincent, prefix=van`."""
_AND_OTHERS = re.compile(
    r"(?i)(?:^|[,;]?\s+)[\[(]?(?:and )?(?:et\.? al(?:\.|ii)?|\\?& al\.?|et autres|u\. ?a\.)[\])]?$"
)
_SEPARATOR = re.compile(r"\s*,?\s+\\?&\s+|\s*;\s*|,?\s+(?:et|und)\s+")
_STRAY = re.compile(r"^(?:and\s+)+|(?:\s*[,;]|\s+and)+$")
_QUALIFIER = re.compile(r"\s*\([^()]*(?:sess\.|[0-9]{4})[^()]*\)$")
"""What a library's catalogue adds to the name of a body: `UN. General Assembly (64th sess. : 2009-2010)`."""
_DATES_OF_LIFE = re.compile(r",\s*(?:approximately |ca\. |b\. |d\. )?[0-9]{4}\??-?(?:[0-9]{4})?\??(?:-?,? \w+)?\.?$")
_ROLE = re.compile(r"(?i)\s*\((?:eds?|editors?|hrsg|trans|comp)\.?\)$")
_DEGREE = re.compile(r"(?<=\w|\.),\s*(?:Ph\.? ?D|M\.?D|LL\.? ?[BDM]|Esq)\.?$")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|III?|IV")
_SUFFIX_BEHIND = re.compile(r"(.*\w\.?)\s+(Jr\.?|Sr\.?|III?)")
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?)*[A-Z]\.?")
_DOTTED = re.compile(r"(?:[A-Z]\.[ -]?)+[A-Z]\.")
_PARTICLE = re.compile(r"(?:d[aeiou]s?|de[lnr]|della|di|l[ae]s?|ten|ter|v[ao]n|zu[mr]?|el|al|bin|ibn|y|e)")
_LETTERS = r"[^\W\d_]"
_PART = r"[A-Z][a-zß-öø-ÿ]+"
_GIVEN = rf"(?:{_PART}|[A-Z]\.?)(?:[ -](?:{_PART}|[A-Z]\.?))*"
_USUAL = re.compile(rf"(?!.*\b(?:Jr|Sr|Et)\b)(?:{_PART}(?:-{_PART})?, {_GIVEN}|{_GIVEN} {_PART})")
"""The form of most names, which needs no further look: `Smith-Lee, Anna B.`, `Anna B Smith`."""
_WORD = re.compile(rf"{_LETTERS}+(?:[.'’-]+{_LETTERS}+)*[.']?")
_CONSONANTS = re.compile(r"(?!NG$)[^AEIOUY]+")
_COUNTRIES = frozenset("EU GB UAE UK UN US USA".split())  # noqa: SIM905
_NO_SURNAME = re.compile(
    r"(?:administration|agency|association|authority|coalition|commission|committee|corporation|department|federation|"
    r"foundation|government|initiative|institut(?:e|ion)|ministry|nations|organi[sz]ation|program(?:me)?|secretariat|"
    r"university)",
    re.IGNORECASE,
)
"""Words at the end of an organisation's name that nobody has as a family name."""
_LAST_WORD = re.compile(r"(?i:bank|council|court|fund|international|network|office|press|service|union|watch|women)")
_UNFINISHED = re.compile(r"(?:^|\s)(?:for|of|the)$")


def mended_names(names: str) -> str:
    """Return the names of a field as BibTeX reads them: people parted by "and", organisations in braces."""
    return mended_people(mended_organisations(names))


@lru_cache(maxsize=4096)  # a field is checked, and printed as it is mended
def mended_people(names: str) -> str:
    """Return the names of a field, whose organisations stand in braces, as BibTeX reads them."""
    mended = _alike([person for name in names_in(names) for person in _mended(name)])
    return names if mended in ([], ["others"]) else " and ".join(mended)


@lru_cache(maxsize=4096)
def mended_organisations(names: str) -> str:
    """Return the names of a field with braces around each organisation, its words in their order."""
    return " and ".join(_organisation(name) for name in names_in(names))


def count_of_people(names: str) -> int:
    """Return how many names a field has, without "others"."""
    return sum(name != "others" for name in names_in(names))


def is_others(name: str) -> bool:
    """Tell whether a name stands for the people who are not named: `et al.`, "others"."""
    return name.casefold() == "others" or bool((found := _AND_OTHERS.search(name)) and not found.start())


def is_extended(name: str) -> bool:
    """Tell whether a name has BibLaTeX's extended format."""
    return bool(_EXTENDED.match(name))


def _organisation(name: str) -> str:
    if "{" in name or is_extended(name):
        return f"{{{name}}}" if is_corporate_author(name) else name
    plain = _QUALIFIER.sub("", name)
    family, comma, given = (part.strip() for part in plain.partition(","))
    if comma and "," not in given and _is_inverted(family, given):
        return f"{{{given} {family}}}"
    return f"{{{plain}}}" if is_corporate_author(plain) else name


def _is_inverted(family: str, given: str) -> bool:
    """Tell whether the last word of an organisation stands first: `Nations, United`; `Council, Jane` is a person."""
    if _UNFINISHED.search(given):  # Children, Save the
        return True
    if _NO_SURNAME.fullmatch(family):
        return not _INITIALS.fullmatch(given)
    return bool(_LAST_WORD.fullmatch(family)) and has_corporate_word(given)


def _mended(name: str) -> list[str]:
    """Return the people in what BibTeX takes for one name."""
    if _USUAL.fullmatch(name) or "{" in name or name == "others" or is_extended(name):
        return [name]
    plain = _STRAY.sub("", name)
    if others := _AND_OTHERS.search(plain):
        rest = plain[: others.start()]
        return [*(_mended(rest) if rest else []), "others"]
    parts = _SEPARATOR.split(plain)
    if len(parts) > 1 and all(map(_is_person_or_several, parts)):
        return [person for part in parts for person in _between_commas(part.strip(" ,"), is_list=True)]
    return _between_commas(plain, is_list=plain != name) if plain else []


def _between_commas(name: str, *, is_list: bool) -> list[str]:
    """Return the people between commas; `is_list` if something else tells already that they are several."""
    name = _without_additions(name)
    parts = [part.strip() for part in name.split(",")]
    if len(parts) > 1 and _have_initials_behind(parts):
        return [_initials_behind(part) for part in parts]
    given = parts[1::2]
    families = [part for part in parts[::2] if _is_part(part) and len(part) > 1]
    if len(parts) > 2 and len(families) == len(given) and all(map(_INITIALS.fullmatch, given)):
        return [f"{family}, {initials}" for family, initials in zip(families, given, strict=True)]
    if len(parts) > 1 and all(map(_is_natural, parts)):
        has_initials = all(re.match(r"[A-Z]\.|\w+ [A-Z]\.? \w", part) for part in parts)
        if len(parts) > 2 or is_list or has_initials:
            return parts
    return [_person(parts)]


def _without_additions(name: str) -> str:
    """Return a name without what a catalogue or a title page adds: years of life, `(ed.)`, a degree."""
    for addition in (_DATES_OF_LIFE, _ROLE, _DEGREE):
        shorter = addition.sub("", name)
        if "," in shorter:  # Lee, MD has initials
            name = shorter
    return name


def _person(parts: list[str]) -> str:
    """Return one person's name, given the parts between its commas, with its suffix in its place and no capitals."""
    if len(parts) == 2 and (behind := _SUFFIX_BEHIND.fullmatch(parts[1])):  # Fox, Ben Jr, as PubMed has it
        parts = [parts[0], *behind.groups()]
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]):  # King, Martin Luther, Jr.
        return ", ".join([_cased_family(parts[0], parts[1]), parts[2], parts[1]])
    if len(parts) == 2 and _SUFFIX.fullmatch(parts[1]):  # Martin Luther King, Jr.
        return _with_suffix(parts[0].split(), parts[1], [])
    words = parts[0].split()
    if len(parts) <= 2 and len(words) > 1 and re.fullmatch(r"(?:Jr|Sr)\.?", words[-1]):
        return _with_suffix(words[:-1], words[-1], parts[1:])
    if len(parts) == 1 and _is_behind(parts[0]) and _DOTTED.fullmatch(_split_behind(parts[0])[1]):
        return _initials_behind(parts[0])  # one initial alone may stand for a family name that is not told: Anna K.
    if len(parts) == 2 and _is_shouted(*parts):
        return f"{_capitalised(parts[0])}, {_capitalised(parts[1])}"
    return ", ".join(parts)


def _cased_family(family: str, given: str) -> str:
    return _capitalised(family) if _is_shouted(family, given) else family


def _with_suffix(words: list[str], suffix: str, given: list[str]) -> str:
    """Return `King, Jr., Martin Luther` for `Martin Luther King Jr.` and for `King Jr., Martin Luther`."""
    if given:
        return ", ".join([" ".join(words).rstrip(","), suffix, *given])
    if len(words) == 1:
        return f"{{{words[0]} {suffix}}}"
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    return f"{' '.join(words[start:])}, {suffix}, {' '.join(words[:start])}"


def _alike(names: list[str]) -> list[str]:
    """Mend a form that is certain only if all the names have it: `Smith J and Jones K`, `SMITH, Ann and LEE, Kim`."""
    people = [name for name in names if "{" not in name and name != "others"]
    if len(people) > 1 and _have_initials_behind(people):
        return [_initials_behind(name) if name in people else name for name in names]
    pairs = [name.split(", ") for name in people]
    if len(people) > 1 and all(len(pair) == 2 and pair[0].isupper() and len(pair[0]) > 2 for pair in pairs):
        return [
            f"{_capitalised(family)}, {given}" if comma and name in people else name
            for name in names
            for family, comma, given in [name.partition(", ")]
        ]
    return names


def _is_person_or_several(text: str) -> bool:
    """Tell whether a text is a name of two words or more, or several of them between commas."""
    text = text.strip(" ,")
    parts = [part.strip() for part in text.split(",")]
    if has_corporate_word(text):
        return False
    return (
        all(map(_is_natural, parts)) or _have_initials_behind(parts) or (len(parts) > 1 and all(map(_is_part, parts)))
    )


def _is_part(text: str) -> bool:
    """Tell whether a text can be a family or a given name."""
    return bool(text) and all(_WORD.fullmatch(word) for word in text.split())


def _is_natural(text: str) -> bool:
    """Tell whether a text is a name such as `Ann B. van der Lee`."""
    words = text.split()
    if not 2 <= len(words) <= 5 or has_corporate_word(text) or not _is_part(text):
        return False
    names = [word for word in words if not _PARTICLE.fullmatch(word)]
    return len(names) > 1 and all(word[0].isupper() for word in names) and not _INITIALS.fullmatch(words[-1])


def _split_behind(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.*[^\s.])\s+((?:[A-Z]\.?[ -]?){1,3})", text)
    return (found[1], found[2]) if found else (text, "")


def _is_behind(text: str) -> bool:
    """Tell whether a name is a family name with initials behind it: `van der Berg JA`."""
    family, initials = _split_behind(text)
    words = [word for word in family.split() if not _PARTICLE.fullmatch(word)]
    return (
        bool(initials)
        and initials not in _COUNTRIES
        and not _SUFFIX.fullmatch(initials)
        and len(words) == 1
        and len(words[0]) > 1
        and words[0][0].isupper()
        and _is_part(family)
    )


def _have_initials_behind(names: list[str]) -> bool:
    """Tell whether names are all like `Smith JA`; in `Wenqi WU and Hanyu QU` families stand in capitals."""
    initials = [_split_behind(name)[1] for name in names]
    are_initials = any(len(letters) == 1 or "." in letters or _CONSONANTS.fullmatch(letters) for letters in initials)
    return are_initials and all(map(_is_behind, names))


def _initials_behind(text: str) -> str:
    family, initials = _split_behind(text)
    return f"{family}, {' '.join(f'{letter}.' for letter in re.findall(r'[A-Z]', initials))}"


def _is_shouted(family: str, given: str) -> bool:
    """Tell whether a person's name is all in capitals: `SMITH, ANN`, `SMITH, A.`."""
    text = f"{family} {given}"
    if not text.isupper() or has_corporate_word(family) or not _is_part(family) or not _is_part(given):
        return False
    words = given.split()
    are_sure = all(len(word) > 2 or "." in word for word in words) and not _COUNTRIES.intersection(words)
    return are_sure and len(family) > 1 and bool(re.search(r"[AEIOUY]", family, re.IGNORECASE) or not family.isascii())


def _capitalised(name: str) -> str:
    """Return a name in capitals as it is written else: `van der Berg`, `O'Brien`, `McDonald`, `Jean-Paul`, `J. R.`."""
    words = name.split()
    lower = [word.lower() if _PARTICLE.fullmatch(word.lower()) and number < len(words) - 1 else word.title()
             for number, word in enumerate(words)]  # fmt: skip
    return re.sub(r"\bMc([a-z])", lambda letter: f"Mc{letter[1].upper()}", " ".join(lower))
