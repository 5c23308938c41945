"""Read laws, treaties, cases and documents of the United Nations, which are cited in forms of their own.

The groups of the patterns have the names of BibLaTeX's fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from studyguide.authoring.documents.references.details import (
    find_symbol,
    pieces,
    put_date,
    take_date,
    take_labelled_locator,
)
from studyguide.authoring.documents.references.laws import read_case, read_instrument, read_law
from studyguide.authoring.documents.references.marked_text import GAP, unmarked
from studyguide.authoring.documents.references.people import is_organisation
from studyguide.authoring.documents.references.printed_dates import YEAR, date_pattern
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.titles import find_title

_TREATY = re.compile(
    r"(?P<title>[^()]+?)\s*\((?:adopted|opened for signature|signed|concluded|done)\s+(?:on\s+|at\s+\w+\s+)?"
    r"(?P<date>[^(),;]+\d{4})(?:[,;]\s*[^()]*)?\)\s*,?\s*(?:\(\d{4}\)\s*)?"
    r"(?:(?P<volume>\d+)\s+(?P<journaltitle>UNTS|U\.N\.T\.S\.|ETS|CETS|LNTS|ILM)\s+(?P<pages>\d+))?"
    r"\s*(?:\((?P<shorttitle>[^()\d]+)\))?\s*,?\s*(?P<rest>.*)"
)
_PLAIN_TREATY = re.compile(
    r"(?P<title>[^()]+?)\s*(?:,\s*|\()"
    r"(?:(?:adopted|opened for signature|signed|concluded|done)\s+(?:on\s+|at\s+\w+\s+)?)?"
    rf"(?P<date>[^(),;]*{YEAR})\)?\s*,?\s*(?P<volume>\d+)\s+"
    r"(?P<journaltitle>UNTS|U\.N\.T\.S\.|RTNU|R\.T\.N\.U\.|ETS|CETS|LNTS)\s+(?P<pages>\d+)(?P<shorttitle>)\.?"
    r"(?:\s*\((?:entered|not yet)[^()]*\))?\s*,?\s*(?P<rest>.*)"
)
_CASE = re.compile(
    rf"(?P<title>[^\[\]]+?\sv\.?\s[^\[\]]+?),?\s*\[(?P<date>{YEAR})\]\s+(?:(?P<volume>\d+)\s+)?"
    r"(?P<journaltitle>[A-Z][A-Za-z. ]*?)\s+(?P<pages>\d+)\s*(?:\((?P<institution>[^()]+)\))?\.?(?P<rest>.*)"
)
_AMERICAN_CASE = re.compile(
    r"(?P<title>.+?\sv\.?\s.+?),\s*(?P<volume>\d+)\s+(?P<journaltitle>(?:[A-Z][A-Za-z.]*\.\s?)+\d?[a-z]*)\s+"
    rf"(?P<pages>\d+)(?:,\s*\d+)?\s*\((?P<institution>[^()\d]*)(?P<date>{YEAR})\)\.?(?P<rest>.*)"
)
_AMERICAN_ACT = re.compile(
    rf"(?P<title>.+?\sAct(?: of {YEAR})?),\s*(?P<number>Pub\.\s?L\.\s?(?:No\.\s?)?[\d–-]+)"
    r"(?:,\s*(?P<volume>\d+)\s+(?P<journaltitle>Stat\.)\s+(?P<pages>\d+))?"
    rf"\s*\((?P<date>{YEAR})\)\.?(?P<rest>.*)"
)
_ACT = re.compile(
    rf"(?P<title>[A-Z][\w’',() -]+? Act)(?: of)? (?P<date>{YEAR})(?:\s\([A-Z][\w. ]*\))?"
    r"(?P<rest>(?:,.*|\ss\.?\s\d.*)?)\.*"
)
_EU_ACT = re.compile(
    r"(?P<title>(?:(?:Council|Commission|European)\s)?(?:Framework )?(?:Directive|Regulation|Decision|Règlement"
    r"|Richtlinie|Verordnung|Reglamento|Directiva)\b.*?)"
    rf"\s*,?\s*\[(?P<date>{YEAR})\]\s+(?:OJ|O\.J\.)\s+([LC])\s?(\d+)/(?P<pages>\d+)\.?"
    r"(?P<rest>.*)"
)
_YEAR_OF_NUMBER = re.compile(rf"(\b\d+) \(({YEAR})\)")
"""The year in "Resolution 2417 (2018)", which belongs to the title."""
_NUMBER_LIKE_YEAR = re.compile(rf"((?:Res(?:olution|olución)?|Résolution|Resolução)\.?\s)({YEAR})\b", re.IGNORECASE)
"""The number in "UNSC Res 1973", which is no year."""
_CALLED = re.compile(r"\s*\([‘'“\"](?P<short>[^()]+)[’'”\"]\)\.?$")
"""How the text calls a treaty from then on: `art 101 (‘UNCLOS’)`."""
_PARAGRAPH = re.compile(r"(?:^|\s)\[(?P<number>\d+)\]\.?$")
"""The paragraph of a judgment, as OSCOLA has it: `[2017] UKSC 5 [42]`."""
_PLACE = re.compile(rf",?\s(?P<place>(?:¶+|paras?\.?|pp?\.)\s?\d[\d–, -]*)(?=,|[\s.]*$|\s*\(|\s*{GAP})")
_SHOWN = {0xE010: "(", 0xE011: ")", 0xE012: "[", 0xE013: "]", 0x2BB: None}


def read_legal(draft: Draft) -> bool:
    """Read a reference whose form is that of a law, a treaty, a case or a UN document; tell whether it is one."""
    line = unmarked(draft.rest).strip(" ,;")
    readers: tuple[Callable[[Draft, str], bool], ...] = (
        *(_treaty, _american_act, _eu_act, _case, _act, _un_document),
        *(read_law, read_instrument),
    )
    return any(read(draft, line) for read in readers)


def _treaty(draft: Draft, line: str) -> bool:
    found = _TREATY.fullmatch(line) or _PLAIN_TREATY.fullmatch(line)
    if not found or not date_pattern().search(found["date"]):
        return False
    put_date(draft, found["date"])
    return _put(draft, "legal", found)


def _american_act(draft: Draft, line: str) -> bool:
    found = _AMERICAN_ACT.fullmatch(line)
    return found is not None and _put(draft, "legislation", found)


def _eu_act(draft: Draft, line: str) -> bool:
    found = _EU_ACT.fullmatch(line)
    if not found:
        return False
    _, _, series, volume, *_ = found.groups()
    draft.put(journaltitle="OJ", volume=f"{series} {volume}")
    return _put(draft, "legislation", found)


def _case(draft: Draft, line: str) -> bool:
    found = _CASE.fullmatch(line) or _AMERICAN_CASE.fullmatch(line)
    return _put(draft, "jurisdiction", found) if found else read_case(draft, line)


def _act(draft: Draft, line: str) -> bool:
    found = _ACT.fullmatch(line)
    return found is not None and _put(draft, "legislation", found)


def _put(draft: Draft, kind: str, found: re.Match[str]) -> bool:
    """Put the parts of a law or a case into the fields that are not known yet, and leave what stands behind them."""
    parts = found.groupdict(default="")
    rest = parts.pop("rest")
    if called := _CALLED.search(rest):
        parts["shorttitle"], rest = called["short"], rest[: called.start()]
    if draft.is_note and (paragraph := _PARAGRAPH.search(rest)):
        draft.locator, rest = f"para {paragraph['number']}", rest[: paragraph.start()]
    draft.rest = f"{GAP}{rest}"
    draft.type = kind
    draft.put(**{name: value.strip(" ,") for name, value in parts.items()})
    return True


def _take_place(draft: Draft) -> None:
    """Take the paragraph or page of a document, also before its symbol: `S.C. Res. 2573, ¶ 4, U.N. Doc. …`."""
    found = None if draft.locator else _PLACE.search(draft.rest)
    if found:
        draft.locator = found["place"]
        draft.cut(*found.span())


def _body_at_start(line: str, body: str) -> str:
    """Return a body with commas in its name, with which a line begins: that of the symbol."""
    names = (body, body.removeprefix("United Nations "))
    return next((name for name in names if "," in name and line.startswith(name)), "")


def _un_document(draft: Draft, line: str) -> bool:
    """Read a document without a marked title, by its symbol: body, title, symbol, date."""
    found = find_symbol(line)
    if not found or find_title(draft.rest):
        return False
    symbol, start, end = found
    draft.type = "report"
    draft.put(type=symbol.kind, number=symbol.text)
    draft.rest = f"{line[:start]}{GAP}{line[end:]}"
    if draft.is_note:
        take_labelled_locator(draft)
        _take_place(draft)
    if body := _body_at_start(draft.rest, symbol.body):
        draft.put(author=f"{{{body}}}")
        draft.rest = draft.rest[len(body) :]
    draft.rest = _NUMBER_LIKE_YEAR.sub("\\1\u02bb\\2", draft.rest)
    draft.rest = _YEAR_OF_NUMBER.sub("\\1 \ue010\u02bb\\2\ue011", draft.rest)
    draft.rest = draft.rest.replace("[", "\ue012").replace("]", "\ue013")
    take_date(draft)
    names = [piece.translate(_SHOWN) for piece in pieces(draft.rest)]
    draft.rest = ""
    if len(names) > 1 and is_organisation(names[0]) and not re.search(r"\d", names[0]):
        draft.put(author=f"{{{names.pop(0)}}}")
    draft.put(author=f"{{{symbol.body}}}", title=", ".join(names) if names else symbol.text)
    if len(names) > 1:
        draft.doubt(f"Which words are the title? It was taken for “{', '.join(names)}”.")
    return True
