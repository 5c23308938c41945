"""Words of a document that tests/words.yaml forbids: they may stay until a chair has mended them, and are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from studyguide.authoring.documents.findings import Finding, Risk
from studyguide.data.paths import GLOSSARY, TIMELINE

WORDS = "tests/words.yaml"
_WORDS_AROUND = 4
_REMARK = "  # The document has it: mend the lines that import/report.md names, and take the next # away.\n"


def allow_used_words(words: str, texts: Mapping[str, str]) -> tuple[str, list[Finding]]:
    """Return tests/words.yaml, in which the forbidden words of texts are remarks, and their places.

    `texts` are files by path. The places are those that the tests of a guide would name: line by line.
    """
    read = {path: text for path, text in texts.items() if path.endswith(".md") or path in (GLOSSARY, TIMELINE)}
    lines = words.splitlines(keepends=True)
    findings: list[Finding] = []
    for number, word, better in _forbidden(words):
        found = list(_places(word, better, read))
        lines[number] = f"{_REMARK}  # {lines[number].lstrip()}" if found else lines[number]
        findings += found
    return "".join(lines), findings


def _forbidden(words: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number of the line, from 0, of each forbidden word, the word, and what to write in its place."""
    document = yaml.compose(words)
    sections = {key.value: value for key, value in document.value} if isinstance(document, yaml.MappingNode) else {}
    if isinstance(forbidden := sections.get("forbidden"), yaml.MappingNode):
        yield from ((key.start_mark.line, key.value, better.value) for key, better in forbidden.value)


def _places(word: str, better: str, texts: Mapping[str, str]) -> Iterator[Finding]:
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    for path, text in texts.items():
        for line in text.splitlines():
            for found in pattern.finditer(line):
                before = " ".join(line[: found.start()].split(" ")[-1 - _WORDS_AROUND :])
                after = " ".join(line[found.end() :].split(" ")[: 1 + _WORDS_AROUND])
                printed = f"{before}{found[0]}{after}".strip()
                yield Finding(Risk.UNWANTED_WORD, f'Not "{word}", but {better}:', printed, path, line)
