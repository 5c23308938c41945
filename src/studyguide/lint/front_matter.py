"""Check a chapter's front matter: unknown fields, wrong values, and front matter that is not at the top of the file.

MkDocs also parses `name: value` lines without `---` as front matter where a file begins with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.markdown.source import ChapterSource

FIELDS = frozenset(
    {"description", "handout", "title", "template", "hide", "search", "tags", "icon", "status", "subtitle"}
)
_READ_BY_OTHERS = frozenset(
    {"author", "authors", "comments", "date", "links", "location", "revision_date", "social", "source"}
)
"""Fields of optional parts of the theme."""
_FIELD = re.compile(
    r"^(?P<quote>[\"']?)(?P<name>[A-Za-z_][\w -]*)(?P=quote)[ \t]*:(?=[ \t\n]|\Z)[ \t]*(?P<value>.*)", re.MULTILINE
)
_LINE_WITHOUT_RULES = re.compile(r"^ {0,3}(?P<name>[A-Za-z0-9_-]+):[ \t]*(?P<value>.*)", re.MULTILINE)  # as in MkDocs
_COMMENT = re.compile(r"^[^#\n]*?(?P<sign><!--)", re.MULTILINE)
_YES_OR_NO = re.compile(r"(?:true|false|yes|no|on|off)[ \t]*(?:[ \t]#.*)?", re.IGNORECASE)
_UNREADABLE = re.compile(r"---[ \t]*$", re.MULTILINE)
_NEARLY_FIRST = re.compile(
    r"(?:[ \t]+-{3,}|-{4,}|[—–]-?|\+{3})[ \t]*\n"
    r"(?:[ \t]*[\w-]+[ \t]*[:=].*\n){1,20}[ \t]*(?:-{3,}|[—–]-?|\+{3})[ \t]*$",
    re.MULTILINE,
)
_TOO_LATE = re.compile(
    rf"^---[ \t]*\n(?:[\w -]+:.*\n)*?(?:{'|'.join(sorted(FIELDS))}):.*\n(?:[\w -]+:.*\n)*---[ \t]*$"
    r"|^(?i:handout):[ \t]*[\"']?(?i:true|false|yes|no)\b[\"']?[ \t]*$",
    re.MULTILINE,
)


def front_matter_problems(source: ChapterSource) -> Iterator[Problem]:
    """Check the front matter of a chapter; `source` is the text below it."""
    span = source.span
    top = span.file.text[: span.start]
    file = span.file
    if top.startswith("---"):
        for found in _FIELD.finditer(top):
            yield from _field(found, file.location(found.start("name")))
        for comment in _COMMENT.finditer(top):
            yield problem(file.location(comment.start("sign")), "front-matter", "comment")
    elif top.strip():
        for found in _LINE_WITHOUT_RULES.finditer(top):
            name = found["name"]
            if name == "handout" or name.lower() not in FIELDS | _READ_BY_OTHERS:
                yield problem(file.location(found.start("name")), "front-matter", "first-line", name=name)
    yield from _misplaced(source)


def _field(found: re.Match[str], where: Location) -> Iterator[Problem]:
    name = found["name"].strip()
    if name == "handout" and not _YES_OR_NO.fullmatch(found["value"]):
        yield problem(where, "front-matter", "handout", value=found["value"].strip() or "nothing")
    elif name not in FIELDS | _READ_BY_OTHERS:
        yield problem(where, "unread-field", name=name, fix=did_you_mean(name, FIELDS))


def _misplaced(source: ChapterSource) -> Iterator[Problem]:
    span, text = source.span, source.text
    if span.start == 0 and _UNREADABLE.match(text):  # below other text it is a thematic break
        yield problem(span.locate(0), "front-matter", "unreadable")
    elif span.start == 0 and (found := _NEARLY_FIRST.match(text)):
        yield problem(span.locate(len(found[0]) - len(found[0].lstrip())), "front-matter", "first-signs")
    elif "---" in text or "andout" in text:
        above = span.file.text[: span.start]
        for found in _TOO_LATE.finditer(source.without_code_and_comments):
            is_below_text = bool(f"{above}{text[: found.start()]}".strip())
            yield problem(span.locate(found.start()), "front-matter", "elsewhere" if is_below_text else "empty-line")
