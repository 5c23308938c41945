"""Read who made a source, before its title: people in any order, organisations, "et al.", "(Eds.)".

Which of two it is cannot always be told: `Plan India` is no person, `Mark Hill` is. What nothing shows is a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from studyguide.authoring.documents.references.marked_text import CAPITALS
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.reference_words import any_of, is_named, names
from studyguide.data.corporate_authors import has_corporate_word, is_corporate_author
from studyguide.data.personal_names import mended_organisations
from studyguide.data.proper_names import is_common_word, proper_names

_LETTER = r"[^\W\d_]"
_CAPITAL = f"[{CAPITALS}]"
_WORD = rf"{_CAPITAL}(?:{_LETTER}|[’'-](?={_LETTER}))*"
_PARTICLES = (
    "d[aeiou]s?|de la|de los|de las|d[’']|de[lnr]|della|di|l[ae]|ten|ter|v[ao]n der|v[ao]n den|v[ao]n|zu[mr]?|el|al|bin"
    "|ibn|af|av|O[’']"
)
_FAMILY = rf"(?:(?i:{_PARTICLES})[ ]?)?{_WORD}(?:[ ](?:(?i:{_PARTICLES}|y)[ ])?{_WORD}){{0,2}}"
_INITIALS = rf"(?:{_CAPITAL}{_LETTER}?\.[ -]?)+"
_GIVEN = rf"(?:{_CAPITAL}\.|{_WORD})(?:[ -](?:{_CAPITAL}\.|{_WORD}))*"
_BY_INITIALS = re.compile(rf"(?P<family>{_FAMILY}),\s*(?P<given>{_INITIALS}(?:{_PARTICLES})?)")
_INVERTED = re.compile(
    rf"(?P<family>{_FAMILY}),\s*(?P<given>{_GIVEN}(?: (?:de|d[ao]s?|e) {_GIVEN})?(?: (?:de|d[ao]s?|von|van)(?!\w))?)"
)
"""Also `Santos, Boaventura de Sousa` and `Silva, José Graziano da`."""
_NATURAL = re.compile(rf"(?P<given>(?:{_INITIALS}\s?)+|{_GIVEN})\s+(?P<family>(?:(?i:{_PARTICLES})\s)?{_WORD})")
_SHOUTED = re.compile(rf"(?P<family>{_CAPITAL}{{2,}}(?:[ -]{_CAPITAL}{{2,}})*)\s+(?P<given>{_WORD}(?:[ -]{_WORD})*)")
_BY = re.compile(r"^(?:[Bb]y|Dr\.?|Prof\.?|Professor)\s+|:\s[A-Z]{2,6}\.?$")
"""What pages write around who made them: "By Ivana Kottasová", "Dr. Jane Goodall", "World Health Organization: WHO"."""
_SITE_BY = re.compile(r"(?P<rest>[^,]+), [Bb]y\s+(?P<names>.+)")
_NUMBERED = re.compile(r"(?P<names>[^\d]+),(?P<rest>(?!\s*&)[^,]*\d[^,]*)")
"""What belongs to no name: the site of `CNN, By Ivana Kottasová`, the number of `General Assembly, resolution 70/1`."""
_MAX_WORDS = 12
UNSURE = "Is the author a person or an organisation? It was taken for {kind}."
UNREAD = "The author could not be told apart from the rest: {words}"
FAMILY = "Which of the author’s names is the family name?"


@dataclass(frozen=True)
class People:
    """Those who made a source."""

    names: str = ""
    """Names as BibLaTeX has them, `Family, Given and {Organisation}`; empty where they cannot be read."""
    role: str = "author"
    """The field to which they belong: `author`, `editor` or `translator`."""
    doubts: tuple[str, ...] = ()


def read_people(printed: str, *, are_inverted: bool = False) -> People:
    """Read the names in a text; `are_inverted` where a style has the family name of the first in front."""
    text, role = _without_role(_BY.sub("", printed).strip(" ,;:"))
    for pattern in (_SITE_BY, _NUMBERED):
        if found := pattern.fullmatch(text):
            people = read_people(found["names"], are_inverted=are_inverted and pattern is _NUMBERED)
            return replace(people, doubts=(*people.doubts, UNREAD.format(words=found["rest"].strip())))
    text, others = _without_others(text)
    text = re.sub(rf"(?<!\b[{CAPITALS}])\.$", "", text.strip(" ,;:"))
    names_found, doubts = _people(text, are_inverted) if text and not re.search(YEAR, text) else ([], ())
    if not names_found:
        return People(role=role, doubts=(UNREAD.format(words=printed.strip()),))
    return People(" and ".join([*names_found, *(["others"] if others else [])]), role, doubts)


def is_organisation(name: str) -> bool:
    """Tell whether a name is certainly that of an organisation."""
    known = is_named("organisations", name) or is_named("newspapers", name) or name.startswith("The ")
    known = known or bool(re.search(any_of("organisations"), name))
    is_acronym = re.fullmatch(rf"{_CAPITAL}[{_CAPITAL[1:-1]}\d&.-]+|[A-Z]+[a-z]*[A-Z]\w*", name)
    has_capitals = name != name.lower()
    return known or bool(is_acronym and has_capitals) or has_corporate_word(name) or is_corporate_author(name)


def _without_role(text: str) -> tuple[str, str]:
    if found := re.search(rf"\s*[,(\[]\s*{any_of('editors_behind')}[)\]]?\.?$", text):
        return text[: found.start()], "editor"
    if found := re.search(rf"\s*[,(\[]\s*{any_of('translators_behind')}[)\]]?\.?$", text):
        return text[: found.start()], "translator"
    found = re.search(rf"\s*[(\[]\s*{any_of('roles_behind')}\s*[)\]]\.?$", text)
    return text[: found.start()] if found else text, "author"


def _without_others(text: str) -> tuple[str, bool]:
    found = re.search(rf"[\s,]+(?:{any_of('and')}\s+)?[\[(]?{any_of('others')}[\])]?\.?$", text)
    return (text[: found.start()], True) if found else (text, False)


def _people(text: str, are_inverted: bool) -> tuple[list[str], tuple[str, ...]]:
    """Return the names in a text and what is not certain of them; no names where they cannot be read."""
    if turned := _turned_organisation(text):
        return [f"{{{turned}}}"], (UNSURE.format(kind=f"the organisation {turned}"),)
    for read in (_initialled, _several_inverted, _first_inverted):
        if found := read(text):
            return found, tuple(UNSURE.format(kind="a person") for name in found[:1] if _is_of_state(name))
    if is_organisation(text) and ", &" not in text and not _joins_organisations(text):
        return [f"{{{text}}}"], ()
    return _one_by_one(text, are_inverted)


def _turned_organisation(text: str) -> str:
    """Return the name of an organisation that a program took for a person: `Nations, United`; empty for any other."""
    family, comma, given = text.partition(", ")
    if not comma or "," in given:
        return ""
    if given.startswith("The "):
        return f"{given} {family}"
    turned = mended_organisations(text)
    if turned.count("{") == 1 and turned.strip("{}") != text:
        return turned.strip("{}")
    return f"{given} {family}" if not has_corporate_word(text) and has_corporate_word(f"{given} {family}") else ""


def _is_of_state(name: str) -> bool:
    """Tell whether a family name is that of a state, which programs make of a ministry: `Canada, Public Safety`."""
    family, _, given = name.partition(", ")
    return (0, len(family)) in proper_names(family) and not _is_given(given.split(" ")[0].rstrip("."))


def _joins_organisations(text: str) -> bool:
    parts = _split(text)
    return len(parts) > 1 and all(is_organisation(part) and len(part.split()) == 1 for part in parts)


def _initialled(text: str) -> list[str]:
    """Read names with initials behind the family name, `Smith, J., & Doe, J. A.`, and organisations among them."""
    found: list[str] = []
    position = 0
    separator = re.compile(rf"\s*(?:[,;/]\s*)?(?:(?:&|{any_of('and')})\s+)?")
    while position < len(text):
        name = _BY_INITIALS.match(text, position)
        if not name:
            last = text[position:].strip()
            return [*found, f"{{{last}}}"] if found and is_organisation(last) else []
        found.append(_name(name))
        position = separator.match(text, name.end()).end()  # type: ignore[union-attr]  # it may be empty
        if position == name.end() < len(text):
            return []
    return found


def _several_inverted(text: str) -> list[str]:
    """Read `Smith, John; Doe, Jane`, `Smith, John and Doe, Jane` and one such name."""
    parts = re.split(rf"\s*[;/]\s*|\s*,?\s+(?:&|{any_of('and')})\s+", text)
    found = [_inverted(part) for part in parts]
    return [name for name in found if name] if all(found) else []


def _first_inverted(text: str) -> list[str]:
    """Read `Smith, John, and Jane Doe`, `Smith, John, Jane Doe, and Ann Lee`."""
    first = _INVERTED.match(text)
    is_shouted = len(first["family"]) > 3 and first["family"].isupper() if first else False
    if not first or (is_organisation(first["family"]) and not is_shouted) or has_corporate_word(first[0]):
        return []
    rest = re.sub(rf"^\s*,?\s*(?:(?:&|{any_of('and')})\s+)?", "", text[first.end() :])
    others = [_natural(part) for part in _split(rest)]
    return [_name(first), *(name for name in others if name)] if others and all(others) else []


def _split(text: str) -> list[str]:
    """Split a text at commas and conjunctions."""
    return [
        part
        for part in re.split(rf"\s*[,;/]\s*(?:(?:&|{any_of('and')})\s+)?|\s+(?:&|{any_of('and')})\s+", text)
        if part
    ]


def _one_by_one(text: str, are_inverted: bool) -> tuple[list[str], tuple[str, ...]]:
    """Read names that are not turned round, each a person or an organisation."""
    parts = _split(text)
    if len(text.split()) > _MAX_WORDS or not parts or any(not re.match(rf"\W*[{CAPITALS}\d]", part) for part in parts):
        lone = re.fullmatch(r"[\w.@-]+", text)
        return ([f"{{{text}}}"], ()) if lone else ([], ())
    found: list[str] = []
    doubts: list[str] = []
    for part in parts:
        name, doubt = _person_or_organisation(part, are_inverted and len(parts) == 1)
        found.append(name)
        doubts += [doubt] if doubt else []
    if len(parts) > 1 and any(name.startswith("{") for name in found) and not _joins_organisations(text):
        doubts.append(UNSURE.format(kind="several"))
    return found, tuple(dict.fromkeys(doubts))


def _person_or_organisation(part: str, are_inverted: bool) -> tuple[str, str]:
    """Return a name as BibLaTeX has it, with a doubt or an empty text."""
    if is_organisation(part) or len(part.split()) == 1:
        is_surname = not are_inverted and not is_organisation(part) and _is_given_or_plain(part)
        return f"{{{part}}}", UNSURE.format(kind="an organisation") if is_surname else ""
    natural = _natural(part)
    are_inverted = are_inverted and part != part.lower()  # nor are names in Arabic, without a comma
    given = part.split()[0]
    if natural and (re.match(rf"{_CAPITAL}\.", given) or _is_given(given)):
        return natural, FAMILY if _has_unclear_family(part) else ""
    if natural and not are_inverted and not any(map(_is_common, part.split())):
        return natural, FAMILY if _has_unclear_family(part) else ""
    if natural and not are_inverted:
        return natural, UNSURE.format(kind="a person")
    return f"{{{part}}}", UNSURE.format(kind="an organisation")


def _has_unclear_family(name: str) -> bool:
    """Tell whether a middle word may be a second given name or the first half of a family name."""
    middle = name.split()[1:-1]
    return any(
        not re.fullmatch(rf"{_CAPITAL}\.?", word)
        and not _is_given(word)
        and not re.fullmatch(rf"(?i:{_PARTICLES})", word)
        for word in middle
    )


def _is_given(word: str) -> bool:
    return all(part in names("given") for part in word.split("-")) or word in names("given")


def _is_given_or_plain(word: str) -> bool:
    """Tell whether a single word may be a family name: no address, no handle, nothing in capitals."""
    return re.fullmatch(_WORD, word) is not None and not word.isupper()


def _is_common(word: str) -> bool:
    return is_common_word(word.lower())


def _inverted(text: str) -> str:
    """Return a name that has its family name in front, as BibLaTeX has it; empty if it is none."""
    found = _INVERTED.fullmatch(text) or _BY_INITIALS.fullmatch(text) or _SHOUTED.fullmatch(text)
    if not found or has_corporate_word(text) or (found.re is _SHOUTED and not _is_given(found["given"].split()[0])):
        return ""
    return _name(found)


def _natural(text: str) -> str:
    shouted = re.fullmatch(rf"(?P<given>{_GIVEN})\s(?P<family>{_CAPITAL}{{3,}}(?:[ -]{_CAPITAL}{{2,}})*)", text)
    found = shouted or _NATURAL.fullmatch(text)
    return _name(found) if found else ""


def _name(found: re.Match[str]) -> str:
    family, given = found["family"].strip(), found["given"].strip()
    if family.isupper() and len(family) > 2:
        family = "-".join(" ".join(word.capitalize() for word in part.split()) for part in family.split("-"))
    return f"{family}, {given}"
