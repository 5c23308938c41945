"""Tests of report_error: what only the build finds stands at its line in a pull request as well."""

import logging

import pytest

from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.mkdocs.report_error import report_error
from studyguide.outputs.book import OutputError

PROBLEM = Problem(Location("docs/background.md", 13, 4), "unprintable", "It cannot be printed.")


@pytest.mark.parametrize("where", ["", "false", "true"])
def test_a_problem_is_logged_and_on_github_annotated(
    where: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", where)
    report_error(PROBLEM)
    assert caplog.record_tuples == [("mkdocs.hooks.studyguide", logging.ERROR, str(PROBLEM))]
    annotation = (
        "::error file=docs/background.md,line=13,col=4,title=unprintable::"
        "It cannot be printed. See chairs/chapters/#unprintable\n"
    )
    assert capsys.readouterr().out == (annotation if where == "true" else "")


def test_what_has_no_place_is_logged_alone(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    report_error(OutputError("It is too dark"))
    assert [record.getMessage() for record in caplog.records] == ["It is too dark"]
    assert capsys.readouterr().out == ""
