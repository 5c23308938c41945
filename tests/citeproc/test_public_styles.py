"""Tests of the public styles that a guide can name: entries and notes as the styles' own guidance has them.

The patterns are those of the publishers' open pages: APA Style's reference examples (https://apastyle.apa.org),
The Chicago Manual of Style's citation guide (https://www.chicagomanualofstyle.org/tools_citationguide.html), the IEEE
Reference Guide (https://ieeeauthorcenter.ieee.org), OSCOLA 4th edition (https://www.law.ox.ac.uk/oscola), the United
Nations Editorial Manual (https://www.un.org/dgacm/en/content/editorial-manual). The sources are made up.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from studyguide.citeproc.notes import RenderedCitations, render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.csl_styles import STYLE_NAMES, style_location, style_problems
from studyguide.data.guide import Guide
from studyguide.data.style_amendments import amended_style
from studyguide.data.style_edits import EDITS
from studyguide.diagnostics.manual import read_page
from studyguide.diagnostics.source_text import SourceFile
from tests.citeproc.test_notes import text_of
from tests.helpers import read
from tests.paths import GOLDEN

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
  journaltitle = {ICJ Rep 1997}}
@jurisdiction{neutral, title = {Smith v Jones}, date = {2008-02-27}, institution = {UKHL}, number = {13}}
@jurisdiction{unreported, author = {{European Court of Human Rights}}, title = {Doe v Hungary}, date = {2004-07-20},
  number = {App no 47940/99}}
@jurisdiction{reported, title = {Smith v. Jones}, date = {2000}, institution = {4th Cir.}, journaltitle = {F.3d},
  volume = {222}, pages = {141}}
@legislation{american, title = {River Act}, date = {2009}, number = {111-2}, journaltitle = {Stat.}, volume = {123},
  pages = {5}}
@legal{trafficking, title = {Convention on Bridges}, date = {1993-11-08}, number = {ETS No. 150}}
@jurisdiction{european, title = {Commission v. Council}, date = {2005-09-13}, journaltitle = {ECR}, pages = {I-7879}}
@jurisdiction{both, title = {Doe v Times}, date = {2007}, number = {[2006] UKHL 44}, reporter = {AC}, volume = {1},
  pages = {359}}
@jurisdiction{online, author = {{International Court of Justice}}, title = {Duties of States}, date = {2025-07-23},
  url = {https://www.example.org/case}}
@misc{document, author = {{General Assembly}}, title = {Our World}, number = {A/RES/99/2}, date = {2044-10-21}}
@inreference{entry, title = {Water Law}, booktitle = {Encyclopedia of Law}, publisher = {Press}, date = {2010}}
@legal{numbered, title = {Treaty on Rivers}, journaltitle = {UNTS}, volume = {1577}, number = {27531}, pages = {3},
  date = {1989-11-20}}
@legislation{german, title = {Wassergesetz}, date = {2009}, journaltitle = {BGBl}, pages = {2585}}
@report{resolution, author = {{General Assembly}}, title = {Water for the {Sahel}}, type = {Resolution},
  number = {A/RES/99/1}, date = {2044-09-20}, institution = {{United Nations}}}
@report{report, author = {{Clean Water Now}}, title = {The State of Wells}, type = {Report}, number = {12},
  institution = {{Clean Water Now}}, location = {Geneva}, date = {2018}}
@jurisdiction{twice, title = {Doe v Reid Ltd}, number = {[2008] UKHL 13}, date = {2008}, volume = {1},
  journaltitle = {AC}, pages = {884}, institution = {HL}}
@jurisdiction{newspaper, title = {Doe v Water Co}, journaltitle = {The Times}, date = {1993-09-28}, institution = {QB}}
@jurisdiction{slip, title = {Smith v. Doe}, citation = {576 U.S. \\_\\_\\_}, date = {2015}}
@legislation{amended, title = {Florida Water Act}, location = {Fla. Stat. § 394}, date = {2009}, origdate = {1971}}
@legislation{series, title = {Directive 2002/60/EC}, date = {2002}, origdate = {2002-06-27}, journaltitle = {OJ},
  series = {L}, issue = {192}, pages = {27}}
@book{volume, author = {Doe, Jane}, title = {Lakes}, volume = {2-3}, series = {Studies in Old Rivers}, number = {4},
  publisher = {Sand and Andersen}, date = {2001}}
@phdthesis{thesis, author = {Doe, Jane}, title = {Seas}, school = {University of Science and Technology}, year = {2001}}
@inproceedings{talk, author = {Doe, Jane}, title = {Wells Are Deep}, eventtitle = {World Water Week}, date = {2001-05},
  venue = {Stockholm}}
@article{alone, author = {Doe, Jane}, title = {Shores}, date = {2016}, url = {https://www.example.org/shores}}
@article{words, author = {Doe, Jane}, title = {Deep Wells}, journaltitle = {Rivers}, volume = {3}, date = {2001},
  number = {Special Issue}, pages = {5--7}}
@book{guess, author = {Doe, Jane}, title = {Springs}, year = {c. 50}}
@book{later, author = {Doe, Jane}, title = {Pools}, edition = {2}, volume = {2}, publisher = {Small Press},
  date = {2001}}
@book{compound, author = {Doe, Jane}, title = {A Study of GPS-based Maps in Post-Soviet and non-EU States},
  publisher = {Small Press}, date = {2001}}
@legislation{numbered_act, author = {{United Kingdom}}, title = {Rivers Act}, number = {c. 50}, date = {2003}}
@legislation{act, title = {Water Act}, date = {2003}, location = {United Kingdom}}
"""
ENTRIES = {
    "mla-notes": {
        "numbered_act": "United Kingdom. Rivers Act. c. 50, 2003.",
        "compound": "Doe, Jane. A Study of GPS-Based Maps in Post-Soviet and Non-EU States. Small Press, 2001.",
        "words": "Doe, Jane. “Deep Wells.” Rivers, vol. 3, special issue, 2001, pp. 5–7.",
        "guess": "Doe, Jane. Springs. Circa 50.",
        "later": "Doe, Jane. Pools. 2nd ed., vol. 2, Small Press, 2001.",
        "talk": "Doe, Jane. “Wells Are Deep.” World Water Week, May 2001, Stockholm.",
        "volume": "Doe, Jane. Lakes. Vol. 2–3, Studies in Old Rivers, 4, Sand and Andersen, 2001.",
    },
    "apa": {
        "compound": "Doe, J. (2001). A study of GPS-based maps in post-Soviet and non-EU states. Small Press.",
        "words": "Doe, J. (2001). Deep wells. Rivers, 3(special issue), 5–7.",
        "guess": "Doe, J. (circa 50). Springs.",
        "book": "Smith, A., & Jones, K. (2001). The law of the river (2nd ed.). Small Press.",
        "article": "Doe, J. (2010). Water wars. Journal of Rivers, 3(2), 5–17. https://doi.org/10.1000/182",
        "page": "World Water Office. (2020, May 4). Water for all. https://www.example.org/water",
        "chapter": "Lee, K. (2015). The upper river. In A. Fox (Ed.), Rivers of the world (pp. 33–50). Small Press.",
        "neutral": "Smith v Jones, 13 (UKHL February 27, 2008).",
        "unreported": "Doe v Hungary, App no 47940/99 (European Court of Human Rights July 20, 2004).",
        "reported": "Smith v. Jones, 222 F.3d 141 (4th Cir. 2000).",
        "american": "River Act, Pub. L. No. 111-2, 123 Stat. 5 (2009).",
        "trafficking": "Convention on Bridges, November 8, 1993, ETS No. 150.",
        "german": "Wassergesetz, BGBl 2585 (2009).",
        "european": "Commission v. Council, 2005 ECR I-7879 (2005).",
        "document": "General Assembly. (2044). Our world (A/RES/99/2).",
        "twice": "Doe v Reid Ltd, [2008] UKHL 13, 1 AC 884 (HL 2008).",
        "newspaper": "Doe v Water Co, The Times (QB September 28, 1993).",
        "slip": "Smith v. Doe, 576 U.S. ___ (2015).",
        "amended": "Florida Water Act, Fla. Stat. § 394 (1971 & 2009).",
        "series": "Directive 2002/60/EC, 2002 OJ (L 192) 27.",
    },
    "chicago-notes": {
        "compound": "Doe, Jane. A Study of GPS-Based Maps in Post-Soviet and Non-EU States. Small Press, 2001.",
        "words": "Doe, Jane. “Deep Wells.” Rivers 3, special issue (2001): 5–7.",
        "book": "Smith, Anna, and Ken Jones. The Law of the River. 2nd ed. Small Press, 2001.",
        "article": "Doe, Jane. “Water Wars.” Journal of Rivers 3, no. 2 (2010): 5–17. https://doi.org/10.1000/182.",
        "page": "World Water Office. “Water for All.” May 4, 2020. https://www.example.org/water.",
        "chapter": "Lee, Kim. “The Upper River.” In Rivers of the World, edited by Ann Fox. Small Press, 2015.",
        "talk": "Doe, Jane. “Wells Are Deep.” Paper presented at World Water Week, Stockholm. May 2001.",
    },
    "chicago-author-date": {
        "compound": "Doe, Jane. 2001. A Study of GPS-Based Maps in Post-Soviet and Non-EU States. Small Press.",
        "words": "Doe, Jane. 2001. “Deep Wells.” Rivers 3 (special issue): 5–7.",
        "book": "Smith, Anna, and Ken Jones. 2001. The Law of the River. 2nd ed. Small Press.",
        "article": "Doe, Jane. 2010. “Water Wars.” Journal of Rivers 3 (2): 5–17. https://doi.org/10.1000/182.",
        "chapter": "Lee, Kim. 2015. “The Upper River.” In Rivers of the World, edited by Ann Fox. Small Press.",
    },
    "ieee": {
        "words": "J. Doe, “Deep wells,” Rivers, vol. 3, special issue, pp. 5–7, 2001.",
        "book": "A. Smith and K. Jones, The Law of the River, 2nd ed. London: Small Press, 2001.",
        "unreported": "European Court of Human Rights, Doe v Hungary, App no 47940/99. 2004.",
        "document": "General Assembly, “Our world,” A/RES/99/2, Oct. 2044.",
        "trafficking": "“Convention on Bridges,” ETS No. 150. Nov. 8, 1993.",
        "article": "J. Doe, “Water wars,” Journal of Rivers, vol. 3, no. 2, pp. 5–17, 2010, doi: 10.1000/182.",
        "volume": "J. Doe, Lakes, vol. 2–3. in Studies in Old Rivers, no. 4. Sand and Andersen, 2001.",
        "talk": "J. Doe, “Wells are deep,” presented at the World Water Week, May 2001.",
    },
    "un-notes": {
        "words": "Doe, Jane. “Deep wells”, Rivers, vol. 3, special issue (2001), pp. 5–7.",
        "guess": "Doe, Jane. Springs (circa 50).",
        "book": "Smith, Anna and Ken Jones. The Law of the River, 2nd ed. (London, Small Press, 2001).",
        "resolution": "General Assembly. “Water for the Sahel”, resolution A/RES/99/1, 20 September 2044.",
        "report": "Clean Water Now. The State of Wells, report No. 12 (Geneva, Clean Water Now, 2018).",
        "case": "Gabčíkovo-Nagymaros Project (Hungary/Slovakia), ICJ Rep 1997, p. 7.",
        "unreported": "European Court of Human Rights. Doe v Hungary, App no 47940/99, 20 July 2004.",
        "reported": "Smith v. Jones, 4th Cir., F.3d, vol. 222 (2000), p. 141.",
        "newspaper": "Doe v Water Co, QB, The Times, 28 September 1993.",
        "volume": "Doe, Jane. Lakes, vols. 2–3, Studies in Old Rivers (Sand and Andersen, 2001).",
        "thesis": "Doe, Jane. Seas, PhD thesis (University of Science and Technology, 2001).",
        "talk": "Doe, Jane. “Wells are deep”, World Water Week, Stockholm (May 2001).",
    },
    "oscola": {
        "book": "Smith A and Jones K, The Law of the River (2nd edn, Small Press 2001)",
        "article": "Doe J, ‘Water Wars’ (2010) 3 Journal of Rivers 5 <https://doi.org/10.1000/182>",
        "page": "World Water Office, ‘Water for All’ (4 May 2020) <https://www.example.org/water> accessed "
        "31 January 2026",
        "case": "Gabčíkovo-Nagymaros Project (Hungary/Slovakia) [1997] ICJ Rep 7",
        "neutral": "Smith v Jones [2008] UKHL 13",
        "unreported": "Doe v Hungary App no 47940/99 (European Court of Human Rights, 20 July 2004)",
        "european": "Commission v Council [2005] ECR I-7879",
        "both": "Doe v Times [2006] UKHL 44, (2007) 1 AC 359",
        "online": "Duties of States (International Court of Justice, 23 July 2025) <https://www.example.org/case>",
        "document": "General Assembly, ‘Our World’ (21 October 2044) A/RES/99/2",
        "numbered": "Treaty on Rivers (adopted 20 November 1989) 1577 UNTS 3",
        "trafficking": "Convention on Bridges (adopted 8 November 1993) ETS No. 150",
        "german": "Wassergesetz 2009 (BGBl) 2585",
        "act": "Water Act 2003",
        "twice": "Doe v Reid Ltd [2008] UKHL 13, (2008) 1 AC 884",
        "series": "Directive 2002/60/EC [2002] OJ L 192/27",
        "talk": "Doe J, ‘Wells Are Deep’ (World Water Week, Stockholm, 2001)",
        "alone": "Doe J, ‘Shores’ (2016) <https://www.example.org/shores>",
    },
}
NOTES: dict[str, dict[str, str]] = {
    "mla-notes": {},
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
        "@resolution, paras. 2-3": "General Assembly, “Water for the Sahel”, resolution A/RES/99/1, 20 September 2044, "
        "paras. 2–3.",
    },
    "oscola": {
        "@book, p. 4": "Anna Smith and Ken Jones, The Law of the River (2nd edn, Small Press 2001) 4.",
        "@article, p. 6": "Jane Doe, ‘Water Wars’ (2010) 3 Journal of Rivers 5, 6 <https://doi.org/10.1000/182>.",
    },
}


