"""The reader's own notes: their scripts and styles, in a guide that has a page for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from studyguide.data.paths import ENGINE
from studyguide.markdown.markers import NOTES_MARKER
from studyguide.markdown.source import has_marker
from studyguide.mkdocs.theme import SCRIPTS, STYLES, is_of_manual, remove_files
from studyguide.outputs.site.bundling import SCRIPTS as SCRIPTS_FOLDER
from studyguide.outputs.site.bundling import STYLES as STYLES_FOLDER
from studyguide.outputs.site.bundling import name_by_content
from studyguide.outputs.site.notes import PASSAGES, later_script, page_text, paper_headings, passages_script
from studyguide.outputs.site.script_labels import later_catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from studyguide.mkdocs.context import BuildContext
    from studyguide.outputs.site.site_pages import SitePages

SCRIPT, STYLE = f"{SCRIPTS_FOLDER}notes.js", f"{STYLES_FOLDER}notes.css"
"""What each page loads."""
LATER_STYLE = f"{STYLES_FOLDER}notes-desk.css"
PARTS = ("passages", "records", "fields", "store", "marks", "editor", "list", "paper", "desk")
"""The parts of the script that is loaded on first use, in this order."""
_FOLDER = ENGINE / "theme" / SCRIPTS_FOLDER / "notes"


def add_notes(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Add the scripts and styles of notes where a page of the guide has their marker, and else take them out."""
    page = next((page for page in files.documentation_pages() if _lists_notes(page)), None)
    remove_files([LATER_STYLE, *(f"{SCRIPTS_FOLDER}notes/{name}.js" for name in PARTS)], files)
    if page is None:
        remove_files((SCRIPT, STYLE), files)
        return
    config.extra_css.insert(len(STYLES), STYLE)
    config.extra_javascript.insert(len(SCRIPTS), SCRIPT)
    context.variables.notes_page = page.url
    context.variables.notes_script = _add_later_files(files, config, context)


def _lists_notes(page: File) -> bool:
    text = page.content_bytes.decode("utf-8", errors="replace")  # the wrong encoding of a page is told where it is read
    return not is_of_manual(page) and has_marker(text, NOTES_MARKER)


def _add_later_files(files: Files, config: MkDocsConfig, context: BuildContext) -> str:
    """Add what is loaded on first use, named by content; return the script's path."""
    style = (ENGINE / "theme" / LATER_STYLE).read_text(encoding="utf-8")
    style_path = STYLES_FOLDER + name_by_content("notes-desk", style, ".css")
    files.append(File.generated(config, style_path, content=style))
    parts = [Path(_FOLDER, f"{name}.js").read_text(encoding="utf-8") for name in PARTS]
    script = later_script(parts, paper_headings(context.guide), style_path)
    script = later_catalogue(context.guide.labels, script) + script
    path = SCRIPTS_FOLDER + name_by_content("notes-desk", script, ".js")
    files.append(File.generated(config, path, content=script))
    return path


def write_passages(pages: SitePages, context: BuildContext) -> None:
    """Write the texts of the chapters, in which a note finds its passage again on the page that lists all notes."""
    if not context.variables.notes_page:
        return
    chapters = [(context.pages[path].file, title) for path, title in context.nav_titles.items()]
    texts = [page_text(file.url, title, pages.html[file.dest_uri]) for file, title in chapters]
    (pages.site / PASSAGES).write_text(passages_script(texts), encoding="utf-8")
