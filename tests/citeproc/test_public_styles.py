"""Tests of the public styles that a guide can name: entries and notes as the styles' own guidance has them.

The patterns are those of the publishers' open pages: APA Style's reference examples (https://apastyle.apa.org),
The Chicago Manual of Style's citation guide (https://www.chicagomanualofstyle.org/tools_citationguide.html), the IEEE
Reference Guide (https://ieeeauthorcenter.ieee.org), OSCOLA 4th edition (https://www.law.ox.ac.uk/oscola), the United
Nations Editorial Manual (https://www.un.org/dgacm/en/content/editorial-manual). The sources are made up.
"""

from functools import cache
from pathlib import Path

import pytest

from studyguide.citeproc.notes import RenderedCitations, render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.csl_styles import STYLE_NAMES, style_location, style_problems, with_default_locale
from studyguide.data.guide import Guide
from studyguide.diagnostics.source_text import SourceFile
from tests.citeproc.test_notes import text_of
from tests.helpers import read

BIBLIOGRAPHY = """
@book{book, author = {Smith, Anna and Jones, Ken}, title = {The Law of the River}, edition = {Second},
  location = {London}, publisher = {Small Press}, date = {2001}}
@article{article, author = {Doe, Jane}, title = {Water Wars}, journaltitle = {Journal of Rivers}, volume = {3},
  number = {2}, pages = {5--17}, date = {2010}, doi = {10.1000/182}}
@online{page, author = {{World Water Office}}, title = {Water for All}, url = {https://www.example.org/water},
  date = {2020-05-04}, urldate = {2026-01-31}}
@incollection{chapter, author = {Lee, Kim}, title = {The Upper River}, editor = {Fox, Ann}, location = {Oxford},
  booktitle = {Rivers of the World}, publisher = {Small Press}, date = {2015}, pages = {33--50}}
@jurisdiction{case, title = {Gabčíkovo-Nagymaros Project (Hungary/Slovakia)}, date = {1997}, pages = {7},
  institution = {{International Court of Justice}}, journaltitle = {ICJ Rep}}
@report{resolution, author = {{General Assembly}}, title = {Water for the Sahel}, type = {Resolution},
  number = {A/RES/99/1}, date = {2044-09-20}, institution = {{United Nations}}}
@report{report, author = {{Clean Water Now}}, title = {The State of Wells}, type = {Report}, number = {12},
  institution = {{Clean Water Now}}, location = {Geneva}, date = {2018}}
@legislation{act, title = {Water Act}, date = {2003}, location = {United Kingdom}}
"""
ENTRIES = {
    "apa": {
        "book": "Smith, A., & Jones, K. (2001). The law of the river (2nd ed.). Small Press.",
        "article": "Doe, J. (2010). Water wars. Journal of Rivers, 3(2), 5–17. https://doi.org/10.1000/182",
        "page": "World Water Office. (2020, May 4). Water for all. https://www.example.org/water",
        "chapter": "Lee, K. (2015). The upper river. In A. Fox (Ed.), Rivers of the world (pp. 33–50). Small Press.",
    },
    "chicago-notes": {
        "book": "Smith, Anna, and Ken Jones. The Law of the River. 2nd ed. Small Press, 2001.",
        "article": "Doe, Jane. “Water Wars.” Journal of Rivers 3, no. 2 (2010): 5–17. https://doi.org/10.1000/182.",
        "page": "World Water Office. “Water for All.” May 4, 2020. https://www.example.org/water.",
        "chapter": "Lee, Kim. “The Upper River.” In Rivers of the World, edited by Ann Fox. Small Press, 2015.",
    },
    "chicago-author-date": {
        "book": "Smith, Anna, and Ken Jones. 2001. The Law of the River. 2nd ed. Small Press.",
        "article": "Doe, Jane. 2010. “Water Wars.” Journal of Rivers 3 (2): 5–17. https://doi.org/10.1000/182.",
        "chapter": "Lee, Kim. 2015. “The Upper River.” In Rivers of the World, edited by Ann Fox. Small Press.",
    },
    "ieee": {
        "article": "J. Doe, “Water wars,” Journal of Rivers, vol. 3, no. 2, pp. 5–17, 2010, doi: 10.1000/182.",
    },
    "un-notes": {
        "book": "Smith, Anna and Ken Jones. The Law of the River, 2nd ed. (London, Small Press, 2001).",
        "resolution": "General Assembly. Water for the Sahel, resolution A/RES/99/1, 20 September 2044.",
        "report": "Clean Water Now. The State of Wells, report No. 12 (Geneva, Clean Water Now, 2018).",
        "case": "Gabčíkovo-Nagymaros Project (Hungary/Slovakia), ICJ Rep 1997, p. 7.",
    },
    "oscola": {
        "book": "Smith A and Jones K, The Law of the River (2nd edn, Small Press 2001)",
        "article": "Doe J, ‘Water Wars’ (2010) 3 Journal of Rivers 5 <https://doi.org/10.1000/182>",
        "page": "World Water Office, ‘Water for All’ (4 May 2020) <https://www.example.org/water> accessed "
        "31 January 2026",
        "case": "Gabčíkovo-Nagymaros Project (Hungary/Slovakia) [1997] ICJ Rep 7",
        "act": "Water Act 2003",
    },
}
NOTES = {
    "apa": {
        "@book, p. 4": "Smith, A., & Jones, K. (2001). The law of the river (2nd ed.). Small Press, p. 4.",
    },
    "chicago-notes": {
        "@book, p. 4": "Anna Smith and Ken Jones, The Law of the River, 2nd ed. (Small Press, 2001), 4.",
        "@article, pp. 6-7": "Jane Doe, “Water Wars,” Journal of Rivers 3, no. 2 (2010): 6–7, "
        "https://doi.org/10.1000/182.",
        "@chapter": "Kim Lee, “The Upper River,” in Rivers of the World, ed. Ann Fox (Small Press, 2015).",
    },
    "chicago-author-date": {
        "@book, p. 4": "Smith, Anna, and Ken Jones. 2001. The Law of the River. 2nd ed. Small Press, p. 4.",
    },
    "ieee": {
        "@article, p. 6": "J. Doe, “Water wars,” Journal of Rivers, vol. 3, no. 2, pp. 5–17, 2010, doi: 10.1000/182, "
        "p. 6.",
    },
    "un-notes": {
        "@book, p. 4": "Anna Smith and Ken Jones, The Law of the River, 2nd ed. (London, Small Press, 2001), p. 4.",
        "@article, pp. 6-7": "Jane Doe, “Water wars”, Journal of Rivers, vol. 3, No. 2 (2010), pp. 6–7. Available at "
        "https://doi.org/10.1000/182.",
        "@page": "World Water Office, “Water for all”, 4 May 2020. Available at https://www.example.org/water "
        "(accessed on 31 January 2026).",
        "@chapter": "Kim Lee, “The upper river”, in Rivers of the World, Ann Fox, ed. (Oxford, Small Press, 2015), "
        "pp. 33–50.",
        "@resolution, paras. 2-3": "General Assembly, Water for the Sahel, resolution A/RES/99/1, 20 September 2044, "
        "paras. 2–3.",
    },
    "oscola": {
        "@book, p. 4": "Anna Smith and Ken Jones, The Law of the River (2nd edn, Small Press 2001) 4.",
        "@article, p. 6": "Jane Doe, ‘Water Wars’ (2010) 3 Journal of Rivers 5, 6 <https://doi.org/10.1000/182>.",
    },
}


