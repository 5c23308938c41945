"""The words before a locator, such as "art." in `art. 5`: the locator terms of CSL 1.0.2, and others that chairs use.

Those of other languages come from `data/locators/`.

CSL lists its terms at https://docs.citationstyles.org/en/stable/specification.html#locators.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from studyguide.data.locator_words import LocatorWords, locator_words

SHORT: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "article-locator": ("art.", "arts."),
        "book": ("bk.", "bks."),
        "chapter": ("chap.", "chaps."),
        "column": ("col.", "cols."),
        "figure": ("fig.", "figs."),
        "folio": ("fol.", "fols."),
        "issue": ("no.", "nos."),
        "line": ("l.", "ll."),
        "note": ("n.", "nn."),
        "opus": ("op.", "opp."),
        "page": ("p.", "pp."),
        "paragraph": ("para.", "paras."),
        "part": ("pt.", "pts."),
        "section": ("sec.", "secs."),
        "sub-verbo": ("s.v.", "s.vv."),
        "verse": ("v.", "vv."),
        "volume": ("vol.", "vols."),
    }
)
"""The short forms of CSL's terms, of one and of several. Its other terms are printed in the form that was written."""
NATIVE = frozenset(SHORT) - {"article-locator", "opus"}
"""The terms whose label pandoc writes. It knows the opus too, which older styles of guides have say "art."."""
_CSL = {
    "act": "act",
    "appendix": "appendix app",
    "article-locator": "article art",
    "book": "book bk",
    "canon": "canon can",
    "chapter": "chapter chap chapt ch",
    "column": "column col",
    "elocation": "location loc",
    "equation": "equation eq",
    "figure": "figure fig",
    "folio": "folio fol",
    "issue": "issue number no num №",
    "line": "line l",
    "note": "note footnote endnote n fn",
    "opus": "opus op",
    "page": "page p pg pag",
    "paragraph": "paragraph para par ¶",
    "part": "part pt",
    "rule": "rule r",
    "scene": "scene sc",
    "section": "section sect sec s §",
    "supplement": "supplement suppl supp",
    "table": "table tbl tab",
    "title-locator": "title tit",
    "verse": "verse v",
    "version": "version ver",
    "volume": "volume vol",
}
_WITHOUT_CSL = """
action, addendum, agenda item, amendment, annex, answer, attachment, box, bullet, bullet point, canto, case, cell,
chart, cl, clause, comment, commitment, conclusion, corollary, corrigendum, criterion, day, decision, def, definition,
diagram, disc, division, doc, document, element, enclosure, entry, ep, episode, ex, example, exercise, exhibit,
fascicle, file, finding, folder, form, frame, general comment, general recommendation, goal, graph, guideline,
heading, hour, illustration, image, indent, indicator, infographic, item, lemma, lesson, let, letter, lit, map, margin
number, marginal number, measure, meeting, message, milestone, min, minute, module, objective, observation, operative
clause, operative para, operative paragraph, option, outcome, panel, photo, photograph, picture, pillar, pl, plate,
point, post, preambular clause, preambular para, preambular paragraph, principle, priority, problem, proposal,
proposition, protocol, provision, q, question, reason, rec, recital, recommendation, reg, regulation, remark, reply,
reservation, resolution, response, row, sch, sched, schedule, screen, sdg, sdg indicator, sdg target, season,
sentence, session, sheet, slide, stage, standard, stanza, statement, step, strategy, sub-clause, sub-para,
sub-paragraph, sub-section, subchapter, subclause, subpara, subparagraph, subrule, subsec, subsection, target,
template, text box, theme, theorem, tier, topic, track, tweet, unit, worksheet
"""
_IRREGULAR = {
    "addendum": "addenda",
    "appendix": "appendices",
    "can": "cann",
    "ch": "chs",
    "corrigendum": "corrigenda",
    "criterion": "criteria",
    "eq": "eqq",
    "ex": "exs",
    "l": "ll",
    "n": "nn",
    "op": "opp",
    "opus": "opera",
    "p": "pp",
    "r": "rr",
    "s": "ss",
    "tit": "titt",
    "v": "vv",
    "§": "§§",
    "¶": "¶¶",
}
_INVARIABLE = "add, conf, considerandum, corr, dec, mn, res"
# German and French words: those of CSL are printed as the locale has them where the guide is not in English.
_FOREIGN_CSL = {
    "chapter": "kap kapitel chapitre chapitres",
    "column": "sp spalte spalten colonne colonnes",
    "figure": "abb abbildung abbildungen",
    "issue": "nr nummer n° numéro numéros",
    "line": "zeile zeilen ligne lignes",
    "note": "anm fußnote fußnoten",
    "page": "seite seiten",
    "paragraph": "paragraphe paragraphes",
    "part": "teil partie parties",
    "section": "abschn abschnitt abschnitte",
    "volume": "bd bde band bände t tome tomes",
}
_FOREIGN = """
abs absatz absätze al alinéa alinéas anhang anl anlage annexe annexes artikel buchst buchstabe cible cibles considérant
erwägungsgrund grundsatz objectif objectifs principe principes rdnr recommandation regel rn rz règle règles satz sätze
tableau tabelle tz unterabs ziel ziff ziffer ziffern
"""
_SIGNS = ("§", "§§", "¶", "¶¶")
_SHORT_FOR = {"cl": "clause", "sched": "schedule", "sdg": "goal", "rec": "recital", "subpara": "subparagraph"}
_ONLY_ENGLISH = "act acts no q s ss l ll v vv tit titt can cann r rr sc scs"


