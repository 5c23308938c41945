"""In a guide in another language the engine says nothing in English.

The guide's own texts are in capitals, so that a message of the template that stands anywhere is the engine's.
"""

import json
import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from studyguide.labels.catalogue import CATALOGUES, labels_for
from studyguide.labels.translation_checks import forms_of
from tests.labels.extraction import read_catalogue
from tests.labels.guide_in_capitals import build_in_capitals

LANGUAGES = ["ru", "ar"]
_PLACEHOLDER = re.compile(r"\\\{\w*\\\}")
_CALL = re.compile(r'\bn?gettext\(\s*"((?:[^"\\]|\\.)*)"')
_TEXT_FILES = ("manifest.webmanifest", "licences.txt", "search/search_index.json", "offline-worker.js")


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    language: str = request.param
    return build_in_capitals(tmp_path_factory.mktemp(language), language, downloads="epub, docx"), language


def english_in(text: str, language: str) -> list[str]:
    """Return the messages of the template that a text holds in English, but for those that the language says alike."""
    return [message for message, pattern in _patterns(language).items() if pattern.search(text)]


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    catalogue = [message for message in read_catalogue(CATALOGUES / f"{language}.po") if message.id]
    texts = {text for message in catalogue for text in {*forms_of(message.id)}.difference(forms_of(message.string))}
    spoken = sorted(text for text in texts if re.search("[A-Za-z]{3}", re.sub(r"\{\w*\}", "", text)))
    found = {text: _PLACEHOLDER.sub(r"[^\\n]{1,80}?", re.escape(text)) for text in spoken}
    return {text: re.compile(rf"(?<![\w.-]){found[text]}(?!\w)") for text in spoken}


def page_text(page: Path) -> str:
    """Return what a page says: its texts, the names of its parts, its description and its structured data."""
    root = html.fromstring(page.read_text(encoding="utf-8"))
    for element in root.xpath("//script[not(@type='application/ld+json')] | //style"):
        element.drop_tree()
    names = root.xpath("//@aria-label | //@title | //@alt | //@placeholder | //meta/@content")
    return "\n".join([*map(str, root.itertext()), *map(str, names)])


def test_pages_say_nothing_in_english(built: tuple[Path, str]) -> None:
    site, language = built
    pages = [path for path in site.rglob("*.html") if "chairs" not in path.parts]
    assert len(pages) == 9
    found = {path.relative_to(site).as_posix(): english_in(page_text(path), language) for path in pages}
    assert {name: messages for name, messages in found.items() if messages} == {}


@pytest.mark.parametrize("name", _TEXT_FILES)
def test_other_files_say_nothing_in_english(built: tuple[Path, str], name: str) -> None:
    site, language = built
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", (site / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    whole = [message for message in english_in(text, language) if "{" not in message]  # parts of others stand in code
    assert whole == []


@pytest.mark.parametrize(
    ("suffix", "parts"), [("epub", r".*\.(?:xhtml|opf|ncx)"), ("docx", r"word/(?!styles)\w+\.xml|docProps/.*")]
)
def test_downloads_say_nothing_in_english(built: tuple[Path, str], suffix: str, parts: str) -> None:
    site, language = built
    (path,) = site.glob(f"*.{suffix}")
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(parts, name)]
        words = {name: _words_of(archive.read(name)) for name in names}
    assert labels_for(language).gettext("Contents") in "\n".join(words.values())
    found = {name: english_in(text, language) for name, text in words.items()}
    assert {name: messages for name, messages in found.items() if messages} == {}


def _words_of(xml: bytes) -> str:
    """Return the texts of a part of a download, and what a screen reader tells of its parts."""
    root = etree.fromstring(xml)
    return "\n".join([*root.itertext(), *map(str, root.xpath("//@alt | //@title | //@aria-label | //@descr"))])


def test_scripts_have_each_of_their_messages_translated(built: tuple[Path, str]) -> None:
    site, _ = built
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (site / "assets").rglob("*.js"))
    starts = list(re.finditer(r"window\.guideCatalogue ?= ?\{ ?messages: ?|window\.guideLabels\.add\(", scripts))
    assert starts
    messages = {message for start in starts for message in json.JSONDecoder().raw_decode(scripts, start.end())[0]}
    called = {json.loads(f'"{text}"') for text in _CALL.findall(scripts)}
    assert len(called) > 20
    assert called - messages == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("О нас: Edit", ["Edit"]),
        ("Editor", []),
        ("Mentioned in 3 sections", ["Mentioned in {number} sections"]),
        ("Упоминается в 3 разделах", []),
        ("PDF", []),
    ],
)
def test_english_is_found(text: str, found: list[str]) -> None:
    assert english_in(text, "ru") == found
