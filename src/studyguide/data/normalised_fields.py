"""Normalise the fields of a source that are sound in their way, and that pandoc would misprint or drop.

The file keeps them as they stand: what Zotero or a library exported comes again with the next export.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Mapping, Sequence

from studyguide.data.access_notes import access_fields
from studyguide.data.bibtex_fields import DATES, PEOPLE, VERBATIM
from studyguide.data.doi import doi_in
from studyguide.data.export_remains import without_numbers, without_remains
from studyguide.data.issue_words import issue_fields, unlabelled
from studyguide.data.language_tags import tag_of_source
from studyguide.data.latex_signs import with_signs
from studyguide.data.legal_fields import legal_fields
from studyguide.data.official_series import UNPRINTED
from studyguide.data.personal_names import mended_names
from studyguide.data.source_dates import date_for_pandoc, month_for_pandoc, season_for_pandoc, years_for_pandoc
from studyguide.data.title_capitals import PROTECTED, lower_case_words, with_protected_capitals, with_protected_names

TITLES = frozenset(
    "booksubtitle booktitle eventtitle issuetitle mainsubtitle maintitle shorttitle subtitle title titleaddon".split()  # noqa: SIM905
)
"""Fields that hold the title of a work, or a part of one."""
_LISTS = frozenset("address institution location organization publisher school".split())  # noqa: SIM905
"""Fields that hold several items joined by `and` (BibLaTeX manual, section 2.3.4)."""
_TEXTS = TITLES | _LISTS | frozenset("addendum howpublished journal journaltitle note series".split())  # noqa: SIM905
_NAMES = frozenset(("eventtitle", "series"))
"""Fields that hold a name, whose capitals pandoc would take for those of a title."""
_UNBRACED = frozenset(
    """
    date doi edition eprint eprinttype eventdate issue langid month number origdate pages type url urldate volume year
    """.split()  # noqa: SIM905
)
"""Fields whose braces pandoc prints, or cannot read."""
_ARTICLES = frozenset(("article", "periodical", "suppperiodical"))
_NAMES_OF_LAW = frozenset(("jurisdiction", "legadmin", "legal", "legislation", "treaty"))
_WHOLE_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_ENTITY = re.compile(r"\\?&(?:[A-Za-z]{2,8}|\\?#x?[0-9A-Fa-f]{2,6});")
_TAG = re.compile(r"<(i|em|b|strong|sub|sup)>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_COMMANDS = {
    "i": "emph", "em": "emph", "b": "textbf", "strong": "textbf", "sub": "textsubscript", "sup": "textsuperscript",
}  # fmt: skip
_QUOTED = re.compile(r"""(?<![\\\w])"([^\s"](?:[^"]*[^\s"])?)"(?!\w)|(?<![\\\w`'])'(?!n')(\S|\S[^'`]*\S)'(?![\w'])""")
_ESCAPE = re.compile(r"\\([_%#&~$])(?:\{\})?|\\textasciitilde(?:\{\}|\s)?|\{\\?([_%#&~])\}")
_URL_COMMAND = re.compile(r"\\url\{(.*)\}|<(.*)>")
_HOST = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:[/?#:]\S*)?")
_LABELS = {
    name: re.compile(rf"(?:{label})(?![^\W\d_])\.?\s*(?=[0-9{following}]|[A-Z]{{1,2}}[0-9])", re.IGNORECASE)
    for name, label, following in (
        ("chapter", "ch|chap|chapter|kap", "IVXLC"),
        ("issue", "no|nr|n°|№|iss|issue|number", ""),
        ("number", "no|nr|n°|№|number", ""),
        ("pages", r"(?-i:pp?)|(?:pp?|pages?|s)(?=[.\s])", "IVXLC"),
        ("volume", "vols?|volumes?|bd|tome?|t|v", "IVXLC"),
    )
}
_TOTAL = re.compile(r"((?:[ivxlc]+,\s*)?[0-9]+)\s*(?:pp?|pages|s|seiten|с|стр)\.?", re.IGNORECASE)
HYPHEN = "\ue032"
"""Stands for the hyphen within the number of a page, which pandoc takes for that of a range."""
_ONE_PAGE = re.compile(r"[IVX]+-[0-9]+")
"""A page with the number of its part, as in reports of cases: I-7879."""
_OPEN_RANGE = re.compile(r"([0-9]+)\s*[-–]+")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_EDITION = re.compile(r"(?i:([0-9]+)(?:st|nd|rd|th|\.)?|([a-z]+))(?:\s+(?i:edition|edn?\.?))?")
_SPACED_SIGN = re.compile(r"(?<=\S)\s+([:;,])(?=\s)")
"""The punctuation of library catalogues: Water : a guide (ISBD, area 1)."""
_FRENCH = re.compile(r"\b(?:aux|dans|des|du|et|la|les?|pour|sur|une)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{3,}|[0-9]{4})\.\s*$")
_SHORTENED = frozenset(
    """
    app art assn conf corp dept div eds esq etc fig govt inc intl ltd misc nos proc rev sec ser sess suppl trans univ
    vol vols
    """.split()  # noqa: SIM905
)
_VOLUMES = re.compile("[0-9]+-[0-9]+|[IVX]+-[IVX]+")
_DASHES = re.compile("[-–—]{3,}|-[–—]|[–—][-–—]|—")
"""A dash of a range in other ways than one or two hyphens, or an en dash: 225-–240, 225---240."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_CAPITAL = re.compile("[A-Z][a-z]|[a-z][A-Z]")
_OPENED = re.compile(r"\(\s+")
_AND = re.compile(r"(?<=[\s{])and(?=[\s}])", re.IGNORECASE)
_COLON = re.compile(r"\s*:\s")


def normalised_fields(fields: Mapping[str, str], kind: str = "") -> dict[str, dict[str, str]]:
    """Return, for each field that pandoc would misprint, the fields that are to stand in its place.

    `kind` is the source's type: the names of laws, treaties and cases keep their capitals in every style.
    """
    changes = {name: _normalised(name, value, fields) for name, value in fields.items()}
    if kind in _NAMES_OF_LAW and fields.get("title"):
        changes |= _name_of_law(fields, changes["title"])
    for name, changed in access_fields(fields).items():
        changes[name] = {proper: _url(value) if proper == "url" else value for proper, value in changed.items()}
    if kind in _ARTICLES:
        values = {name: changes[name].get(name, "") for name in ("issue", "number") if name in fields}
        changes |= season_for_pandoc(fields) or issue_fields(values)
        if words := unlabelled(changes.get("volume", {}).get("volume", "")):
            changes["volume"] = {"volume": words}
    for name, changed in legal_fields(kind, fields).items():
        changes[name] = {proper: _whole(proper, _text(value, is_title=False)) for proper, value in changed.items()}
    if fields.keys().isdisjoint(("date", "year")) and "origdate" in fields:
        changes["origdate"] = {"date": fields["origdate"]}
    return {name: changed for name, changed in changes.items() if changed != {name: fields[name]}}


def _name_of_law(fields: Mapping[str, str], title: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the title of a law in braces, with an addition such as "of 1990" that would stand behind a full stop."""
    addition = fields.get("titleaddon", "")
    if addition[:1].islower():
        whole = {**title, "title": f"{{{title['title']} {addition}}}"}
        return {"title": whole, "titleaddon": {UNPRINTED: addition}}
    is_whole = PROTECTED.fullmatch(fields["title"].strip())
    return {"title": {**title, "title": title["title"] if is_whole else f"{{{title['title']}}}"}}


def with_names_in_titles(
    changes: Mapping[str, Mapping[str, str]], fields: Mapping[str, str], common: Collection[str] = frozenset()
) -> dict[str, Mapping[str, str]]:
    """Return `normalised_fields` for a style that prints titles as sentences: see `with_protected_names`."""
    titles = {name: changes.get(name, {name: fields[name]}) for name in sorted(TITLES & fields.keys())}
    kept = {
        name: {part: with_protected_names(text, common) for part, text in each.items()} for name, each in titles.items()
    }
    return {**changes, **{name: each for name, each in kept.items() if each != {name: fields[name]}}}


def common_words(sources: Sequence[Mapping[str, str]]) -> frozenset[str]:
    """Return the words that stand in lower case in the titles and abstracts of sources in English, and in no name."""
    english = [fields for fields in sources if (tag_of_source(fields) or "en").startswith("en")]
    titles = (fields[name] for fields in english for name in TITLES if name in fields)
    abstracts = (fields["abstract"] for fields in english if "abstract" in fields)
    names = (fields[name] for fields in sources for name in (*PEOPLE, *_LISTS) if name in fields)
    return lower_case_words(titles, abstracts) - {word.lower() for text in names for word in _WORD.findall(text)}


def _normalised(name: str, value: str, fields: Mapping[str, str]) -> dict[str, str]:
    if name in _UNBRACED and (inner := _WHOLE_IN_BRACES.fullmatch(value.strip())):
        value = inner[1]
    if name not in VERBATIM:
        value = with_signs(value)
    if name == "month":
        return month_for_pandoc(value, fields)
    if name == "year":
        return years_for_pandoc(value)
    if name in PEOPLE:
        names = without_numbers(" ".join(value.split()))
        mended = mended_names(names)
        return {name: value if mended == " ".join(value.split()) else mended}
    if name == "pages" and "pagetotal" not in fields and (total := _TOTAL.fullmatch(value.strip())):
        return {"pagetotal": total[1]}
    if name == "language" and "langid" not in fields and (tag := tag_of_source(fields)):
        return {name: value, "langid": tag}
    value = without_remains(name, value)
    if name in _CHANGES:
        value = _CHANGES[name](value)
    elif name in _TEXTS:
        value = _whole(name, _text(value, name in TITLES))
    if name in _NAMES and _CAPITAL.search(value) and not PROTECTED.fullmatch(value.strip()):
        value = f"{{{value}}}"
    if name in TITLES:
        value = _with_sound_signs(value, tag_of_source(fields))
    short = _short_title(value) if name == "title" and fields.keys().isdisjoint(("shorttitle", "subtitle")) else ""
    return {name: value, "shorttitle": short} if short else {name: value}


def _text(value: str, is_title: bool) -> str:
    """Replace HTML's entities and tags by LaTeX; in a title also straight quotation marks, and protect capitals."""
    value = _ENTITY.sub(_character, value)
    value = _TAG.sub(lambda tag: f"\\{_COMMANDS[tag[1].lower()]}{{{tag[2]}}}", value)
    return _with_quotes(with_protected_capitals(value)) if is_title else value


def _whole(name: str, value: str) -> str:
    """Return a list that has `and` in braces, so that it is printed as written: Food and Agriculture Organization.

    Pandoc sets semicolons between the items. BibLaTeX sets "and" between two, which so is right for two publishers too.
    Who puts one `and` in braces knows that another separates items.
    """
    return f"{{{value}}}" if name in _LISTS and _has_and(value) else value


def _has_and(value: str) -> bool:
    in_braces = [not _is_balanced(value[: word.start()]) for word in _AND.finditer(value)]
    return bool(in_braces) and not any(in_braces)


def _character(entity: re.Match[str]) -> str:
    character = html.unescape(entity[0].replace("\\", ""))
    if len(character) != 1:
        return entity[0]
    return "~" if character == "\u00a0" else f"\\{character}" if character in "&%$#_" else character


def _with_quotes(title: str) -> str:
    """Give quotations their command, so that each style sets its marks, and others within them."""
    return _QUOTED.sub(_quotation, title)


def _quotation(quoted: re.Match[str]) -> str:
    words = quoted[1] or quoted[2]
    return f"\\enquote{{{words}}}" if words.count("{") == words.count("}") else quoted[0]


def _with_sound_signs(title: str, language: str) -> str:
    """Take the space before a colon out of a title, unless it is French, and the full stop at its end."""
    if not language.startswith("fr") and (language or not _FRENCH.search(title)):
        title = _SPACED_SIGN.sub(r"\1", title)
    last = _LAST_WORD.search(title)
    return title if not last or title.count(".") > 1 or last[1].lower() in _SHORTENED else title.rstrip()[:-1]


def _short_title(title: str) -> str:
    """Return a title up to its colon, or all of one with a colon in a figure; empty where pandoc finds the same."""
    if ":" not in title or title.count("{") != title.count("}"):
        return ""
    colon = next((sign for sign in _COLON.finditer(title) if _is_balanced(title[: sign.start()])), None)
    short = title[: colon.start()] if colon else title
    return "" if short == title.partition(":")[0] else " ".join(short.split())


def _is_balanced(text: str) -> bool:
    return bool(text) and text.count("{") == text.count("}")


def _edition(value: str) -> str:
    found = _EDITION.fullmatch(value.strip())
    if not found:
        return value
    word = (found[2] or "").lower()
    if word in ("revised", "rev"):
        return "rev. ed."
    return found[1] or (str(_ORDINALS.index(word) + 1) if word in _ORDINALS else value)


def _url(value: str) -> str:
    """Return a URL without LaTeX's escapes, and with its scheme."""
    found = _URL_COMMAND.fullmatch(value.strip())
    url = (found[1] or found[2]) if found else value
    url = _ESCAPE.sub(lambda sign: sign[1] or sign[2] or "~", url)
    return f"https://{url.strip()}" if _HOST.fullmatch(url.strip()) else url


def _volume(value: str) -> str:
    value = _without_label("volume")(value)
    return value.replace("-", "--") if _VOLUMES.fullmatch(value.strip()) else value


def _pages(value: str) -> str:
    value = _DASHES.sub("--", _without_label("pages")(value))
    if _ONE_PAGE.fullmatch(value.strip()):
        return value.strip().replace("-", HYPHEN)
    return f"{found[1]}–" if (found := _OPEN_RANGE.fullmatch(value.strip())) else value


def _without_label(name: str) -> Callable[[str], str]:
    def change(value: str) -> str:
        label = _LABELS[name].match(value.strip())
        value = value.strip()[label.end() :] if label else value
        return _OPENED.sub("(", value)  # 119 ( Pt 5), as PubMed has it

    return change


_CHANGES: Mapping[str, Callable[[str], str]] = {
    **{name: _without_label(name) for name in ("chapter", "issue", "number")},
    **dict.fromkeys(DATES, date_for_pandoc),
    "doi": lambda value: doi_in(value) or value,
    "edition": _edition,
    "pages": _pages,
    "url": _url,
    "volume": _volume,
}
