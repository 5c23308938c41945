"""Write a finished chapter as Markdown that other engines read: its headings as Markdown, all between them as HTML.

A heading keeps its id in the syntax of `attr_list`, `## Poverty {#poverty}`, so that an engine makes its contents and
its search from it. An HTML block has no blank line, which would end it in CommonMark
(https://spec.commonmark.org/0.31.2/#html-blocks), and Markdown's signs in a heading are character references, so that
what stands there is text for every dialect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

_HEADING = re.compile("h[1-6]")
_PERMALINK = "headerlink"
_BLOCKS = frozenset(
    """
    address article aside blockquote details div dl figure footer form header hr main nav ol p pre section table ul
    """.split()  # noqa: SIM905
)
"""The elements that begin an HTML block in Python-Markdown and in CommonMark; the others get a `div` around them."""
_SIGNS = re.compile(r"[\\`*_\[\]{}#~^$=+|!]")
_BLANK_LINES = re.compile(r"\n\s*\n")
_VERBATIM = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_PLAIN_ID = re.compile(r"[\w:.-]+")


def finished_markdown(html: str, address: Callable[[str], str] = str) -> str:
    """Return a page's finished HTML as Markdown; `address` returns what replaces each URL of a link or a picture."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None  # a parsed document has one
    for node in body.css("[href], [src]"):
        for name in ("href", "src"):
            if url := node.attributes.get(name):
                node.attrs[name] = address(url)
    for permalink in body.css(f"a.{_PERMALINK}"):
        permalink.decompose()
    return "\n\n".join(filter(None, _parts(body))) + "\n"


def _parts(body: LexborNode) -> Iterator[str]:
    """Yield each heading and each block of the page."""
    loose = ""
    for node in body.iter(include_text=True):
        if node.tag in _BLOCKS or _HEADING.fullmatch(node.tag or ""):
            yield _wrapped(loose)
            loose = ""
            yield _heading(node) if node.tag not in _BLOCKS else _block(node.html or "")
        elif not node.is_comment_node:
            loose += node.html or ""
    yield _wrapped(loose)


def _wrapped(html: str) -> str:
    return _block(f"<div>{html.strip()}</div>") if html.strip() else ""


def _block(html: str) -> str:
    """Return an HTML block without blank lines."""
    texts = _VERBATIM.split(html)  # text, verbatim, its tag, text, and so on
    texts[::3] = [_BLANK_LINES.sub("\n", text) for text in texts[::3]]
    texts[1::3] = [text.replace("\n", "&#10;") if _BLANK_LINES.search(text) else text for text in texts[1::3]]
    texts[2::3] = [""] * len(texts[2::3])
    return "".join(texts).strip()


def _heading(node: LexborNode) -> str:
    level = int((node.tag or "")[1:])
    text = " ".join("".join(map(_inline, node.iter(include_text=True))).split())
    return f"{'#' * level} {text}{_attribute_list(node)}".rstrip()


def _inline(node: LexborNode) -> str:
    """Return a part of a heading: text whose signs mean nothing in Markdown, or an element of such parts."""
    html = node.html or ""
    if node.is_text_node:
        return _SIGNS.sub(_reference, html)
    if not node.is_element_node:
        return ""
    attributes = "".join(f' {name}="{_value(value or "")}"' for name, value in node.attributes.items())
    end = f"</{node.tag}>"
    inner = "".join(map(_inline, node.iter(include_text=True)))
    return f"<{node.tag}{attributes}>{inner}{end if html.endswith(end) else ''}"


def _attribute_list(heading: LexborNode) -> str:
    """Return the heading's attributes in the syntax of `attr_list`."""
    attributes = {name: value or "" for name, value in heading.attributes.items()}
    id, classes = attributes.get("id", ""), attributes.get("class", "").split()
    short = [f"#{id}"] if _PLAIN_ID.fullmatch(id) else []
    short += [f".{name}" for name in classes]
    spelt = {name: value for name, value in attributes.items() if name != "class" and not (name == "id" and short)}
    parts = [*short, *(f'{name}="{_value(value)}"' for name, value in spelt.items())]
    return f" {{{' '.join(parts)}}}" if parts else ""


def _value(text: str) -> str:
    return _SIGNS.sub(lambda sign: sign[0] if sign[0] == "#" else _reference(sign), escape(text))


def _reference(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
