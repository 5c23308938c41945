"""Write what a chair is to look at, import/report.md, and what stands in other words, import/as-printed.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from studyguide.authoring.documents.accounting import Account, counted
from studyguide.authoring.documents.findings import Finding, Listed, Risk
from studyguide.authoring.documents.overrides import one_line
from studyguide.authoring.escapes import in_markdown

_HEADINGS = {
    Risk.WRONG_SOURCE: "Notes that may lead to another source than the author's",
    Risk.NO_NOTE: "Raised numbers without a note, which stay as printed: a note that is missing?",
    Risk.WRONG_DATE: "Dates that may be wrong",
    Risk.LEFT_OUT: "What readers do not see",
    Risk.WRONG_FIELD: "Sources of which a part may be wrong",
    Risk.PICTURE: "Pictures",
    Risk.BY_NUMBER: "Words that name a part by its number, which the guide does not print",
    Risk.STRUCTURE: "Headings, chapters and terms that were recognised by their look or place, and text boxes",
    Risk.UNWANTED_WORD: "Words that guides do not use; names that have them stay",
    Risk.LONG_TITLE: "Titles of events that are long: a sentence of the document, or its first clause",
    Risk.BLANK: "What the blank guide added: write it or delete it",
    Risk.READ_BY_RULES: "Sources that were read by rules, and in which nothing seems wrong",
}
_BEGINNING = """\
# What to look at after the import

From {name}: {counts}. In the document are {account}. No word of them is lost: each is in the guide, or listed here
or in [as-printed.md](as-printed.md).

**Nothing here was checked for truth.** The import moves words. Whether they are right, whether a source says what the
guide says, and whether an address still leads somewhere, only a person can find out.

The worst comes first. What the import misread, say first in [overrides.yaml](overrides.yaml), and type `make import` in
the guide's folder, until this list is right. Only then correct the rest in its files: once one of them is changed by
hand, the guide is not made anew. What stands in no chapter, or there in other words, is in
[as-printed.md](as-printed.md), word for word. `make check` lists what else is to be mended.
"""
_LISTED = """\
# What the document printed in other words

Each word of {name} stands in a chapter, a term, an event or a source of this guide, or here.
"""


def report(
    name: str, counts: Mapping[str, int], account: Account, findings: Iterable[Finding], files: Mapping[str, str]
) -> str:
    """Return the report on the document `name`; `files` are the guide's by path, to find lines in.

    `counts` are those of the guide's parts by their names, such as "note".
    """
    parts = [
        _BEGINNING.format(name=in_markdown(name), counts=counted(counts), account=account),
        *_by_risk(findings, files),
    ]
    return "\n".join(parts)


def as_printed(name: str, listed: Iterable[Listed]) -> str:
    """Return the list of what stands in the guide in other words, or not at all."""
    parts = [_LISTED.format(name=in_markdown(name))]
    by_kind = sorted(listed, key=lambda item: item.kind)
    for kind, items in groupby(by_kind, key=lambda item: item.kind):
        parts.append(f"## {kind[0].upper()}{kind[1:]}\n")
        parts += [f"- {_place(item.place)}{item.why} {_printed(item.text)}" for item in items]
        parts.append("")
    return "\n".join(parts)


def _printed(words: str) -> str:
    """Return words of the document as code, in which no sign means anything."""
    fence = "``" if "`" in words else "`"
    return f"{fence}{one_line(words)}{fence}" if words.strip() else ""


def _place(place: str) -> str:
    return f"{in_markdown(place)}: " if place else ""


def _by_risk(findings: Iterable[Finding], files: Mapping[str, str]) -> Iterator[str]:
    ordered = sorted(findings, key=lambda finding: finding.risk)
    for risk, found in groupby(ordered, key=lambda finding: finding.risk):
        yield f"## {_HEADINGS[risk]}\n"
        for finding in found:
            where = f"{_line_of(finding, files)}:" if finding.file else ""
            yield " ".join(filter(None, ["-", where, finding.words, _printed(finding.printed)]))
        yield ""


def _line_of(finding: Finding, files: Mapping[str, str]) -> str:
    """Return the file and the line of a finding, as a link from the folder of the report."""
    text = files.get(finding.file, "")
    offset = text.find(finding.mark) if finding.mark else -1
    shown = finding.file if offset < 0 else f"{finding.file}:{text.count(chr(10), 0, offset) + 1}"
    return f"[{shown}](../{finding.file})"
