"""Check the symbols of United Nations documents in a source: their field, and that they fit its date and author."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date as calendar_date

from studyguide.data.bibtex_fields import plain_value
from studyguide.data.un_symbols import (
    UNSymbol,
    as_roman_session,
    opening_year,
    parse_symbol,
    parse_symbols,
    symbols_in_address,
)
from studyguide.diagnostics.diagnostic import Location, Problem, problem

_PLACES = ("title", "note", "titleaddon", "howpublished", "series", "volume", "organization")
"""Where a symbol is written in place of `number`."""
_IN_TITLE = re.compile(r"(?:^|[\s(,;:])(?P<symbol>[AES]/RES/[^\s()]+(?: ?\([^()]+\))?|[A-Z]+/[^\s()]*\d[^\s()]*)\)?$")
_PARTS = frozenset("article inbook incollection inproceedings inreference periodical review suppperiodical".split())  # noqa: SIM905
"""Types of what stands in a larger whole, whose `number` is that of an issue or a series."""
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-\d\d)?)?[~?%]?")
_UNITED_NATIONS = re.compile(r"\bUN\b|United Nations|General Assembly|Security Council|Human Rights Council|^\W*$")
_COUNCILS = ("General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council")
_MAY_BE = re.compile(r"[A-Za-z]\s?/|[Rr][Ee][Ss](?:olution|\.)? [0-9]")
"""What each symbol has, and each name of a resolution: most sources have neither."""
Locate = Callable[[str], Location]


def symbol_problems(kind: str, fields: Mapping[str, str], locate: Locate) -> Iterator[Problem]:
    """Find what is wrong with the symbol in the fields of a source of type `kind`.

    `locate` returns the location of a field, or of the source if it lacks that.
    """
    written = [name for name in ("number", *_PLACES) if _MAY_BE.search(fields.get(name, ""))]
    url = fields.get("url", "")
    linked = symbols_in_address(url) if "un.org" in url or "undocs" in url else ()
    if not written and not linked:
        return
    plain = {name: plain_value(fields[name]) for name in written}
    numbers = parse_symbols(plain.get("number", ""))
    place, misplaced = ("", ()) if numbers or "crossref" in fields else _misplaced(kind, fields, plain)
    field = "number" if numbers else place or "url"
    symbols = numbers or misplaced or linked
    if not symbols:
        return
    where = locate(field)
    faults = [fault for symbol in symbols for fault in _faults(symbol, fields, field, where)]
    if faults:
        yield faults[0]
    elif misplaced:
        yield problem(where, "un-symbol", "place", field=place, symbol=joined(misplaced))
    elif numbers and linked and not _is_same(numbers, linked):
        yield problem(where, "un-symbol", "address", symbol=joined(numbers), other=joined(linked))
    elif numbers and kind in _PARTS:
        yield problem(where, "un-symbol", "issue", symbol=joined(numbers), type=kind)
    elif fields.keys().isdisjoint(("url", "doi", "crossref")) and symbols[0].address:
        yield problem(locate(""), "un-symbol", "no-address", address=symbols[0].address)


def joined(symbols: tuple[UNSymbol, ...]) -> str:
    """Return the symbols of a document as they stand on it, those of a joint document with a hyphen between them."""
    return "-".join(symbol.text for symbol in symbols)


def _misplaced(kind: str, fields: Mapping[str, str], plain: Mapping[str, str]) -> tuple[str, tuple[UNSymbol, ...]]:
    """Return the field that consists of a symbol, or the title that ends with one, and the symbols."""
    for name in _PLACES:
        if symbols := parse_symbols(plain.get(name, "")):
            return name, symbols
    is_whole = kind not in _PARTS and _UNITED_NATIONS.search(fields.get("author", ""))
    found = _IN_TITLE.search(plain.get("title", "")) if is_whole else None
    symbol = parse_symbol(found["symbol"]) if found else None
    return ("title", (symbol,)) if symbol else ("", ())


def _is_same(numbers: tuple[UNSymbol, ...], linked: tuple[UNSymbol, ...]) -> bool:
    """Tell whether an address leads to one of the documents, also to the whole of which one is a part or a revision."""
    pairs = [(_stem(number), _stem(other)) for number in numbers for other in linked]
    return any(number.startswith(other) or other.startswith(number) for number, other in pairs)


def _stem(symbol: UNSymbol) -> str:
    return f"{symbol.identity.partition('[')[0].partition(' ')[0]}/"


def _faults(symbol: UNSymbol, fields: Mapping[str, str], field: str, where: Location) -> Iterator[Problem]:
    """Find what does not fit within a symbol, and between it and the date and the author of its source."""
    date = fields.get("date", "") or fields.get("year", "")
    known = _DATE.fullmatch(plain_value(date))
    is_council = symbol.text.startswith("S/RES/")
    if symbol.session and opening_year(symbol.body, symbol.session) > calendar_date.today().year:
        yield _no_session(symbol, where)
    elif written := as_roman_session(symbol):
        yield problem(where, "un-symbol", "roman", field=field, symbol=written)
    elif is_council and not symbol.year and known and field != "url":
        yield problem(where, "un-symbol", "year", field=field, symbol=f"{symbol.text} ({known[1]})")
    elif known and not _fits(symbol, known):
        yield _misdated(symbol, date, where)
    elif other := _other_body(symbol, fields.get("author", "")):
        yield problem(where, "un-symbol", "body", symbol=symbol.text, body=symbol.body, other=other)


def _no_session(symbol: UNSymbol, where: Location) -> Problem:
    parts = symbol.text.split("/")
    turned = parse_symbol("/".join([*parts[:-2], parts[-1], parts[-2]]))
    is_likely = turned and turned.session and opening_year(turned.body, turned.session) <= calendar_date.today().year
    fix = f"Did you mean {turned.text}?" if turned and is_likely else ""
    return problem(where, "un-symbol", "no-session", symbol=symbol.text, session=symbol.session, fix=fix)


def _fits(symbol: UNSymbol, date: re.Match[str]) -> bool:
    """Tell whether a date lies in the time in which the symbol's document can be dated."""
    if not symbol.months:
        return True
    year, (first, last) = int(date[1]), symbol.months
    return (year, int(date[2] or 12)) >= first and (year, int(date[2] or 1)) <= last


def _misdated(symbol: UNSymbol, date: str, where: Location) -> Problem:
    if symbol.session is None:
        return problem(where, "un-symbol", "of-year", symbol=symbol.text, year=symbol.year, date=date)
    year = opening_year(symbol.body, symbol.session)
    time = f"in {year}" if symbol.is_of_human_rights_council else f"from {year} to {year + 1}"
    session, body = symbol.session, symbol.body
    return problem(where, "un-symbol", "session", symbol=symbol.text, session=session, body=body, time=time, date=date)


def _other_body(symbol: UNSymbol, author: str) -> str:
    """Return the body that the author names if another one adopted this resolution; empty if they fit."""
    named = [council for council in _COUNCILS if council.lower() in author.lower()]
    own = next((council for council in _COUNCILS if symbol.body.endswith(council)), "")
    return named[0] if symbol.is_resolution and own and len(named) == 1 and named[0] != own else ""
