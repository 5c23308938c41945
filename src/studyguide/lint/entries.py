"""Check the entries of glossary.yaml and timeline.yaml for what their schema cannot tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.data.paths import GLOSSARY, TIMELINE
from studyguide.data.timeline import Event
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_comments import HTML_COMMENT
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_file, on_guide

_NAME = re.compile(r"^(?:- |  )(?:title|term):[ \t]+(?P<name>.*)$", re.MULTILINE)
_MARKUP = re.compile(
    r"\[[^\[\]]*@[\w{][^\[\]]*\]|\[\^[^\[\]]+\]"  # a citation, a note
    r"|!?\[[^\[\]]+\]\([^()]*\)|\[\[[^\[\]]+\]\]"  # a link
    r"|\*\*[^*]+\*\*|(?<![\w*])\*(?=[^\s*])[^*]+(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_]+(?<=\S)_(?![\w_])"
    r"|`[^`]+`|~~[^~]+~~|(?<!=)==[^=\s][^=]*==|</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]{2,8}|#\d+);|\{[#.:][^{}]*\}"
)
_LONGEST_NAME = 2
_FEWEST_SECTIONS = 8
_NEARLY_ALL = 0.75
"""The share of the sections with mentions from which a term is in nearly all."""
_OPTIONAL_END = re.compile(
    r"(?<!\w)(?P<stem>\w{3,})(?:\((?P<end>-?(?:s|es|ies|ren|n|en))\)|/(?P<slashed>-?(?:s|es|ies)))(?!\w)"
)


@on_guide
def names_with_two_forms(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find names such as `drought(s)`, which no text matches, unless both forms are names of the term too."""
    for term in guide.terms:
        known = {name.casefold() for name in term.forms}
        names = [(term.name, term.where), *((name.text, name.where) for name in (*term.aliases, *term.deprecated))]
        for name, where in names:
            found = _OPTIONAL_END.search(name)
            if found and not {form.casefold() for form in _both_forms(name, found)} <= known:
                one, several = _both_forms(name, found)
                yield problem(where, "two-forms", name=name, one=one, several=several)


def _both_forms(name: str, found: re.Match[str]) -> tuple[str, str]:
    """Return a name without and with its optional ending: `drought` and `droughts`, `city` and `cities`."""
    end = (found["end"] or found["slashed"]).removeprefix("-")
    stem = found["stem"].removesuffix("y") if end == "ies" else found["stem"]
    before, behind = name[: found.start()], name[found.end() :]
    return f"{before}{found['stem']}{behind}", f"{before}{stem}{end}{behind}"


@on_guide
def aliases_that_no_text_holds(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find aliases that are several names in one, as in `"rivers, streams"`, or have markup."""
    for term in guide.terms:
        for alias in term.aliases:
            if found := _MARKUP.search(alias.text):
                yield problem(alias.where, "two-forms", "markup", name=alias.text, markup=found[0])
            elif (names := _names_in_one(alias.text)) and not _is_in_text(alias.text, context):
                written = ", ".join(f'"{name}"' for name in names)
                yield problem(alias.where, "two-forms", "several", name=alias.text, names=written)


def _names_in_one(alias: str) -> list[str]:
    """Return the names that a list in one text holds; a comma may belong to a longer name."""
    names = [name.strip() for name in re.split(r"[;,\n]| / ", alias)]
    is_list = len(names) > 1 and ("," not in alias or all(len(name.split()) <= _LONGEST_NAME for name in names))
    return [name for name in names if name] if is_list else []


def _is_in_text(name: str, context: LintContext) -> bool:
    return any(name.casefold() in chapter.source.without_code_and_comments.casefold() for chapter in context.chapters)


@on_guide
def broad_aliases(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find aliases of one common word by which a term links in nearly every section that mentions any term."""
    mentions = {(term_id, section) for chapter in context.chapters for term_id, section in chapter.mentions}
    sections = len({section for _, section in mentions})
    counts = Counter(term_id for term_id, _ in mentions)
    for term in guide.terms:
        if term.link == "section" and counts[term.id] >= max(_FEWEST_SECTIONS, _NEARLY_ALL * sections):
            for alias in term.aliases:
                if _is_common_word(alias.text, term.name) and _is_most_used(alias.text, term, context):
                    count = counts[term.id]
                    yield problem(alias.where, "broad-alias", alias=alias.text, count=count, sections=sections)


def _is_common_word(alias: str, name: str) -> bool:
    """Tell whether an alias is one word in small letters, and no other form of the name, as `rivers` is of River."""
    stem = name.casefold()[: max(3, len(name) - 2)]
    is_form = " " not in name and alias.startswith(stem)
    return re.fullmatch(r"[^\W\d_]+", alias) is not None and alias.islower() and not is_form


def _is_most_used(alias: str, term: Term, context: LintContext) -> bool:
    """Tell whether an alias stands in the guide's text more often than all other forms of its term together."""
    texts = [chapter.source.without_code_and_comments for chapter in context.chapters]
    text = "\n".join([*texts, *(file.text for file in context.guide.files)])
    forms = sorted(map(re.escape, term.forms), key=len, reverse=True)
    used = Counter(found[0].casefold() for found in re.finditer(rf"(?i)\b(?:{'|'.join(forms)})\b", text))
    return used[alias] * 2 > used.total()


@on_file
def markup_in_names(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find markup in the titles of events and the names of terms, which are printed as they stand in several places."""
    for line in _NAME.finditer(file.text) if file.path in (GLOSSARY, TIMELINE) else ():
        if found := _MARKUP.search(HTML_COMMENT.sub(lambda comment: " " * len(comment[0]), line["name"])):
            yield problem(file.location(line.start("name") + found.start()), "marked-up-name", markup=found[0])


@on_guide
def checks_without_a_note(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the entries with a status that do not say what it is about: only a note makes the box that readers see."""
    entries: tuple[Term | Event, ...] = (*guide.terms, *guide.events)
    for entry in entries:
        if not entry.note and (entry.is_open or entry.is_minor):
            yield problem(entry.where, "check-without-note", "minor" if entry.is_minor else "", id=entry.id)
