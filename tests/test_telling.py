"""Tests of telling: what only the build finds stands at its line in a pull request as well."""

import logging

import pytest

from studyguide.handout.pdf import HandoutError
from studyguide.problems import Location, Problem
from telling import tell

PROBLEM = Problem(Location("docs/background.md", 13, 4), "unprintable", "It cannot be printed.")


@pytest.mark.parametrize("where", ["", "false", "true"])
def test_a_problem_is_logged_and_on_github_annotated(
    where: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", where)
    tell(PROBLEM)
    assert caplog.record_tuples == [("mkdocs.hooks.studyguide", logging.ERROR, str(PROBLEM))]
    annotation = (
        "::error file=docs/background.md,line=13,col=4,title=unprintable::"
        "It cannot be printed. See docs/chairs/chapters.md#unprintable\n"
    )
    assert capsys.readouterr().out == (annotation if where == "true" else "")


def test_what_has_no_place_is_logged_alone(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    tell(HandoutError("It is too dark"))
    assert [record.getMessage() for record in caplog.records] == ["It is too dark"]
    assert capsys.readouterr().out == ""