AMENDED = {
    "apa": "bluebook",
    "chicago-author-date": "bluebook",
    "chicago-notes": "bluebook",
    "ieee": "ieee",
    "oscola": "oscola",
}
KINDS: dict[str, Any] = yaml.safe_load((GOLDEN / "kinds.yaml").read_text(encoding="utf-8"))
KINDS_OF_SOURCE = "\n".join(re.findall(r"```bibtex\n(.*?)```", read_page("kinds"), re.DOTALL))


def text_of_style(style: str) -> str:
    return amended_style(style, public_text(style))


def public_text(style: str) -> str:
    return Path(*style_location(Path(), style)).read_text(encoding="utf-8")


@cache
def rendered(style: str, bibliography: str, *calls: str) -> RenderedCitations:
    """Each entry, and each note in a chapter of its own, so that it is the first of its source."""
    sources, _ = read_sources(SourceFile("bibliography.bib", bibliography))
    guide = Guide(sources=sources, bibliography=bibliography, style=text_of_style(style), language="en-GB")
    chapters = [read(f"# One\n\nWord.[{call}]", path=f"{number}.md")[0] for number, call in enumerate(calls)]
    return render_citations(chapters, guide)


@pytest.mark.parametrize("style", STYLE_NAMES)
def test_a_style_that_can_be_named_can_render(style: str) -> None:
    assert style_problems(SourceFile(f"{style}.csl", text_of_style(style))) == []


