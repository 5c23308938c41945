"""Parse the Markdown in the prefix and the suffix of a citation into inline elements of pandoc's syntax tree."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import UnescapeTreeprocessor

Node = dict[str, Any]
_MARKUP = re.compile(r"[*_`\\&]|<(?:https?:|/?\w)|\]\(https?:")
_ENTITY = re.compile(r"&#?\w+;")
_LEFT_OUT = (
    *("reference", "short_reference", "image_reference", "short_image_ref", "image_link"),
    *("automail", "linebreak", "html", "entity"),
)
"""The inline patterns of Python-Markdown that do not apply: what they match is text."""
_KINDS = {"em": "Emph", "i": "Emph", "strong": "Strong", "b": "Strong", "sup": "Superscript", "sub": "Subscript"}
_TAGGED = re.compile(rf"<(?P<tag>{'|'.join(_KINDS)})>(?P<inside>(?:(?!<(?P=tag)>).)*?)</(?P=tag)>")
_LINE_BREAK = re.compile(r"\s*<br\s*/?>\s*")
_ADDRESS = re.compile(r"https?://")


def node(kind: str, content: Any = None) -> Node:
    """Return an element of pandoc's syntax tree."""
    return {"t": kind} if content is None else {"t": kind, "c": content}


def parse_inlines(text: str) -> list[Node]:
    """Parse emphasis, code, links to other sites, escapes, entities and the tags of `_KINDS`; other markup is text."""
    if not _MARKUP.search(text):
        return _words(text)
    text = _LINE_BREAK.sub(" ", text)
    if tagged := _TAGGED.search(text):
        inside = node(_KINDS[tagged["tag"]], parse_inlines(tagged["inside"]))
        return [*parse_inlines(text[: tagged.start()]), inside, *parse_inlines(text[tagged.end() :])]
    root = Element("div")
    paragraph = SubElement(root, "p")
    paragraph.text = text
    md = _markdown()
    md.treeprocessors["inline"].run(root)
    unescape_backslashes = UnescapeTreeprocessor(md).unescape
    for element in root.iter():
        element.text, element.tail = (unescape_backslashes(part or "") for part in (element.text, element.tail))
    md.reset()
    return _children(paragraph)


@cache
def _markdown() -> Markdown:
    md = Markdown()
    md.ESCAPED_CHARS.append("@")
    for pattern in _LEFT_OUT:
        md.inlinePatterns.deregister(pattern)
    return md


def _children(element: Element) -> list[Node]:
    inlines = _words(element.text or "")
    for child in element:
        inlines += [*_inline(child), *_words(child.tail or "")]
    return inlines


def _inline(element: Element) -> list[Node]:
    if element.tag in _KINDS:
        return [node(_KINDS[element.tag], _children(element))]
    if element.tag == "code":
        return [node("Code", [["", [], []], unescape(element.text or "")])]
    address = element.get("href", "")
    if element.tag == "a" and _ADDRESS.match(address):
        return [node("Link", [["", [], []], _children(element), [address, ""]])]
    return [*_words("["), *_children(element), *_words(f"]({address})")]


def _words(text: str) -> list[Node]:
    text = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    return [node("Space") if part.isspace() else node("Str", part) for part in re.split(r"(\s+)", text) if part]
