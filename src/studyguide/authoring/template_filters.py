"""What the files and questions of the blank guide use, as an extension of Jinja: escaped answers, and their checks."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

import yaml
from jinja2.ext import Extension

from studyguide.outputs.book import OutputError, TitlePage
from studyguide.outputs.pdf.compile import QuickReference, make_quick_reference
from studyguide.outputs.site.theme_languages import fault_in_language

if TYPE_CHECKING:
    from jinja2 import Environment

_MARKDOWN = re.compile(r"([\\`*_{}\[\]#])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NO_LINE = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode's categories of what is no sign in a line of text: controls, half pairs, ends of lines."""


class Blanks(Extension):
    """Give the blank guide the filters `yaml`, `markdown` and `html`, and the checks of answers."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.filters |= {"yaml": in_yaml, "markdown": in_markdown, "html": escape}
        environment.globals |= {"fault_in": fault_in, "fault_in_language": fault_in_language}


def in_yaml(text: str) -> str:
    """Write a text as a value behind `name: `, with quotation marks where YAML needs them."""
    return yaml.safe_dump(text, allow_unicode=True, width=float("inf")).removesuffix("\n").removesuffix("\n...")


def in_markdown(text: str) -> str:
    """Write a text within a line of Markdown, so that it shows letter for letter; harmless signs stay as they are."""
    return _MARKDOWN.sub(r"\\\1", _ENTITY.sub("&amp;", text)).replace("<", "&lt;")


def fault_in(answer: str) -> str:
    """Say what is wrong with an answer that must be given; nothing where all is well."""
    if not answer.strip():
        return "Please write an answer."
    if any(unicodedata.category(sign) in _NO_LINE for sign in answer):
        return "Please write it in one line, without tabs."
    return _fault_in_print(answer)


def _fault_in_print(answer: str) -> str:
    """Say which letters the handout cannot print: its fonts have those of Latin, Greek, Cyrillic and Hebrew."""
    title_page = TitlePage(
        answer, conference="", committee="", officer="", author="", description="", edition="", licence=""
    )
    try:
        make_quick_reference(QuickReference((), (), ()), title_page, datetime.now(UTC).date())
    except OutputError as error:
        return f"The handout cannot print it: {error}."
    return ""
