"""Write text of a document as Markdown of a chapter, so that each sign in it is shown as printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from studyguide.authoring.documents.text.runs import Run, Text, plain
from studyguide.authoring.escapes import in_markdown

_LINE_START = re.compile(r"^(?P<indent> *)(?P<number>\d+)?(?P<sign>[-+:=>|!~.)])", re.MULTILINE)
_NOT_IN_ADDRESS = re.compile(r"[\s<>()\[\]\"'`*\\]")
_HARD_BREAK = "  \n"
_WEB = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class TextWriter:
    """Writes texts; what stands for notes and citations is asked for."""

    note: Callable[[int], str]
    """Returns the Markdown for the reference of a note: `[@key, p. 4]` or `[^3]`."""
    cited: Callable[[Run], str]
    """Returns the Markdown for a citation of a reference manager."""

    def line(self, text: Text) -> str:
        """Return a text as Markdown within a line, as in a cell or a heading: line breaks become spaces."""
        return self.paragraph(tuple(replace(run, text=run.text.replace("\n", " ")) for run in text))

    def paragraph(self, text: Text) -> str:
        """Return a text as a paragraph of Markdown, without blanks around it."""
        written = "".join(self._linked(text)).strip()
        lines = (line.strip() for line in written.split("\n"))
        return _HARD_BREAK.join(_with_plain_start(line) for line in lines if line)

    def _linked(self, text: Text) -> Iterator[str]:
        for address, runs in groupby(text, key=lambda run: run.address):
            written = "".join(self._emphasised(tuple(runs)))
            yield link(written, address) if address.startswith(_WEB) and written.strip() else written

    def _emphasised(self, runs: Text) -> Iterator[str]:
        for is_bold, bold in groupby(runs, key=lambda run: run.bold):
            inner = "".join(
                marked("*", "".join(map(self._run, italic)), is_italic)
                for is_italic, italic in groupby(bold, key=lambda run: run.italic)
            )
            yield marked("**", inner, is_bold)

    def _run(self, run: Run) -> str:
        if run.note:
            return self.note(run.note)
        if run.cited:
            return self.cited(run)
        written = in_markdown(run.text.replace("\t", " "))
        for tag, has_it in (("sup", run.superscript), ("sub", run.subscript)):
            if has_it and written.strip():
                written = f"<{tag}>{written}</{tag}>"
        return f'<span lang="{run.language}">{written}</span>' if run.language and written.strip() else written


def marked(sign: str, text: str, applies: bool) -> str:
    """Put a sign of emphasis around text, within the blanks at its ends, where it `applies`."""
    if not applies or not text.strip():
        return text
    before, inner, after = _edges(text)
    return f"{before}{sign}{inner}{sign}{after}"


def link(words: str, address: str) -> str:
    """Return a link; the blanks at the ends of its words stand outside."""
    target = _NOT_IN_ADDRESS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), address)
    before, inner, after = _edges(words)
    return f"{before}[{inner}]({target}){after}"


def _edges(text: str) -> tuple[str, str, str]:
    """Return the blanks at the start of a text, what is between them, and those at its end."""
    inner = text.strip()
    start = text.index(inner) if inner else len(text)
    return text[:start], inner, text[start + len(inner) :]


def _with_plain_start(line: str) -> str:
    """Escape the sign at the start of a line that would make a list, a quotation or a box of it."""
    return _LINE_START.sub(lambda start: f"{start['indent']}{start['number'] or ''}\\{start['sign']}", line, count=1)


def words_only(texts: Iterable[Text]) -> str:
    """Return texts without looks, with a blank between them."""
    return " ".join(plain(text) for text in texts if text)