@dataclass(frozen=True, slots=True)
class LocatorTerm:
    """A word before a locator."""

    csl: str | None
    """CSL's name of the term; None for a word without one."""
    singular: str
    plural: str
    labels: tuple[str, str] | None = None
    """What stands for an English word in another language, of one and of several: "с. {}"."""
    is_in_locale: bool = True
    """False for a word that pandoc's locale does not have, so that a style of another's prints it as it is written."""


@lru_cache(maxsize=8)
def locator_terms(language: str) -> Mapping[str, LocatorTerm]:
    """Return the terms for a guide in `language`, by their words in lower case and without a full stop."""
    terms = _terms(_CSL, {word.strip() for word in _WITHOUT_CSL.split(",")})
    terms |= {word.strip(): LocatorTerm(None, word.strip(), word.strip()) for word in _INVARIABLE.split(",")}
    is_english, words = language.lower().startswith("en"), locator_words(language)
    foreign: dict[str, str | None] = {word: csl for csl, words in _FOREIGN_CSL.items() for word in words.split()}
    foreign |= dict.fromkeys(_FOREIGN.split())
    if not is_english:
        known = {word: term for word, term in terms.items() if word not in _ONLY_ENGLISH.split()}
        terms = {word: _in_language(words, word, term) for word, term in known.items()}
        foreign |= {"s": "page"} if language.lower().startswith("de") else {}
    else:
        terms["S"] = LocatorTerm(None, "S", "S")  # a German page, or the section of an act
    for word, csl in foreign.items():
        terms[word] = LocatorTerm(None if is_english else csl, word, word)
    if words.words:  # the locales have words for the signs, which stay
        terms |= {sign: LocatorTerm(None, sign, sign) for sign in _SIGNS}
    for word, csl in words.words.items():
        terms[word.casefold()] = LocatorTerm(csl, word, word, is_in_locale=word not in words.own)
    return MappingProxyType(terms)


def bare_page(language: str) -> LocatorTerm:
    """Return the term of a number without a label."""
    return _in_language(locator_words(language), "page", LocatorTerm("page", "page", "pages"))


def _in_language(words: LocatorWords, word: str, term: LocatorTerm) -> LocatorTerm:
    """Return the term of an English word in a guide in another language, where plurals are the author's."""
    labels = words.labels.get(term.csl or "") or words.labels.get(_SHORT_FOR.get(term.singular, term.singular))
    return LocatorTerm(term.csl, word, word, labels)


@lru_cache(maxsize=8)
def units(language: str) -> Mapping[str, LocatorTerm]:
    """Return the terms of the words that stand behind a number, in lower case."""
    return {word.casefold(): LocatorTerm(csl, word, word) for word, csl in locator_words(language).units.items()}


@lru_cache(maxsize=8)
def term_pattern(language: str) -> str:
    """Return a pattern of all words of `locator_terms`, the longest first."""
    return _any_of(locator_terms(language))


def unit_pattern(language: str) -> str:
    """Return a pattern of all words of `units`, the longest first."""
    return _any_of(units(language))


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\.?\s+") for word in longest_first)


def _terms(csl: Mapping[str, str], others: set[str]) -> dict[str, LocatorTerm]:
    named: list[tuple[str | None, str]] = [(None, word) for word in others]
    named += [(name, word) for name, words in csl.items() for word in words.split()]
    terms: dict[str, LocatorTerm] = {}
    for name, word in named:
        term = LocatorTerm(name, word, _plural(word))
        terms |= {term.singular: term, term.plural: term}
    return terms


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("x", "s", "ch", "sh")) else f"{word}s"


LONG: Mapping[str, tuple[str, str]] = MappingProxyType(
    {name: (words.split()[0], _plural(words.split()[0])) for name, words in _CSL.items() if name in SHORT}
)
"""The long forms of the same terms."""
