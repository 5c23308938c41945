"""Tests of markdown.literal_stars: the signs of a figure stay, and emphasis remains emphasis."""

import re
from html import unescape

import pytest

from tests.helpers import markdown_with, read


def shown(text: str) -> str:
    """The words that a reader sees."""
    return unescape(re.sub(r"<[^>]*>", "", read(text)[1]))


@pytest.mark.parametrize(
    "text",
    [
        "5*3*2 litres",
        "a tank of 5*3*2 litres and one of 4*3*1",
        "1.5*2*0.5 m and 1,000*2*3",
        "2**10 and 2**3",
        "a*b*c",
        "x*y and y*z",
        "2*length*width",
        "length*width*2",
        "n*2*m",
        "5%*3%*2",
        "5*(3+2)*4",
        "€5*€3*€2",
        "5*3 m*2",
        "12*, 13*",
        "(5*), (6*)",
        "$5*, $7*.",
        "Cyprus*, Malta* and Greece**.",
        "2_000_000 and 5_3_2",
        "5 * 3 * 2",
        "f(x)*g(x)*h",
        "n*(n-1)*k",
        "(a+b)*c*(d)",
        "(a + b)*c*(d)",
        "(a)*(b)*(c)",
        "2*(a*(b+c))*d",
        "GDP*(1+r)**n*t",
        "F*d*cos(a)",
        "x[i]*y[j]*z",
        "(n-1)!*k*l",
        "(a+b)²*c*d",
        "(a+b)*c and (c+d)*e",
        "n*(n-1) and m*(m-1)",
        "f(x)*g(x) and h(x)*k(x)",
        "π*r*h and π*r**2*h",
        "f(x)_g(x)_h and some_long_name",
    ],
)
def test_signs_of_a_figure_stay(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "*Calls upon* all, **Aim**.The end, **Aim:**the rest, and ***both***.",
        "un*believ*able and *in*visible",
        "the 10*th* century, the **2**nd",
        "**5 litres**, *12*; *a*, *b* (*c*)",
        "*5 litres*, then *7*.",
        "**2019**: a year",
        "*Water*, *River*, and *Sea*!",
        "h*o*pe, **U**nited **N**ations",
        "*word*-ish, un*frigging*believable, so (*see* below)*there*",
        "*Parties*(States), *others*(x); child*(ren)* here",
        "(see below)*and here*, **(Art. 5)**and, (well-being)*a note*",
        "*by n*(n-1) and *the sum of m*(m-1)",
        r"5\*3\*2",
        "`5*3*2` [5*3](https://www.example.org/5*3*2)",
    ],
)
def test_emphasis_remains_emphasis(text: str) -> None:
    assert read(text)[1] == markdown_with().convert(text)


def test_figure_within_emphasis_and_in_a_title() -> None:
    assert "<strong>a tank of 5*3*2 litres</strong>" in read("**a tank of 5*3*2 litres**")[1]
    chapter, html = read("# Of 5*3*2 litres\n\n| 5*3*2 |\n|---|\n| 12*, 13* |\n")
    assert chapter.title == "Of 5*3*2 litres"
    assert "<td>12*, 13*</td>" in html
