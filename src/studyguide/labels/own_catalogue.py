"""Read a guide's own catalogue, such as `labels/fr.po`, whose translations take precedence over the engine's.

It holds only the messages that the guide words differently, or all of a language that the engine has not. Babel, which
reads it, is imported for a guide with a catalogue alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.labels.catalogue import CATALOGUES, Labels
from studyguide.labels.translation_checks import forbidden_signs, forms_of, placeholders_of, wrong_placeholders

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

    from studyguide.diagnostics.source_text import SourceFile

_TEMPLATE = Path(__file__).parent / "messages.pot"
_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"(?:[^"\\]|\\.)*"\s*)?')
"""A line of a PO file: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html"""
_CLOSENESS = 0.75


def own_labels(file: SourceFile, labels: Labels) -> tuple[Labels, list[Problem]]:
    """Return the labels of the language that the file is named after, with its translations, and what is wrong in it.

    `labels` are the engine's in that language, or English where it has none. A wrong translation is left out.
    """
    language = Path(file.path).stem
    own = _read(file, language)
    if isinstance(own, Problem):
        return labels, [own]
    catalogue = _engine_catalogue(labels.language, language, own)
    problems = []
    for message in (it for it in own if it.id and any(forms_of(it.string))):
        known = catalogue.get(message.id, message.context)
        faults = list(
            _faults(message, known, catalogue.num_plurals, file) if known else _unknown(message, catalogue, file)
        )
        problems += faults
        if known and not faults:
            known.string = message.string
    return _compiled(catalogue, language), problems


def _read(file: SourceFile, language: str) -> Catalog | Problem:
    from babel import Locale, UnknownLocaleError
    from babel.messages.pofile import PoFileError, read_po

    lines = file.text.splitlines()
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):  # Babel would take off its last letter, whatever it is
            return problem(file.on_line(number), "wrong-label", "line")
    try:
        locale = Locale.parse(language, sep="-")
        return read_po(lines, locale=str(locale), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        return problem(file.on_line(error.lineno + 1), "wrong-label", "entry")
    except (ValueError, UnknownLocaleError) as error:
        return problem(Location(file.path), "wrong-label", "header", words=str(error))


def _engine_catalogue(found: str, language: str, own: Catalog) -> Catalog:
    """Return the engine's catalogue `found`, or its template, with the plurals of the guide's `own`."""
    from babel.messages.pofile import read_po

    path = CATALOGUES / f"{found}.po"
    with (path if path.is_file() else _TEMPLATE).open("rb") as file:
        catalogue = read_po(file, locale=language.replace("-", "_"))
    if not path.is_file():
        catalogue.mime_headers = [("Plural-Forms", own.plural_forms)]
    return catalogue


def _faults(message: Message, known: Message, plurals: int, file: SourceFile) -> Iterator[Problem]:
    """Yield what is wrong with the translation of a message that the engine has, in a language of so many `plurals`."""
    texts, translations = forms_of(known.id), forms_of(message.string)
    keywords = ["msgstr"] if len(texts) == 1 else [f"msgstr[{number}]" for number in range(plurals)]
    if type(message.string) is not type(known.string) or not all(translations):
        yield problem(_place(message, file), "wrong-label", "plurals", text=texts[0], forms=", ".join(keywords))
        return
    for keyword, text in zip(keywords, translations, strict=True):
        where, wanted = _place(message, file, keyword), ", ".join(sorted(placeholders_of(texts[-1])))
        if signs := forbidden_signs(text):
            yield problem(where, "wrong-label", "signs", text=text, signs=" ".join(signs))
        elif wrong_placeholders(texts, text):
            fault = "placeholders" if wanted else "no-placeholders"
            yield problem(where, "wrong-label", fault, text=text, wanted=wanted)


def _unknown(message: Message, engine: Catalog, file: SourceFile) -> Iterator[Problem]:
    text = forms_of(message.id)[0]
    known = [forms_of(each.id)[0] for each in engine if each.id and each.context == message.context]
    fix = did_you_mean(text, known, _CLOSENESS)
    yield problem(_place(message, file), "wrong-label", "unknown", text=text, fix=fix)


def _place(message: Message, file: SourceFile, keyword: str = "msgid") -> Location:
    """Return the place of a line of a message: it begins at its msgid."""
    start = message.lineno or 1
    below = file.text.splitlines()[start - 1 :]
    lines = (number for number, line in enumerate(below, start) if line.lstrip().startswith(f"{keyword} "))
    return file.on_line(next(lines, start))


def _compiled(catalogue: Catalog, language: str) -> Labels:
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Labels(language, GNUTranslations(compiled))
