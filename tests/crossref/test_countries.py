"""Tests of crossref.country_index and crossref.country_page: where a guide names each state, and the links back."""

import re
from dataclasses import replace

from studyguide.citeproc.notes import RenderedCitations
from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.links import LinkResolver
from studyguide.crossref.placeholders import PlaceholderResolver
from tests.helpers import a_guide, a_source, an_event, read

CHAPTERS = {
    "background.md": (
        "# Background\n\n## Law {#law}\n\nPeru and the EU.[^1]\n\n[^1]: In Chile.\n\n## Africa {#africa}\n\nText."
    ),
    "solutions.md": "# Solutions\n\n## Law {#law}\n\nA *law* of every state.[^1]\n\n[^1]: And a note.",
    "stakeholders.md": "# Stakeholders\n\n## France {#france}\n\nText.",
    "timeline.md": "# Timeline\n\n<!-- timeline -->",
    "countries.md": "# Countries\n\nOf Cuba.\n\n<!-- countries -->",
    "bibliography.md": "# Bibliography\n\n<!-- further-reading -->",
}
EVENTS = (an_event("one", title="Peru signs", actors=["france"]), an_event("two", "2008"))
SOURCES = (
    a_source("law", title="The law of {Peru}", author="Jordan, Georgia and {Government of Spain}"),
    a_source("none", title="In {French}"),
)


def pages(*, has_countries: bool = True) -> dict[str, str]:
    """The finished content of each page."""
    guide = replace(a_guide(events=EVENTS, sources=SOURCES), has_countries=has_countries)
    made = {path: read(text, (), EVENTS, path, has_countries=has_countries) for path, text in CHAPTERS.items()}
    chapters = [chapter for chapter, _ in made.values()]
    linker = LinkResolver(build_backlink_index(guide, chapters, {}), lambda here, there: there.removesuffix(".md"))
    written = RenderedCitations(citations={}, entries={source.key: source.title for source in SOURCES})
    filler = PlaceholderResolver(linker, written)
    return {path: filler.fill(chapter, linker.link_page(path, html)) for path, (chapter, html) in made.items()}


PAGES = pages()


def links_of(code: str) -> list[tuple[str, str]]:
    """The links in a state's section, as address and words."""
    section = re.search(
        rf'<section [^>]*id="country-{code.lower()}" data-country="{code}".*?</section>', PAGES["countries.md"]
    )
    return re.findall(r'<a href="([^"]*)">([^<]*)</a>', section[0]) if section else []


def test_a_state_has_links_to_each_place_that_names_it() -> None:
    assert links_of("PE") == [
        ("background#law", "Law"),
        ("timeline#event-one", "Peru signs"),
        ("bibliography#ref-law", "The law of Peru"),
        ("#group-grulac", "Latin American and Caribbean Group"),
    ]
    assert links_of("CL")[0] == ("background#fn:1", "Law, note 1")


def test_a_person_is_no_mention_and_a_corporate_author_is() -> None:
    assert not links_of("JO")
    assert not links_of("GE")
    assert ("bibliography#ref-law", "The law of Peru") in links_of("ES")


def test_an_actor_counts_for_its_event() -> None:
    assert ("timeline#event-one", "Peru signs") in links_of("FR")


def test_the_bodies_are_those_of_which_the_guide_speaks() -> None:
    assert links_of("FR")[-2:] == [
        ("background#law", "European Union"),
        ("#group-weog", "Western European and Others Group"),
    ]


def test_the_page_itself_names_nothing() -> None:
    assert not links_of("CU")


def test_each_state_is_a_choice_with_its_group() -> None:
    options = re.findall(r'<option value="([A-Z]{2})" data-group="([a-z-]+)">', PAGES["countries.md"])
    assert len(dict(options)) == 195
    assert ("GE", "eeg") in options


def test_a_group_says_what_is_named_and_what_is_not() -> None:
    group = re.search(r'<section [^>]*data-group="african">.*?</section>', PAGES["countries.md"])
    assert group is not None
    assert 'What this guide says of the region: <a href="background#africa">Background, Africa</a>' in group[0]
    assert "Named in this guide" not in re.sub("Not named in this guide", "", group[0])
    assert "Not named in this guide: Algeria, Angola," in group[0]


def test_an_event_and_a_source_say_which_states_they_name() -> None:
    assert re.findall(r'<li(?: data-countries="([^"]*)")?>\s*<h3 id="(event-\w+)"', PAGES["timeline.md"]) == [
        ("PE FR", "event-one"),
        ("", "event-two"),
    ]
    # The tag has nothing but the id, by which the site's edit links and COinS find the entry.
    listed = re.findall(r'<li id="ref-(\w+)">(.*?)</li>', PAGES["bibliography.md"])
    named = {key: re.findall(r'href="countries#country-(\w+)"', entry) for key, entry in listed}
    assert named == {"law": ["pe", "es"], "none": []}


def test_a_chapter_leads_to_the_states_that_it_names_before_its_notes() -> None:
    text, _, notes = PAGES["background.md"].partition('class="footnote"')
    named = re.findall(r'<a href="countries#(country-\w+)">', text)
    assert named == ["country-pe", "country-cl"]
    assert "country-" not in re.sub("data-country", "", notes)


def test_a_chapter_without_countries_has_the_same_bytes_with_the_page_of_countries_and_without() -> None:
    without = pages(has_countries=False)
    assert PAGES["solutions.md"] == without["solutions.md"]
    assert PAGES["background.md"] != without["background.md"]