@pytest.mark.parametrize("style", sorted(AMENDED))
def test_each_edit_finds_its_place_once(style: str) -> None:
    """A newer package of the styles may have changed a macro, and the edit would do nothing."""
    public = dict(re.findall(r'<macro name="([^"]+)">(.*?)</macro>', public_text(style), re.DOTALL))
    for macro, edits in EDITS[AMENDED[style]].items():
        text = public[macro]
        for found, put in edits.items():
            text, places = re.subn(found, put, text)
            assert (macro, found, places) == (macro, found, 1)


@pytest.mark.parametrize("style", sorted(AMENDED))
def test_each_macro_that_an_edit_calls_is_there(style: str) -> None:
    ours = re.findall(r'<macro name="(guide-[^"]+)">', text_of_style(style))
    assert len(ours) == len({*ours})
    assert {*ours} == {*re.findall(r'\bmacro="(guide-[^"]+)"', text_of_style(style))}
    assert not re.search(r'<macro name="guide-', public_text(style))


@pytest.mark.parametrize(("style", "key"), [(style, key) for style, entries in ENTRIES.items() for key in entries])
def test_an_entry(style: str, key: str) -> None:
    assert text_of(rendered(style, BIBLIOGRAPHY, *NOTES[style]).entries[key]) == ENTRIES[style][key]


