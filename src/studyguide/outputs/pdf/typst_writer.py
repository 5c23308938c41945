"""Convert printable HTML to Typst with pandoc, and render the elements that pandoc does not support."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

from studyguide.citeproc.pandoc import DOCUMENT, run_pandoc
from studyguide.outputs.pdf.typst_tables import keep_rows_whole, lengths, longest_words, set_head_bold

_MOST_SHARES = 4
"""Each share costs a start of pandoc and about 100 MB."""
_LABEL = re.compile(r"[A-Za-z0-9.:_-]+")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Characters that end a line in Typst, and not on a page."""
_NOT_REPEATED = ("#[#metadata(", "#pages(", "#comma;")
"""What a head that is repeated on another page lacks."""
_WIDE = "guide-wide"
_FITTED = "widths => ["
_COLUMNS_OF_FITTED = re.compile(
    rf"(^[^\S\n]*(?:#fitted\(|\], ).*{re.escape(_FITTED)}\n[^\n]*\n[^\n]*#table\(\n\s*columns: )\d+", re.MULTILINE
)
"""The beginning of a table that is fitted, with the number of its columns, which pandoc writes."""
_LONG_WORD = 12
_URL = re.compile(r"://|\.\w+/")
_BREAKS_IN_URL = re.compile(r"[/.?&=_%-](?=\w)|\w{10}(?=\w)")
_BREAKS = re.compile(r"[/.?&=_%-](?=\w)|[^\W\d_\u2e80-\uffdc](?=\d)|[^\W\u2e80-\uffdc]{30}(?=\w)")
"""Where a long word may break, but for Chinese and the like, which break anywhere."""
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_END_OF_ISOLATE = "\u2069"
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7a3]")
_PICTURES = {"guide-drawn": "drawing", "guide-in-text": "in-text", "guide-in-name": "in-name"}
"""The function of `handout.typ` for a picture, by its class."""
_WIDTH = re.compile(r"(?P<number>[0-9]{1,4}(?:\.[0-9]+)?)(?:px)?(?P<unit>%?)")
_LANG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}))?(?:-.*)?")
_REGIONS = {"Hans": "CN", "Hant": "TW"}
_BREAKS_IN_CODE = re.compile(r"\S{30}(?=\S)")


@lru_cache(maxsize=4)
def write_typst(pages: tuple[str, ...]) -> tuple[str, int]:
    """Return the body of a Typst document and the number of its footnotes; the cache serves `mkdocs serve`.

    `pages` are the HTML of each page; text is escaped for Typst. A footnote and its reference are on the same page, so
    that pandoc can convert shares of the pages in parallel. Raises PandocError.
    """
    shares = _shares(pages, min(os.cpu_count() or 1, _MOST_SHARES))
    with ThreadPoolExecutor(_MOST_SHARES) as pool:
        written = list(pool.map(_write_share, shares))
    return "\n\n".join(text for text, _ in written), sum(notes for _, notes in written)


