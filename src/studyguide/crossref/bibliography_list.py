"""Render the bibliography's list: an entry for each source, with the places that cite it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from studyguide.citeproc.notes import RenderedCitations
from studyguide.crossref.backlinks import PRINTED_AS, BacklinkIndex, CitedPlace
from studyguide.crossref.country_page import render_named
from studyguide.crossref.editor_notes import nothing_listed
from studyguide.data.paths import BIBLATEX, CSL_JSON, RIS, internal_address
from studyguide.labels.catalogue import Labels


def render_bibliography(keys: Iterable[str], rendered: RenderedCitations, index: BacklinkIndex, labels: Labels) -> str:
    """Return the entries of the sources with these keys, in their order, as HTML."""
    items = "".join(_entry(key, rendered, index, labels) for key in keys)
    return f'<ul class="guide-bibliography">{items}</ul>' if items else nothing_listed(labels)


def render_source_files(root: str, labels: Labels) -> str:
    """Return the links to the files of all sources, which are at the site's `root`, as HTML that print omits."""
    formats = {RIS: "RIS", BIBLATEX: "BibLaTeX", CSL_JSON: "CSL-JSON"}
    links = labels.enumeration(f'<a href="{root}{file}" download>{name}</a>' for file, name in formats.items())
    # Translators: above the bibliography. The names are those of formats of files, each a link to one.
    words = labels.gettext("All sources as a file for Zotero, EndNote or LaTeX: {formats}", formats=links)
    return f'<p class="guide-source-files screen-only">{words}</p>'


def _entry(key: str, rendered: RenderedCitations, index: BacklinkIndex, labels: Labels) -> str:
    # Translators: between the notes that cite a source. With the space that follows it.
    between = labels.pgettext("between places", "; ")
    links = between.join(_place(place, index, labels) for place in index.cited_in.get(key, ()))
    # Translators: in the bibliography, before the places that cite a source.
    listed = labels.gettext("Cited in: {places}", places=links)
    cited = f'<span class="guide-backlinks" {PRINTED_AS}="cited-in">{listed}</span>' if links else ""
    codes = index.countries.of_sources.get(key, ()) if index.countries else ()
    countries = f" {render_named(codes, index, labels)}" if codes else ""
    return f'<li id="{escape(f"ref-{key}")}">{rendered.entries[key]} {cited}{countries}</li>'


def _place(place: CitedPlace, index: BacklinkIndex, labels: Labels) -> str:
    words = escape(index.label(place.section))
    if place.note:
        # Translators: a note of a section, such as: Background, Poverty, note 4.
        words = labels.gettext("{section}, note {number}", section=words, number=place.note)
    return f'<a href="{internal_address(place.section.path, place.anchor)}">{words}</a>'
