"""Escape texts for the files of a guide."""

from __future__ import annotations

import re

import yaml

_MARKDOWN = re.compile(r"([\\`*_{}\[\]#])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def in_yaml(text: str) -> str:
    """Escape a text as a YAML value after `name: `, quoted only where necessary."""
    return yaml.safe_dump(text, allow_unicode=True, width=float("inf")).removesuffix("\n").removesuffix("\n...")


def in_markdown(text: str) -> str:
    """Escape a text within a line of Markdown, so that it is shown literally; harmless characters stay unescaped."""
    return _MARKDOWN.sub(r"\\\1", _ENTITY.sub("&amp;", text)).replace("<", "&lt;")