def text_of_style(style: str) -> str:
    return with_default_locale(style, Path(*style_location(Path(), style)).read_text(encoding="utf-8"))


@cache
def rendered(style: str) -> RenderedCitations:
    """Each entry, and each note in a chapter of its own, so that it is the first of its source."""
    sources, _ = read_sources(SourceFile("bibliography.bib", BIBLIOGRAPHY))
    guide = Guide(sources=sources, bibliography=BIBLIOGRAPHY, style=text_of_style(style), language="en-GB")
    chapters = [read(f"# One\n\nWord.[{call}]", path=f"{number}.md")[0] for number, call in enumerate(NOTES[style])]
    return render_citations(chapters, guide)


@pytest.mark.parametrize("style", STYLE_NAMES)
def test_a_style_that_can_be_named_can_render(style: str) -> None:
    assert style_problems(SourceFile(f"{style}.csl", text_of_style(style))) == []


@pytest.mark.parametrize(("style", "key"), [(style, key) for style, entries in ENTRIES.items() for key in entries])
def test_an_entry(style: str, key: str) -> None:
    assert text_of(rendered(style).entries[key]) == ENTRIES[style][key]


@pytest.mark.parametrize(
    ("style", "number"), [(style, at) for style, notes in NOTES.items() for at in range(len(notes))]
)
def test_a_note(style: str, number: int) -> None:
    assert text_of(rendered(style).citations[f"{number}.md", 0]) == list(NOTES[style].values())[number]
