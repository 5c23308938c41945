"""Tests of the blank guide in other languages: it says the same as the English one, and builds."""

import re
from pathlib import Path

import pytest
import yaml

from studyguide.authoring.engine_wheel import fetch_wheel
from studyguide.authoring.new_guide import make_guide
from studyguide.authoring.template_languages import TEMPLATE, blank_guide_in, template_languages, template_words
from tests.authoring.test_new_guide import ANSWERS, build, settings
from tests.paths import ROOT

ENGLISH = TEMPLATE / "guide"
LANGUAGES = [code for code in template_languages() if code != "en"]
TRANSLATED = sorted(file for code in LANGUAGES for file in (TEMPLATE / "languages" / code).rglob("*") if file.is_file())
_KEPT = re.compile(r"\{#[\w-]+\}|<!-- [\w-]+ -->|`[^`\n]+`|\]\([^)]+\)|\[@[\w-]+|^ *!!! \w+|\{%.*?%\}", re.MULTILINE)
"""What stays in every language: ids, markers, names of files and commands, links, keys of sources, kinds of boxes."""
_OWN_WORDS = re.compile(
    r'`!!! check ".*?"`|(?<=`)\[.*?\](?=\(event:)|(?<="\[).*?(?=\])|(?<=`### ).*?(?= \{)|(?<=@key, ).*?(?=\])'
)
"""The words of examples, which each language has its own for."""


def test_other_languages_have_the_english_blank_guide() -> None:
    assert [blank_guide_in(code) for code in ("en", "", "nl")] == [None, None, None]
    assert template_words("nl") == template_words("")


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_have_all_words(language: str) -> None:
    english = yaml.safe_load((TEMPLATE / "languages" / "en.yaml").read_text(encoding="utf-8"))
    words = yaml.safe_load((TEMPLATE / "languages" / f"{language}.yaml").read_text(encoding="utf-8"))
    assert list(words) == list(english)
    assert {name: _places(words[name]) for name in words} == {name: _places(english[name]) for name in english}
    assert not any("," in words[name] for name in words if "colours" in name), "they stand in a list of YAML"


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_translated(language: str) -> None:
    folder = TEMPLATE / "languages" / language
    pages = {file.relative_to(ENGLISH) for file in ENGLISH.glob("docs/*")}
    data = {Path("glossary.yaml"), Path("timeline.yaml"), Path("bibliography.bib"), Path("tests", "words.yaml")}
    assert {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()} == pages | data


@pytest.mark.parametrize("file", TRANSLATED, ids=lambda file: file.relative_to(TEMPLATE / "languages").as_posix())
def test_what_is_no_word_stays(file: Path) -> None:
    language, *names = file.relative_to(TEMPLATE / "languages").parts
    if file.name.endswith((".md", ".jinja")):
        english = (ENGLISH / Path(*names)).read_text(encoding="utf-8")
        assert _kept(file.read_text(encoding="utf-8")) == _kept(english), language


def _kept(text: str) -> list[str]:
    return sorted(_KEPT.findall(_OWN_WORDS.sub("", text)))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine as it stands here."""
    return fetch_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.slow
def test_guide_of_each_language_builds(language: str, tmp_path: Path, wheel: Path) -> None:
    guide = tmp_path / "guide"
    make_guide(guide, {**ANSWERS, "topic": "Water", "committee": "GA2", "language": language}, wheel)
    told = [line for line in build(guide).splitlines() if "Warning" in line or not line.startswith("INFO")]
    assert [line for line in told if not line.endswith("[still-to-write]")] == []
    assert settings(guide)["theme"]["language"] == language
    assert (guide / "site" / "handout.pdf").read_bytes().startswith(b"%PDF")
