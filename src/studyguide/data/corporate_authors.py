"""Detect corporate authors that lack the protective braces without which BibTeX parses them as people.

`author = {UN Women}` is rendered as "Women, UN", and the "and" in an office's name splits it into two people. The
detection is conservative: `Anna Bank` and `Court, John` count as people.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT_NAMES = """
    ASEAN BBC CNN ECOSOC ECPAT EU EUROPOL Europol Eurojust Eurostat FAO IAEA ILO INHOPE INTERPOL Interpol IOM ITU MUN
    NATO OECD OHCHR OSCE UN UNAIDS UNCTAD UNDP UNDRR UNEP UNESCO UNFPA UNHCR UNICEF UNICRI UNIDIR UNODC UNRWA WHO
""".split()  # noqa: SIM905 (quoted, it would fill a page)
_WORDS = r"""
    administration african agence agencia agency alliance amnesty archives assembly associated association authority
    bundes\w+ cent(?:er|re)s? (?:citizen|data|innovation|media|policy|research|science)_lab coalition college
    comisi[óo]n comit[ée] commission commissioner committee conference congress consortium corporation council
    delegation department directorate embassy european executive federal federation fondation forum foundation
    fundaci[óo]n
    global government group human_rights initiative institut[eo]? institution inter-parliamentary international
    laborator(?:y|ies) library minist(?:ry|ère|erio|ero|erium) museum médecins_sans_frontières naciones_unidas
    national nations_unies network news observatory office ombudsman organi[sz]ation organizaci[óo]n parliament
    partnership police program(?:me)? project rapporteur red_crescent red_cross reporters_without_borders
    save_the_children school secretariat secretary-general senate society supreme task_?force team tribunal
    united_nations universi(?:dade?|t(?:y|é|à|ät|eit)) vereinte_nationen world contributors
""".split()  # noqa: SIM905
_OTHER_LANGUAGES = r"""
    sekretariat\w* ausschuss(?:es)? kommission ministerium universität gesellschaft \w*gerichtshof institut
    \w+schule konferenz \w*versammlung verein\w*
    secrétariat comité commission ministère université conseil société école conférence assemblée
    secretaría ministerio consejo sociedad corte instituto escuela conferencia asamblea
    secretariado comité comitê comissão ministério conselho organização associação sociedade escola conferência
    assembleia
    segretariato comitato commissione ministero università consiglio organizzazione associazione società scuola
    conferenza assemblea
    секретариат комитет комиссия министерство университет совет организация ассоциация общество суд институт школа
    конференция ассамблея объедин[её]нные_нации
    γραμματεία επιτροπή υπουργείο πανεπιστήμιο συμβούλιο οργανισμός σύλλογος δικαστήριο ινστιτούτο σχολείο διάσκεψη
    συνέλευση ηνωμένα_έθνη
    sekret[ae]r\w* komitesi komisyonu bakanlığı üniversitesi konseyi örgütü derneği mahkemesi enstitüsü okulu
    konferansı birleşmiş_milletler
    (?:ال)?أمانة (?:ال)?لجنة (?:ال)?جمعية (?:ال)?منظمة (?:ال)?وزارة (?:ال)?جامعة (?:ال)?مجلس (?:ال)?محكمة (?:ال)?معهد
    (?:ال)?مدرسة (?:ال)?مؤتمر الأمم_المتحدة
""".split()  # noqa: SIM905
_ALSO_SURNAMES = "bank|bureau|church|court|fund|house|press|service|union|watch"
"""Words of organisations that are also surnames, unless a preposition such as "of" follows."""


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


_WORD = _words(f"{'|'.join(_SHORT_NAMES)}|(?i:{'|'.join((*_WORDS, *_OTHER_LANGUAGES)).replace('_', ' ')})")
_ANY_WORD = _words(f"{_WORD.pattern}|(?i:{_ALSO_SURNAMES})")
_PREPOSITION = _words("against|for|of|on|to")
_UN_PREFIX = re.compile(r"(?:United Nations|UN)\b")
_COMPANY = re.compile(r"(?i),\s*(?:inc|llc|ltd|plc)\.?$")
_AND = re.compile(r"\s+and\s+")
_BRACES = re.compile(r"[{}]")
_IN_BRACES = re.compile(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")


def in_braces(names: str) -> str:
    """Return the names of a field with braces around each corporate author that lacks them."""
    return " and ".join(f"{{{name}}}" if is_corporate_author(name) else name for name in names_in(names))


@lru_cache(maxsize=4096)  # a field is read several times: its people, its organisations, its mended names
def names_in(text: str) -> tuple[str, ...]:
    """Split a field into names at each "and", except one that appears to belong to a corporate author's name."""
    names: list[str] = []
    for name in _split_at_and(text):
        if names and _continues(names[-1], name):
            names[-1] += f" and {name}"
        else:
            names.append(name)
    return tuple(names)


@lru_cache(maxsize=4096)  # neighbours in a list of names are compared, and a field is read more than once
def is_corporate_author(name: str) -> bool:
    """Tell whether a name is a corporate author without braces, which BibTeX would parse as a person."""
    plain = _BRACES.sub("", name)
    if _IN_BRACES.fullmatch(name) or len(plain.split()) < 2:
        return False
    before, comma, _ = plain.partition(",")
    is_office = bool(_ANY_WORD.search(before) and _PREPOSITION.search(before))
    if comma:  # as in `Council, Jane`
        return is_office or bool(_UN_PREFIX.match(plain) or _COMPANY.search(plain))
    return is_office or has_corporate_word(plain)


def has_corporate_word(text: str) -> bool:
    """Tell whether a text contains a word of organisations that is no personal name."""
    return bool(_WORD.search(text))


def _split_at_and(text: str) -> list[str]:
    """Split a text at each "and" outside braces, as pandoc does."""
    parts = []
    start = 0
    for found in _AND.finditer(text):
        if text.count("{", 0, found.start()) == text.count("}", 0, found.start()):
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _continues(before: str, name: str) -> bool:
    """Tell whether `name` continues `before`: `Office on Drugs and Crime`, `Food and Agriculture Organization`."""
    if "," in name or name == "others" or "{" in before + name:
        return False
    if is_corporate_author(name):
        first = name.split()[0]
        return before.istitle() and before.isalpha() and not _ANY_WORD.search(first)
    return is_corporate_author(before) and bool(_PREPOSITION.search(before))
