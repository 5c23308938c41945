"""The search index: what lunr is told of aliases, dates and authors, and what it is spared."""

from typing import Any

import pytest

from studyguide.data.guide import Guide
from studyguide.outputs.site.search_index import Amender, SearchedPage, finished_index, mark_asides
from tests.helpers import a_source, a_term, an_event

TERMS_PAGE = SearchedPage("key-terms.md", "key-terms/", "Key terms", "")
TIMELINE_PAGE = SearchedPage("timeline.md", "timeline/", "Timeline", "")
OTHER_PAGE = SearchedPage("other.md", "other/", "Other", "")
BIBLIOGRAPHY = """<h1>Bibliography</h1><ul class="guide-bibliography">
<li id="ref-w17">Winters, G., and E. Jeglic. <em>Stages</em>. 2017, <a href="https://doi.org/1">https://doi.org/1</a>.
<span class="guide-backlinks">Cited in: <a href="#">Background, note 2</a></span></li>
<li id="ref-cyprus">Cyprus Police. “Act &amp; Law.” N.d., https://cy.org/a.</li></ul>"""
BIBLIOGRAPHY_PAGE = SearchedPage("bibliography.md", "bibliography/", "Bibliography", BIBLIOGRAPHY)


def an_entry(location: str, title: str, text: str = "") -> dict[str, Any]:
    return {"location": location, "title": title, "text": text}


def amended(
    *entries: dict[str, Any], guide: Guide | None = None, pages: tuple[SearchedPage, ...] = ()
) -> dict[str, Any]:
    """The amended entries by location; each must be there once."""
    guide = guide or Guide()
    amender = Amender.of(guide, {page.path: page.url for page in pages})
    docs = []
    for entry in entries:
        url = entry["location"].partition("#")[0]
        docs += amender.amend([entry], next((page for page in pages if page.url == url), OTHER_PAGE))
    written = {"config": {"fields": {}}, "docs": docs}
    index = finished_index(written, guide.sources, BIBLIOGRAPHY_PAGE if BIBLIOGRAPHY_PAGE in pages else None)
    locations = [entry["location"] for entry in index["docs"]]
    assert len(set(locations)) == len(locations)
    return dict(zip(locations, index["docs"], strict=True))


def test_configuration_of_the_plugin_stays_but_for_words_and_fields() -> None:
    index: dict[str, Any] = {"config": {"lang": ["en"], "fields": {"tags": {"boost": 9}}}, "docs": []}
    config = finished_index(index, (), None)["config"]
    assert config["lang"] == ["en"]
    assert config["fields"]["tags"] == {"boost": 9}
    assert config["fields"]["title"]["boost"] > config["fields"]["names"]["boost"] > config["fields"]["text"]["boost"]


@pytest.mark.parametrize(
    "aside",
    [
        '<section aria-label="Notes" class="footnote" role="doc-endnotes">',
        '<details class="guide-backlinks" open>',
        '<div class="admonition correction">',
        '<div class="wide admonition check">',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">',
    ],
)
def test_aside_is_marked_for_the_plugin(aside: str) -> None:
    marked = mark_asides(f"<p>Text</p>{aside}")
    assert marked.count("data-search-exclude=") == 1
    assert marked.replace(' data-search-exclude="true"', "") == f"<p>Text</p>{aside}"


@pytest.mark.parametrize(
    "text", ["<p>H<sub>2</sub>O<sup>2</sup></p>", '<div class="admonition note">', '<p class="footnotes-are-here">']
)
def test_text_is_not_marked(text: str) -> None:
    assert mark_asides(text) == text


def test_term_is_found_by_each_of_its_names() -> None:
    term = a_term("csam", "CSAM", aliases=["child sexual abuse material", "minors"], former_ids=["abuse-images"])
    entry = amended(an_entry("key-terms/#term-csam", "CSAM"), guide=Guide(terms=(term,)), pages=(TERMS_PAGE,))[
        "key-terms/#term-csam"
    ]
    assert entry["names"] == "minors"
    assert set(entry["parts"].split()) == {"child", "sexual", "material", "abuse", "images"}
    assert entry["boost"] > 1


def test_term_is_found_by_an_older_name_unless_its_text_says_it() -> None:
    older = ["Sexual blackmail", "Pressure"]
    term = a_term("sextortion", definition="Once called sexual\nblackmail.", deprecated=older)
    entry = amended(
        an_entry("key-terms/#term-sextortion", "Sextortion"), guide=Guide(terms=(term,)), pages=(TERMS_PAGE,)
    )
    assert entry["key-terms/#term-sextortion"]["names"] == "pressure"
    assert "parts" not in entry["key-terms/#term-sextortion"]


def test_vowel_signs_do_not_end_a_word() -> None:
    term = a_term("ban", "حظر", aliases=["مُحَرَّم"])
    entry = amended(an_entry("key-terms/#term-ban", "حظر"), guide=Guide(terms=(term,)), pages=(TERMS_PAGE,))
    assert entry["key-terms/#term-ban"]["names"] == "مُحَرَّم محرم"


def test_accents_stay_where_the_search_folds_them_itself() -> None:
    entry = an_entry("other/#a", "Über Câmpos", "<p>Élève de COVID-19, eSafety</p>")
    (folded,) = Amender.of(Guide(), {}, is_folded=True).amend([entry], OTHER_PAGE)
    assert "parts" not in folded
    assert folded["spellings"] == "covid19 e safety"


