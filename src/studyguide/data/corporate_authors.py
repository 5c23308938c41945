"""Organisations among the names of a source: without braces of their own, they are printed as people.

`author = {UN Women}` is printed as "Women, UN", and "and" makes two people of one office. Only what no person is called
counts as one: `Anna Bank` and `Court, John` are people, as far as anybody can tell.
"""

from __future__ import annotations

import re

_SHORT_NAMES = """
    ASEAN BBC CNN ECOSOC ECPAT EU EUROPOL Europol Eurojust Eurostat FAO IAEA ILO INHOPE INTERPOL Interpol IOM ITU NATO
    OECD OHCHR OSCE UN UNAIDS UNCTAD UNDP UNDRR UNEP UNESCO UNFPA UNHCR UNICEF UNICRI UNIDIR UNODC UNRWA WHO
""".split()  # noqa: SIM905 (quoted, it would fill a page)
_WORDS = """
    administration african agency alliance amnesty assembly associated association authority cent(?:er|re)s? coalition
    college comit[ée] commission commissioner committee congress council delegation department directorate embassy
    european executive federal federation foundation global government group human_rights initiative institute
    institution international inter-parliamentary minist(?:ry|ère|erio|ero|erium) naciones_unidas national
    nations_unies network news office ombudsman organi[sz]ation parliament partnership police program(?:me)? rapporteur
    save_the_children secretariat secretary-general senate society supreme task_?force tribunal united_nations
    university vereinte_nationen world
""".split()  # noqa: SIM905
_NAMES_TOO = "bank|bureau|church|court|fund|house|press|service|union|watch"
"""Words of organisations that are also the name of somebody, but not beside an "of"."""


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


_WORD = _words(f"{'|'.join(_SHORT_NAMES)}|(?i:{'|'.join(_WORDS).replace('_', ' ')})")
_ANY_WORD = _words(f"{_WORD.pattern}|(?i:{_NAMES_TOO})")
_LINK = _words("against|for|of|on|to")
_BEGINNING = re.compile(r"(?:United Nations|UN)\b")
_COMPANY = re.compile(r"(?i),\s*(?:inc|llc|ltd|plc)\.?$")
_AND = re.compile(r"\s+and\s+")
_BRACES = re.compile(r"[{}]")
_IN_BRACES = re.compile(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")


def in_braces(names: str) -> str:
    """Give the names of a field, with braces around each organisation that has none of its own."""
    return " and ".join(f"{{{name}}}" if is_organisation(name) else name for name in names_in(names))


def names_in(text: str) -> list[str]:
    """Give the names between which "and" stands, but for an "and" that seems to be part of an organisation's name."""
    names: list[str] = []
    for name in _parted(text):
        if names and _goes_on(names[-1], name):
            names[-1] += f" and {name}"
        else:
            names.append(name)
    return names


def is_organisation(name: str) -> bool:
    """Tell whether a name is that of an organisation and, without braces of its own, is printed as a person's."""
    plain = _BRACES.sub("", name)
    if _IN_BRACES.fullmatch(name) or len(plain.split()) < 2:
        return False
    before, comma, _ = plain.partition(",")
    is_office = bool(_ANY_WORD.search(before) and _LINK.search(before))
    if comma:  # as in `Council, Jane`
        return is_office or bool(_BEGINNING.match(plain) or _COMPANY.search(plain))
    return is_office or has_word_of_organisations(plain)


def has_word_of_organisations(text: str) -> bool:
    """Tell whether a text has a word that no person is called."""
    return bool(_WORD.search(text))


def _parted(text: str) -> list[str]:
    """The text's parts between each "and" that stands outside braces, as pandoc takes them."""
    parts = []
    start = 0
    for found in _AND.finditer(text):
        if text.count("{", 0, found.start()) == text.count("}", 0, found.start()):
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _goes_on(before: str, name: str) -> bool:
    """True where "and" cuts in two: `Office on Drugs and Crime`, `Food and Agriculture Organization`."""
    if "," in name or name == "others" or "{" in before + name:
        return False
    if is_organisation(name):
        first = name.split()[0]
        return before.istitle() and before.isalpha() and not _ANY_WORD.search(first)
    return is_organisation(before) and bool(_LINK.search(before))
