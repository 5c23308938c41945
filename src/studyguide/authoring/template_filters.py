"""The Jinja extension of the blank guide: filters that escape answers, and functions that validate them."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from functools import reduce
from html import escape
from typing import TYPE_CHECKING

from jinja2.ext import Extension

from studyguide.authoring.escapes import in_markdown, in_yaml
from studyguide.authoring.template_languages import template_languages, template_words
from studyguide.data.csl_styles import STYLE_NAMES
from studyguide.data.typefaces import TYPEFACES, without_letters_of
from studyguide.outputs.book import OutputError, TitlePage
from studyguide.outputs.pdf.compile import QuickReference, make_quick_reference
from studyguide.outputs.site.theme_languages import fault_in_language

if TYPE_CHECKING:
    from jinja2 import Environment

_NOT_IN_LINE = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that a line cannot hold: controls, surrogates, line and paragraph separators."""


class Blanks(Extension):
    """The filters `yaml`, `markdown`, `html` and `without_office`, and validators for copier's templates."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.filters |= {
            "yaml": in_yaml,
            "markdown": in_markdown,
            "html": escape,
            "without_office": without_office,
        }
        environment.globals |= {
            "fault_in": fault_in,
            "fault_in_language": fault_in_language,
            "fault_in_style": fault_in_style,
            "languages": lambda: ", ".join(template_languages()),
            "words_in": template_words,
        }


def without_office(officer: str) -> str:
    """Return the names before the first comma, be it an Arabic or a Chinese one."""
    return re.split("[,،，]", officer)[0].strip()


def fault_in(answer: str) -> str:
    """Return what is wrong with a required answer; an empty string if it is valid."""
    if not answer.strip():
        return "Please write an answer."
    if any(unicodedata.category(character) in _NOT_IN_LINE for character in answer):
        return "Please write it in one line, without tabs."
    return _fault_in_print(answer)


def fault_in_style(answer: str) -> str:
    """Return what is wrong with the name of a citation style; an empty string if it is one of the engine's."""
    if answer in STYLE_NAMES:
        return ""
    return f'"{answer}" is no style that comes with the engine. These do: {", ".join(STYLE_NAMES)}.'


def _fault_in_print(answer: str) -> str:
    """Return which characters no font of the handout has, nor any that the new guide can install."""
    letters = reduce(lambda left, face: without_letters_of(face, left), TYPEFACES, answer)
    title_page = TitlePage(
        letters, conference="", committee="", officer="", author="", description="", edition="", licence=""
    )
    try:
        make_quick_reference(QuickReference((), (), ()), title_page, datetime.now(UTC).date())
    except OutputError as error:
        return f"The handout cannot print it: {error}."
    return ""
