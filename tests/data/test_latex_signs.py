"""Tests of data.latex_signs: the commands that pandoc drops are printed as LaTeX prints them."""

import json

import pypandoc
import pytest

from studyguide.data.latex_signs import with_signs


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"Who We Are \textbar{} {UNHCR}", "Who We Are | {UNHCR}"),
        (r"Water {\textendash} A Guide", "Water – A Guide"),
        (r"1990\textendash 1999", "1990–1999"),
        (r"Water\texttrademark", "Water™"),
        (r"{\DJ}okovi{\'c} and {\TH}\'or", r"Đokovi{\'c} and Þ\'or"),
        (r"\mbox{Water} and \mkbibacro{UN} and \ce{H2O}", "{Water} and {UN} and {H2O}"),
        (r"Water\\and\newline Salt", "Water and Salt"),
        (r"A\quad B\hspace{1em}C", "A B C"),
        (r"\nicefrac{1}{2}", "1/2"),
        (r"$\text{CO}_2$ and $2 \texttimes 3$", r"$\text{CO}_2$ and $2 \texttimes 3$"),  # a formula is pandoc's
        (r"\textbf{A} \thesis{} \emph{B} \& \'e \o{}", r"\textbf{A} \thesis{} \emph{B} \& \'e \o{}"),
        ("Water", "Water"),
    ],
)
def test_a_command_that_pandoc_drops(written: str, printed: str) -> None:
    assert with_signs(written) == printed


@pytest.mark.parametrize("command", [r"\textendash{}", r"{\DJ}", r"\mbox{B}", r"\textbar{}", r"\mkbibacro{B}"])
def test_pandoc_drops_it(command: str) -> None:
    """If a later pandoc knows the command, it need not be replaced any more."""
    (source,) = json.loads(
        pypandoc.convert_text(f"@book{{a, title = {{A {command} C}}}}", "csljson", format="biblatex")
    )
    assert source["title"].lower().split() == ["a", "c"]