def _shares(pages: Sequence[str], most: int) -> list[str]:
    """Join the pages, in order, into at most `most` shares of similar length."""
    whole = sum(map(len, pages))
    shares: dict[int, list[str]] = {}
    before = 0
    for page in pages:
        shares.setdefault((2 * before + len(page)) * most // (2 * whole + 1), []).append(page)
        before += len(page)
    return ["\n".join(share) for share in shares.values()]


def _write_share(html: str) -> tuple[str, int]:
    joining = (
        "" if _HANGUL.search(html) else "+east_asian_line_breaks"
    )  # Korean has spaces between words, which lines end
    tree = json.loads(run_pandoc({DOCUMENT: html}, f"--from=html{joining}", "--to=json"))
    tree["blocks"] = _with_turnable_tables(_rebuilt(tree["blocks"]))
    text = json.dumps(tree)
    typst = run_pandoc({DOCUMENT: text}, "--from=json", "--to=typst")
    typst = _COLUMNS_OF_FITTED.sub("\\1widths", typst) if _FITTED in typst else typst
    return typst.strip("\n"), text.count('{"t": "Note"')


def _rebuilt(node: Any) -> Any:
    """Rewrite pandoc's AST bottom-up, with raw Typst for the guide's own elements; the input is modified."""
    if isinstance(node, list):
        return [_rebuilt(item) if isinstance(item, list | dict) else item for item in node]
    kind = node.get("t")
    if kind == "Image":
        return _image(node)  # its alternative text stays plain
    if isinstance(node.get("c"), list):  # a node without a list has no child nodes
        node["c"] = _rebuilt(node["c"])
    match kind:
        case "Str" if not _is_plain(node["c"]):
            node = _word(node["c"])
        case "Code" | "CodeBlock":
            node = _code(node)
        case "LineBreak":
            node = _raw("RawInline", "#linebreak();")  # pandoc's would end a heading
        case "Quoted":
            node = _span([_raw("RawInline", "#quote["), *node["c"][1], _raw("RawInline", "];")])
        case "Span":
            node = _place(_in_language(node))
        case "Superscript" if any(inline["t"] == "Note" for inline in node["c"]):
            # Pandoc turns the link into a note, and leaves its superscript, which it joins to one right behind it.
            node = _span([_beside_note(inline) for inline in node["c"]])
        case "Figure" if not node["c"][1][1]:
            node = {"t": "Div", "c": [node["c"][0], node["c"][2]]}  # pandoc adds an empty caption
        case "Table" | "Div" as block:
            node = _table(node) if block == "Table" else _div(node)
        case "Header":
            node["c"][2] = _without_notes_in_bookmark(node["c"][2])
    return node


def _is_plain(word: str) -> bool:
    """Return whether a word needs neither escaping nor break opportunities: most words, which pandoc may write."""
    return len(word) <= _LONG_WORD and word.isascii() and word.rstrip(",.").isalpha() and not word.endswith("..")


def _word(text: str) -> dict[str, Any]:
    """Escape a word, with break opportunities after punctuation in a long one, and without hyphenation in a URL.

    All punctuation is escaped, since what it means depends on what precedes: behind `#strong[a]`, which pandoc leaves
    open, `.b` is a field, `(b)` and `[b]` are arguments, and `;` is the end of the call.
    https://typst.app/docs/reference/scripting/#expressions
    """
    is_url = _URL.search(text)
    if len(text) > _LONG_WORD:
        text = (_BREAKS_IN_URL if is_url else _BREAKS).sub("\\g<0>\u200b", text)
    escaped = _PUNCTUATION.sub(r"\\\g<0>", _LINE_ENDS.sub(" ", text))
    if is_url:
        return _raw("RawInline", f"#text(hyphenate: false)[{escaped}];")
    return _raw("RawInline", escaped)


def _code(node: dict[str, Any]) -> dict[str, Any]:
    """Return code with break opportunities, in a line as a string: backticks may stand side by side."""
    text = _BREAKS_IN_CODE.sub("\\g<0>\u200b", node["c"][1])
    if node["t"] == "Code":
        return _raw("RawInline", f"#raw({_string(text)});")
    return {"t": "CodeBlock", "c": [node["c"][0], text]}


def _place(node: dict[str, Any]) -> dict[str, Any]:
    """Return a span behind its label, which, bare, would attach to whatever Typst finds before it."""
    (identifier, classes, attributes), inlines = node["c"]
    if "guide-pages" in classes:
        return _pages(dict(attributes))
    if not identifier:
        return node
    label = _raw("RawInline", f"#[#metadata(none)<{identifier}>];")
    if "guide-once" in classes:
        begin, between, end = (_raw("RawInline", text) for text in (f"#once(<{identifier}>)[", "][", "];"))
        inlines = [begin, *inlines, between, *_bare(inlines), end]
    return {"t": "Span", "c": [["", classes, attributes], [label, *inlines]]}


def _in_language(node: dict[str, Any]) -> dict[str, Any]:
    """Return a span with its language and direction, which pandoc's Typst writer drops, around its content.

    A direction is an isolate of Unicode. Typst's own is an embedding, which takes a quotation mark before it along: it
    would end with the first part of an address that has parts in both directions, and has none for a date that runs as
    its paragraph, among Latin words.
    """
    place, inlines = node["c"]
    attributes = dict(place[2])
    if attributes.get("dir") in _ISOLATES:
        begin, end = ({"t": "Str", "c": sign} for sign in (_ISOLATES[attributes["dir"]], _END_OF_ISOLATE))
        inlines = [begin, *inlines, end]
    if arguments := _language_arguments(attributes):
        inlines = [_raw("RawInline", f"#text({arguments})["), *inlines, _raw("RawInline", "];")]
    return {"t": "Span", "c": [place, inlines]}


def _language_arguments(attributes: dict[str, str]) -> str:
    """Return the arguments of `text` for the attribute `lang`: https://typst.app/docs/reference/text/text/.

    Typst knows no script of a language, and takes that of Chinese from the region.
    """
    found = _LANG.fullmatch(attributes.get("lang", ""))
    region = (found["region"] or _REGIONS.get(found["script"] or "", "")) if found else ""
    return ", ".join(
        [
            *([f'lang: "{found["language"]}"'] if found else []),
            *([f'region: "{region}"'] if region else []),
        ]
    )


def _bare(nodes: list[Any]) -> list[Any]:
    """Return a copy of inline elements, as rebuilt, without notes, places and lists of pages; of links the words."""
    bare: list[Any] = []
    for node in nodes:
        kind = node["t"] if isinstance(node, dict) else ""
        content: Any = node.get("c") if kind else node
        if kind == "Link":
            bare += _bare(content[1])
        elif kind == "Note" or (kind == "RawInline" and content[1].startswith(_NOT_REPEATED)):
            continue
        elif isinstance(content, list):
            bare.append({"t": kind, "c": _bare(content)} if kind else _bare(content))
        else:
            bare.append(node)
    return bare


def _pages(attributes: dict[str, str]) -> dict[str, Any]:
    """Return the call `#pages("cited-in", <a>, <b>);`, without labels that Typst would not parse as such."""
    labels = [name for name in attributes.get("labels", "").split() if _LABEL.fullmatch(name)]
    arguments = "".join(f", <{name}>" for name in labels)
    kind = _string(attributes.get("listing", ""))
    return _raw("RawInline", f"#pages({kind}{arguments});") if labels else {"t": "Str", "c": ""}


def _image(node: dict[str, Any]) -> dict[str, Any]:
    """Return a picture with its alternative text, which pandoc's Typst writer drops, and with the width that is set."""
    (_, classes, attributes), words, (file, _) = node["c"]
    function = next((_PICTURES[name] for name in classes if name in _PICTURES), "picture")
    width = _width(dict(attributes).get("width", ""))
    return _raw("RawInline", f"#{function}(image({_string(file)}, alt: {_string(_plain(words))}){width});")


def _width(written: str) -> str:
    """Return the argument for a width in pixels of CSS, of which 96 are an inch, or in per cent; else nothing."""
    found = _WIDTH.fullmatch(written)
    if not found:
        return ""
    return f", width: {found['number']}%" if found["unit"] == "%" else f", width: {float(found['number']) * 0.75:g}pt"


def _plain(inlines: list[dict[str, Any]]) -> str:
    return "".join(" " if inline["t"] in ("Space", "SoftBreak") else str(inline.get("c", "")) for inline in inlines)


def _table(node: dict[str, Any]) -> dict[str, Any]:
    """Return a table whose rows stay whole; one with long words is fitted into its place by Typst, which measures."""
    keep_rows_whole(node)
    set_head_bold(node)
    words = longest_words(node)
    if not words:
        return node
    columns = "".join(f"({''.join(f'{_string(word)}, ' for word in column)}), " for column in words)
    opening = f"({columns}), ({''.join(f'{length}, ' for length in lengths(node))}), widths => ["
    inner = [_raw("RawBlock", f"#fitted({opening}"), node, _raw("RawBlock", "])")]
    return {"t": "Div", "c": [["", [_WIDE], []], inner]}


def _with_turnable_tables(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Let each table with long words between a chapter's blocks stand on a page across, with the headings above it."""
    result: list[dict[str, Any]] = []
    for block in blocks:
        if block["t"] != "Div" or _WIDE not in block["c"][0][1]:
            result.append(block)
            continue
        above = len(result)
        while above and result[above - 1]["t"] == "Header":
            above -= 1
        opening, table, closing = block["c"][1]
        arguments = _raw("RawBlock", opening["c"][1].replace("#fitted(", "], ", 1))
        result[above:] = [_raw("RawBlock", "#turnable(["), *result[above:], arguments, table, closing]
    return result


def _without_notes_in_bookmark(node: Any) -> Any:
    """Put each note of a heading into a context, whose words Typst leaves out of the bookmark; modify the input."""
    if isinstance(node, list):
        return [_without_notes_in_bookmark(item) for item in node]
    if isinstance(node, dict) and node.get("t") == "Note":
        inside = [_raw("RawInline", "#context ["), node, _raw("RawInline", "];")]
        return {"t": "Span", "c": [["", [], []], inside]}
    if isinstance(node, dict) and isinstance(node.get("c"), list):
        node["c"] = _without_notes_in_bookmark(node["c"])
    return node


def _beside_note(inline: dict[str, Any]) -> dict[str, Any]:
    """Return a part of a superscript that holds a note: the note, the comma behind it, or what is raised for itself."""
    if inline["t"] == "Span" and "aria-hidden" in dict(inline["c"][0][2]):
        return _raw("RawInline", "#comma;")
    return inline if inline["t"] == "Note" else {"t": "Superscript", "c": [inline]}


def _string(text: str) -> str:
    """Return a Typst string literal: https://typst.app/docs/reference/foundations/str/"""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _div(node: dict[str, Any]) -> dict[str, Any]:
    (identifier, classes, attributes), blocks = node["c"]
    if "guide-page" in classes and _LABEL.fullmatch(chapter := dict(attributes).get("chapter", "")):
        begins = "#reference-page\n" if "guide-reference" in classes else ""
        return _raw("RawBlock", f"{begins}// <{chapter}>")  # the comment locates errors of Typst in a chapter
    if "guide-bibliography" in classes:
        inner = [_raw("RawBlock", "#sources(["), *map(_with_paragraphs, blocks), _raw("RawBlock", "])")]
        return {"t": "Div", "c": [[identifier, [], []], inner]}
    if "guide-list" in classes:
        return {"t": "Div", "c": [[identifier, [], []], _marked_list(blocks)]}
    for name, function in (("guide-keep", "keep"), ("guide-minor", "minor")):
        if name in classes:
            return {"t": "Div", "c": [["", [], []], _call(function, blocks)]}
    for name, opening in (("admonition", "boxed"), ("guide-in-timeline", "aside")):
        if name in classes and blocks:
            kind = '"check", ' if "check" in classes else '"note", ' if name == "admonition" else ""
            title = _sticky([{"t": "Para", "c": [{"t": "Strong", "c": blocks[0]["c"]}]}])
            inner = [_raw("RawBlock", f"#{opening}({kind}["), *title, *blocks[1:], _raw("RawBlock", "])")]
            return {"t": "Div", "c": [[identifier, [], attributes], inner]}
    return node


def _marked_list(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a list with the marks that its author wrote: `#marked(("5.", "6.",), [...], [...])`."""
    marks = "".join(f"{_string(dict(item['c'][0][2]).get('mark', ''))}, " for item in items)
    blocks = [_raw("RawBlock", f"#marked(({marks}), [")]
    for place, item in enumerate(items):
        blocks += [_raw("RawBlock", "], [")] if place else []
        blocks.append(item)
    return [*blocks, _raw("RawBlock", "])")]


def _with_paragraphs(node: dict[str, Any]) -> dict[str, Any]:
    """Turn the items of a tight list into paragraphs: in Typst only a paragraph has an indent."""
    if node["t"] != "BulletList":
        return node
    items = [[{**block, "t": "Para"} if block["t"] == "Plain" else block for block in item] for item in node["c"]]
    return {"t": "BulletList", "c": items}


def _sticky(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Wrap blocks so that they stay on the page of the next block."""
    return _call("keep", blocks)


def _call(function: str, blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Make blocks the content with which Typst calls a function."""
    return [_raw("RawBlock", f"#{function}(["), *blocks, _raw("RawBlock", "])")]


def _span(inlines: list[dict[str, Any]]) -> dict[str, Any]:
    return {"t": "Span", "c": [["", [], []], inlines]}


def _raw(kind: str, text: str) -> dict[str, Any]:
    return {"t": kind, "c": ["typst", text]}
