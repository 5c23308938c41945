"""No English that a reader sees stands outside the catalogue: a literal with words is a message, or justified below.

What is told to chairs goes through problems, errors and logs, and is no matter here.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyguide.labels.translation_checks import forms_of
from tests.labels.extraction import TEMPLATE, read_catalogue
from tests.paths import ENGINE

_WORDS = re.compile(r"(?<![\w&#./-])[A-Z][A-Za-z'’]*(?: [A-Za-z'’]+)+|(?<![\w&#./=-])[A-Z][a-z]{2,}(?![\w(.-])")
"""A capital and a space, or a word with a capital alone."""
_TOLD_TO_CHAIRS = re.compile(r"(Problem|Error|Abort|Loss|Location|error|warning|info|compile|getLogger|Ignore)$")
_CHAIRS_NAMES = frozenset({"message", "hint", "mend", "leave", "advice", "turned", "FORMS", "fault", "heading"})
"""What a problem says is put together under these names."""
_NOT_FOR_READERS = frozenset(
    (
        *("glyphs.py", "typst_tables.py", "typst_writer.py", "english_calendar.py"),
        *("languages.py", "package.py", "properties.py", "style_names.py", "draft_package.py", "country_context.py"),
    )
)
"""Modules that hold Typst, names of pandoc's and of Word's, what CLDR has for other languages, and words of texts."""
_MODULES = sorted(
    {
        *(ENGINE / "crossref").glob("*.py"),
        *(path for path in (ENGINE / "markdown").glob("*.py") if path.name not in _NOT_FOR_READERS),
        *(path for path in (ENGINE / "labels").glob("*.py") if path.name not in _NOT_FOR_READERS),
        *(path for path in (ENGINE / "outputs").rglob("*.py") if path.name not in _NOT_FOR_READERS),
        *(ENGINE / "mkdocs" / f"{name}.py" for name in ("offline", "outputs", "page_metadata", "theme", "title_page")),
        *(ENGINE / "data" / f"{name}.py" for name in ("date_words", "edtf")),
    }
)
_TEMPLATES = sorted(path for path in (ENGINE / "theme").rglob("*.html") if path.name != "portuguese.html")
"""The templates, but for that which mends the theme's words in one language."""
_SCRIPTS = sorted([*(ENGINE / "theme").rglob("*.js"), *(ENGINE / "outputs").rglob("*.js")])
_TYPST = sorted((ENGINE / "outputs").rglob("*.typ"))
JUSTIFIED = {
    "Target": "the name of a type",
    " Tell those who look after the program: this is no fault of the guide.": "told to chairs",
    " For the years ": "told to chairs",
    "Write ": "told to chairs",
    "Write [": "told to chairs",
    'The theme does not know the language "': "told to chairs",
    "Material Design Icons": "a name",
    "Font Awesome Free": "a name",
    "Font Awesome": "a name",
    "DejaVu Sans Mono": "a name",
    **dict.fromkeys(("Copy Notice", "Title", "Subtitle", "Title Page Fact", "TOC Heading"), "the name of a style"),
    **dict.fromkeys(("Hyperlink", "Quote", "Warning"), "the id of a style"),
    "in the Word file": "told to chairs",
    "Person": "a word of schema.org",
    "Organization": "a word of schema.org",
    "LearningResource": "a word of schema.org",
    "Article": "a word of schema.org",
    "Escape": "the name of a key",
    "EPUB Accessibility 1.1 - WCAG 2.2 Level AA": "what a standard prescribes to the letter",
    "Other content: ": "the worker's own error, of which a page sees the name alone",
}
"""Literals that no reader sees as words, and why."""


MESSAGES = {text for message in read_catalogue(TEMPLATE) for text in forms_of(message.id)}


def _python_literals(tree: ast.AST) -> Iterator[str]:
    """Yield the literals of a module, but for docstrings, types, and what is told to chairs."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if _TOLD_TO_CHAIRS.search(name):
                continue
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {it.id for target in targets for it in ast.walk(target) if isinstance(it, ast.Name)}
            if names & _CHAIRS_NAMES:
                continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        yield from _python_literals(node)


def _template_literals(text: str) -> Iterator[str]:
    """Yield what a template writes itself, and the strings within its expressions."""
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    code = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
    for expression in code.findall(text):
        yield from (first or second for first, second in re.findall(r'"([^"]*)"|\'([^\']*)\'', expression))
    text = re.sub(r"<script>.*?</script>", "", code.sub("", text), flags=re.DOTALL)
    yield from re.findall(r'\s(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
    yield re.sub(r"<[^>]*>", "", text)


def _script_literals(text: str) -> Iterator[str]:
    text = re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", "", text, flags=re.DOTALL)
    yield from (a or b for a, b in re.findall(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`', text))


def _typst_literals(text: str) -> Iterator[str]:
    """Yield strings, and what stands as markup within brackets."""
    text = re.sub(r"(?<![:\"])//[^\n]*", "", text)
    yield from re.findall(r'"((?:[^"\\\n]|\\.)*)"', text)
    yield from re.findall(r"(?:^\s*=+ |[\[\]] ?)([A-Za-z][a-z]+(?: [a-z]+)*)", text, re.MULTILINE)


def _literals(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return _python_literals(ast.parse(text))
    return {".html": _template_literals, ".js": _script_literals, ".typ": _typst_literals}[path.suffix](text)


def _foreign(path: Path) -> list[str]:
    found = [text for text in _literals(path) if _WORDS.search(re.sub(r"<[^>]*>?", "", text))]
    return [text for text in found if text not in MESSAGES and text not in JUSTIFIED]


@pytest.mark.parametrize(
    "path", [*_MODULES, *_TEMPLATES, *_SCRIPTS, *_TYPST], ids=lambda path: str(path.relative_to(ENGINE))
)
def test_words_for_readers_are_messages(path: Path) -> None:
    assert _foreign(path) == []


def test_no_justification_is_out_of_date() -> None:
    literals = {text for path in (*_MODULES, *_TEMPLATES, *_SCRIPTS, *_TYPST) for text in _literals(path)}
    assert JUSTIFIED.keys() - literals == set()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.py", 'def f():\n    "Say it."\n    return f"<p>Cited here {x}</p>"', ["<p>Cited here "]),
        ("a.py", "word = '<b>Edit</b>'; other = 'Cites'", ["<b>Edit</b>", "Cites"]),
        ("a.py", 'x = Problem(where, "Write it")\nhint = "Write it"\nlog.info("Write it")', []),
        ("a.html", '{# Not seen #}<a title="Go there">{{ gettext("Edit") }}</a>', ["Go there"]),
        ("a.html", "<p>{{ url }} Go there</p>", [" Go there"]),
        ("a.js", '/* Not seen */ a("Copied now"); // Not seen\nb(`Copied now`);', ["Copied now", "Copied now"]),
        ("a.typ", '#f("Go there") // Not seen\n= Questions\n[Study well #x]', ["Go there", "Questions", "Study well"]),
    ],
)
def test_literals_are_found(tmp_path: Path, name: str, text: str, found: list[str]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert _foreign(tmp_path / name) == found