def test_beginning_of_another_name_is_found_with_it_and_counts_once() -> None:
    term = a_term("hotline", aliases=["helpline", "helplines"])
    entry = amended(an_entry("key-terms/#term-hotline", "Hotline"), guide=Guide(terms=(term,)), pages=(TERMS_PAGE,))
    assert entry["key-terms/#term-hotline"]["names"] == "helplines"


def test_name_that_lengthens_another_term_does_not_compete_with_it() -> None:
    terms = (a_term("abuse"), a_term("perpetrator", aliases=["abusers"]))
    entries = amended(
        an_entry("key-terms/#term-abuse", "Abuse"),
        an_entry("key-terms/#term-perpetrator", "Perpetrator"),
        guide=Guide(terms=terms),
        pages=(TERMS_PAGE,),
    )
    assert entries["key-terms/#term-perpetrator"]["endings"] == "abusers"
    assert "names" not in entries["key-terms/#term-perpetrator"]


def test_event_is_found_by_its_date_which_begins_its_text() -> None:
    event = an_event("opens", "2006-04-24")
    text = "<p>24 April 2006</p> <p>The centre opens.</p> <p>Who: France</p>"
    entry = amended(
        an_entry("timeline/#event-opens", "It opens", text), guide=Guide(events=(event,)), pages=(TIMELINE_PAGE,)
    )["timeline/#event-opens"]
    assert set(entry["parts"].split()) == {"24", "april", "2006"}
    assert entry["text"].strip() == "<p>24 April 2006: The centre opens.</p><p>Who: France</p>"


def test_blocks_around_terms_go_and_others_stay() -> None:
    html = '<div class="guide-key-term">\n<h3 id="term-a">A</h3>\n<p>Text</p>\n</div><div class="other"><p>B</p></div>'
    marked = mark_asides(html)
    assert "guide-key-term" not in marked
    assert '<h3 id="term-a">A</h3>\n<p>Text</p>' in marked
    assert '<div class="other"><p>B</p></div>' in marked


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("The eSafety office", "e safety"),
        ("COVID-19", "covid19"),
        ("WePROTECT and André", "andre we protect"),
        ("ISPs &amp; UNICEF's <sup>2</sup>", ""),
    ],
)
def test_text_is_found_by_other_spellings(text: str, spellings: str) -> None:
    entry = amended(an_entry("background/#a", "A", text))["background/#a"]
    assert set(entry.get("spellings", "").split()) == set(spellings.split())


def test_section_is_found_by_the_names_that_its_heading_gives() -> None:
    html = '<h2 id="australia" data-search-names="eSafety Commissioner">Australia</h2>'
    page = SearchedPage("stakeholders.md", "stakeholders/", "Stakeholders", html)
    entry = amended(an_entry("stakeholders/#australia", "Australia"), pages=(page,))["stakeholders/#australia"]
    assert {"esafety", "commissioner", "e", "safety"} == set(entry["parts"].split())


def test_page_is_found_by_its_name_in_the_navigation() -> None:
    page = SearchedPage("stakeholders.md", "stakeholders/", "Stakeholders", "")
    assert (
        amended(an_entry("stakeholders/", "Major countries"), pages=(page,))["stakeholders/"]["names"] == "stakeholders"
    )


def test_source_is_an_entry_of_its_own_without_address_and_links_back() -> None:
    sources = (
        a_source("w17", title="Stages", author="Winters, Georgia M. and Jeglic, Elizabeth"),
        a_source("cyprus", title="Act", author="{Cyprus Police}"),
    )
    entries = amended(
        an_entry("bibliography/", "Bibliography"), guide=Guide(sources=sources), pages=(BIBLIOGRAPHY_PAGE,)
    )
    assert entries["bibliography/#ref-w17"]["text"] == "<p>Winters, G., and E. Jeglic. Stages. 2017.</p>"
    assert entries["bibliography/#ref-w17"]["author"] == "winters jeglic"
    assert entries["bibliography/#ref-cyprus"]["text"] == "<p>Cyprus Police. “Act &amp; Law.” N.d.</p>"
    assert entries["bibliography/#ref-cyprus"]["author"] == "cyprus police"


def test_person_s_work_comes_before_an_organisation_s_and_each_behind_the_chapters() -> None:
    sources = (a_source("w17", author="Georgia Winters"), a_source("cyprus", author="{Winters Ltd}"))
    entries = amended(guide=Guide(sources=sources), pages=(BIBLIOGRAPHY_PAGE,))
    person, organisation = entries["bibliography/#ref-w17"], entries["bibliography/#ref-cyprus"]
    assert 1 > person["boost"] > organisation["boost"]
    assert person["author"] == "winters"


def test_source_that_the_page_does_not_list_is_no_entry() -> None:
    assert amended(guide=Guide(sources=(a_source("gone", author="Who"),)), pages=(BIBLIOGRAPHY_PAGE,)) == {}


def test_corrections_come_last_each_a_block_of_its_own() -> None:
    page = SearchedPage("corrections.md", "corrections/", "Corrections", '<ul class="guide-editor-notes"></ul>')
    text = "<ul><li>Timeline, INHOPE<p>The original\nprinted 2007.</p></li><li>Child<p>No.</p></li></ul>"
    entry = amended(an_entry("corrections/#corrections", "Corrections", text), pages=(page,))[
        "corrections/#corrections"
    ]
    assert entry["text"] == "Timeline, INHOPE<p>The original printed 2007.</p>Child<p>No.</p>"
    assert entry["boost"] < 1


def test_shorter_of_two_titles_means_its_word_more() -> None:
    entries = amended(an_entry("a/#1", "Abuse"), an_entry("a/#2", "Abuse at home"))
    assert entries["a/#1"]["boost"] > entries["a/#2"]["boost"]
