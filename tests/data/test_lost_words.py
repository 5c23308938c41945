"""Tests of data.lost_words: a command whose words pandoc drops is told, and no other."""

import json

import pypandoc
import pytest

from studyguide.citeproc.bibtex_input import bibtex_input
from studyguide.data.bibliography import read_sources
from studyguide.data.latex_signs import with_signs
from studyguide.data.lost_words import KEPT, lost_commands
from studyguide.diagnostics.source_text import SourceFile

LOST = [
    (r"A \cite{lee} B", "\\cite", "citation"),
    (r"A \textcite[5]{lee} B", "\\textcite", "citation"),
    (r"A \parencites{lee}{fox} B", "\\parencites", "citation"),
    (r"A \citeauthor*{lee} B", "\\citeauthor", "citation"),
    (r"A \emph{as in \fullcite{lee}} B", "\\fullcite", "citation"),
    (r"A\footnote{words} B", "\\footnote", "note"),
    (r"A\thanks{words} B", "\\thanks", "note"),
    (r"A \ref{x} B", "\\ref", "reference"),
    (r"A \pageref{x} B", "\\pageref", "reference"),
    (r"A \mathrm{x} B", "\\mathrm", ""),
    (r"A \rotatebox{90}{x} B", "\\rotatebox", ""),
]
SOUND = [
    r"$\mathrm{CO}_2$ and \ensuremath{\mathbf{x}} and \(\mathit{y}\)",
    r"\c{c} \v{s} \H{o} \k{a} \textogonekcentered{a} \'{e} \o{} \aa{}",
    r"\textit{A} {\em B} {\bf{C}} \href{https://x.org}{D} \foreignlanguage{french}{E} \textgreek{F} \textcolor{red}{G}",
    r"\noopsort{1}A \SortNoop{B}C \index{D}E \label{F}G \nocite{lee}",
    r"\mbox{A} \textquote{B} \parentext{C} \mkbibsuperscript{2} \caps{D} \path{E} \textendash{} {F}",
    r"A \& B \% C \$5 {D}",
]


@pytest.mark.parametrize(("value", "command", "kind"), LOST)
def test_a_command_whose_words_are_lost(value: str, command: str, kind: str) -> None:
    assert list(lost_commands(value)) == [(command, kind)]
    (source,) = json.loads(pypandoc.convert_text(f"@book{{a, note = {{{value}}}}}", "csljson", format="biblatex"))
    assert source["note"].replace("<i>as in </i>", "").split() == ["A", "B"]


@pytest.mark.parametrize("value", SOUND)
def test_another_command_is_sound(value: str) -> None:
    assert list(lost_commands(value)) == []


ARGUMENTS = {
    "SIrange": "{7}{7}{m}",
    "numrange": "{7}{7}",
    "texorpdfstring": "{7}{7}",
    "color": "{red}7",
} | dict.fromkeys(
    [
        "mintinline",
        "colorbox",
        "foreignlanguage",
        "foreignquote",
        "href",
        "hyperlink",
        "hypertarget",
        "hyphenquote",
        "textcolor",
    ],
    "{x}{7}",
)


@pytest.mark.parametrize("command", sorted(KEPT - {"bshyp", "verb"}))
def test_pandoc_keeps_the_words(command: str) -> None:
    text = rf"A \{command}{ARGUMENTS.get(command, '{7}')} B"
    (source,) = json.loads(pypandoc.convert_text(f"@book{{a, note = {{{text}}}}}", "csljson", format="biblatex"))
    assert "7" in source["note"] or "vii" in source["note"].lower()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"A \textquote{B} \parentext{c}", r"A \enquote{B} \mkbibparens{c}"),
        (r"the 2\mkbibsuperscript{nd} \caps{UN}", r"the 2\textsuperscript{nd} {UN}"),
        (r"\textcyrillic{Вода}", "{Вода}"),
    ],
)
def test_a_command_that_prints_its_words_has_one_that_pandoc_knows(written: str, printed: str) -> None:
    assert with_signs(written) == printed


def test_it_is_told_at_its_field_if_that_is_printed() -> None:
    text = "@book{a, title = {T\\footnote{x}}, publisher = {P},\n  note = {See \\cite{b}},\n  abstract = {\\cite{c}}}"
    sources, problems = read_sources(SourceFile("bibliography.bib", text))
    assert [str(problem).removeprefix("bibliography.bib:") for problem in problems] == [
        '1:10: "\\footnote" makes no note here, and its words are not printed. '
        "Write them under note = {...}, without the command. [lost-words]",
        '2:3: "\\cite" cites nothing here, and is not printed. '
        "Write the author and the title of the source that is meant. [lost-words]",
    ]
    assert all(problem.is_warning for problem in problems)
    assert "footnote" in bibtex_input(text, sources)