@pytest.mark.parametrize(
    ("style", "number"), [(style, at) for style, notes in NOTES.items() for at in range(len(notes))]
)
def test_a_note(style: str, number: int) -> None:
    notes = rendered(style, BIBLIOGRAPHY, *NOTES[style]).citations
    assert text_of(notes[f"{number}.md", 0]) == list(NOTES[style].values())[number]


@pytest.mark.parametrize("style", STYLE_NAMES)
def test_no_source_is_left_out(style: str) -> None:
    """A note leads to an entry of each source, also of one that the style's own guidance has in notes alone."""
    written = rendered(style, BIBLIOGRAPHY, "@entry")
    assert all(text_of(entry) for entry in written.entries.values())
    assert "Water" in text_of(written.citations["0.md", 0])


def test_each_style_has_the_twelve_kinds_after_some_guidance() -> None:
    keys = re.findall(r"@\w+\{(\w+),", KINDS_OF_SOURCE)
    assert {*KINDS} == {*STYLE_NAMES} - {"mla-notes", "mla-notes-ibid"}  # the manual's page is that of MLA
    assert [(style, list(KINDS[style]["sources"])) for style in KINDS] == [(style, keys) for style in KINDS]
    assert all("guidance" in KINDS[style] for style in KINDS)


@pytest.mark.parametrize(("style", "key"), [(style, key) for style in KINDS for key in KINDS[style]["sources"]])
def test_a_kind_of_source_in_a_style(style: str, key: str) -> None:
    keys = list(KINDS[style]["sources"])
    written = rendered(style, KINDS_OF_SOURCE, *(f"@{each}" for each in keys))
    expected = KINDS[style]["sources"][key]
    assert text_of(written.entries[key]) == expected["entry"]
    assert text_of(written.citations[f"{keys.index(key)}.md", 0]) == expected.get("note", expected["entry"])
