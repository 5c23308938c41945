"""Tests of `make explain`, as a chair runs it."""

import re

import pytest

from studyguide import cli
from studyguide.diagnostics.rules import RULES


def test_an_entry_of_the_manual_as_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "broken-citation"]) == 0
    assert (
        capsys.readouterr().out
        == """\
broken-citation (error): chairs/chapters/#broken-citation in the guide's site

A citation stands in one pair of square brackets, with no backslash before them and no address
behind: its link to the bibliography comes by itself. If you want to show the words of a citation,
put them between two signs `` ` ``.

It can say:

    The backslashes keep this from being a citation. Write […].
    A citation has an @ alone before its key. Write [@…].
    A key that begins with a sign stands in braces. Write [@{…}].
    A citation links to its source by itself, and is no link of yours. Write […].
    A place stands within the brackets of its source. Write […, …].
    A citation stands in one pair of brackets, not in two. Write […].

Wrong, in docs/background.md:

    # Background

    States must share their rivers fairly.\\[@un1997law\\]

The check says:

    docs/background.md:3:39: The backslashes keep this from being a citation. Write [@un1997law]. [broken-citation]

Mended:

    # Background

    States must share their rivers fairly.[@un1997law]
"""
    )


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", f"[{rule}]"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{rule} ({RULES[rule].severity}): {RULES[rule].help} ")
    assert f"[{rule}]\n\nMended" in out


def test_without_a_name_all_rules_are_listed_by_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain"]) == 0
    out = capsys.readouterr().out
    assert re.findall(r"^  ([a-z0-9-]+)  +\S.*[.?!]$", out, re.MULTILINE) == list(RULES)
    assert re.findall(r"^(\S.*)\n\n  ", out, re.MULTILINE) == [
        "Chapters",
        "Key terms and timeline",
        "Sources",
        "Files and settings",
        "Warnings",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("unknown-trem", 'Did you mean "unknown-term"?'),
        ("zebra", "Without a name, this command lists all rules."),
    ],
)
def test_an_unknown_name(name: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", name]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f'There is no rule "{name}". {hint}\n')
