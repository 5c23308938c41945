"""Make the record of a United Nations document from its symbol: what that tells, and an empty title to be filled in."""

from __future__ import annotations

from studyguide.authoring.importers.record import Record, RecordError
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.un_symbol_checks import joined
from studyguide.data.un_symbols import UNSymbol, opening_year, parse_symbols, stated_symbols
from studyguide.diagnostics.diagnostic import Location


def record_of(text: str) -> Record:
    """Return the record of the document with the symbol `text`, in any spelling. Raises `RecordError` if it is none."""
    where = Location(BIBLIOGRAPHY)
    symbols = stated_symbols(text)
    if not symbols:
        raise RecordError(where, f'"{text}" is no symbol of a United Nations document. Copy it from its first page.')
    first = symbols[0]
    authors = " and ".join(f"{{{body}}}" for body in dict.fromkeys(symbol.body for symbol in symbols))
    fields = {
        "author": authors,
        "title": "",
        "type": first.kind,
        "number": joined(symbols),
        "date": _year_of(first),
        "url": first.address,
    }
    return Record(where, "report", {name: value for name, value in fields.items() if value or name == "title"})


def _year_of(symbol: UNSymbol) -> str:
    """Return the year of a document that its symbol tells for certain; empty if it may be another one."""
    if symbol.is_of_human_rights_council and symbol.is_resolution and symbol.session:
        return str(opening_year(symbol.body, symbol.session))
    return str(symbol.year) if symbol.year and symbol.text.startswith("S/") else ""


def time_of(text: str) -> str:
    """Return when a document of the General Assembly is dated, as its symbol tells it; empty if it does not."""
    symbol = next(iter(parse_symbols(text)), None)
    if not symbol or not symbol.session or symbol.is_of_human_rights_council:
        return ""
    year = opening_year(symbol.body, symbol.session)
    return f"Session {symbol.session} was held from {year} to {year + 1}"
