"""Have pandoc write a printable HTML document as Typst, with the few parts of a page that pandoc does not know."""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import pypandoc

_LABEL = re.compile(r"[A-Za-z0-9.:_-]+")


def write_typst(html: str) -> tuple[str, int]:
    """Give the body of a Typst document and the number of its notes.

    What is text in `html` is text in it, whatever signs it holds.
    """
    tree = json.loads(_run_pandoc("html", "json", html))
    tree["blocks"] = _rebuilt(tree["blocks"])
    text = json.dumps(tree)
    return _run_pandoc("json", "typst", text), text.count('{"t": "Note"')


def _run_pandoc(source: str, target: str, text: str) -> str:
    command = [pypandoc.get_pandoc_path(), f"--from={source}", f"--to={target}", "--wrap=none"]
    run = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)  # noqa: S603 (the wheel's own pandoc)
    return run.stdout


def _rebuilt(node: Any) -> Any:
    """Rebuild pandoc's tree from the bottom, with our own parts as Typst."""
    if isinstance(node, list):
        return [_rebuilt(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {name: _rebuilt(value) for name, value in node.items()}
    match node.get("t"):
        case "Span" if "guide-pages" in node["c"][0][1]:
            node = _pages(dict(node["c"][0][2]))
        case "Superscript" if [inline["t"] for inline in node["c"]] == ["Note"]:
            node = node["c"][0]  # pandoc made the call's link a note, and left its superscript around it
        case "Image":
            node = _image(node)
        case "Div":
            node = _div(node)
    return node


def _pages(attributes: dict[str, str]) -> dict[str, Any]:
    """`#pages("Cited on", <a>, <b>)`; the labels are ours, and hold no sign that Typst would read otherwise."""
    labels = [name for name in attributes.get("labels", "").split() if _LABEL.fullmatch(name)]
    arguments = "".join(f", <{name}>" for name in labels)
    return _raw("RawInline", f'#pages("{attributes["verb"]}"{arguments})') if labels else {"t": "Str", "c": ""}


def _image(node: dict[str, Any]) -> dict[str, Any]:
    """Pandoc's Typst has no place for the alternative text."""
    (_, classes, _), words, (file, _) = node["c"]
    function = "drawing" if "guide-drawn" in classes else "picture"
    return _raw("RawInline", f"#{function}({_string(file)}, {_string(_plain(words))})")


def _plain(inlines: list[dict[str, Any]]) -> str:
    return "".join(" " if inline["t"] in ("Space", "SoftBreak") else str(inline.get("c", "")) for inline in inlines)


def _string(text: str) -> str:
    """A string of Typst: https://typst.app/docs/reference/foundations/str/"""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _div(node: dict[str, Any]) -> dict[str, Any]:
    (identifier, classes, attributes), blocks = node["c"]
    for name, opening in (("admonition", "boxed"), ("guide-in-timeline", "aside")):
        if name in classes and blocks:
            kind = '"check", ' if "check" in classes else '"note", ' if name == "admonition" else ""
            title = {"t": "Para", "c": [{"t": "Strong", "c": blocks[0]["c"]}]}
            inner = [_raw("RawBlock", f"#{opening}({kind}["), title, *blocks[1:], _raw("RawBlock", "])")]
            return {"t": "Div", "c": [[identifier, [], attributes], inner]}
    return node


def _raw(kind: str, text: str) -> dict[str, Any]:
    return {"t": kind, "c": ["typst", text]}
