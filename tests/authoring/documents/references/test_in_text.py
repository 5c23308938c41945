"""Tests of authoring.documents.references.in_text: the citations in a paragraph, found by hand."""

import pytest

from studyguide.authoring.documents.references.in_text import find_citations, with_citations
from studyguide.authoring.documents.references.known_sources import KnownSource, with_short_names
from studyguide.authoring.documents.references.read_notes import as_markdown
from studyguide.authoring.documents.references.read_reference import read_reference
from studyguide.authoring.documents.text.runs import CitedItem, Run, plain
from tests.authoring.documents.references.writing import text_of

_LISTED = {
    "okafor": "Okafor, Chidi. *Water and War in the Sahel*. Oxford UP, 2018.",
    "adeyemi19": "Adeyemi, T. (2019). Climate migration. *Journal of Refugee Studies*, *32*(3), 401–420.",
    "adeyemi20": "Adeyemi, T., & O’Brien, K. L. (2020, June 4). *Heat*. Climate Home News. https://www.climate.com/x/y",
    "state": "UNICEF. (2021). *The state of children*. https://www.unicef.org/a/b",
    "water": "UNICEF. (2021). *Water for all*. https://www.unicef.org/c/d",
    "who": "“Who We Are,” UN Women, accessed May 3, 2021, https://www.unwomen.org/en/about-us.",
    "salman-a": "Salman, S. (2013a) ‘The Nile agreement’, *Water International*, 38(1), pp. 17–29.",
    "salman-b": "Salman, S. (2013b) *The new Nile*. London: Earthscan.",
    "cpj": "Committee to Protect Journalists. (2023). *A deadly year*. https://cpj.org/reports/deadly",
    "silva": "Silva, J., Grossi, M., & França, C. (2010). *Fome zero*. MDA.",
    "connell": "Connell, John. (1990) 2003. *Islands*. Cheltenham: Elgar.",
    "bmz": "BMZ – Bundesministerium für Entwicklung (2023): Das Gesetz. https://www.bmz.de/gesetz",
    "gfw": "GLOBAL FOREST WATCH, [no date]. *Fires* [online]. Available from: https://www.globalforestwatch.org/fires",
    "about": "“What We Do.” *UN Women*, 2020, https://www.unwomen.org/en/what-we-do.",
    "jordan": "Jordan, Amy. *Camps*. Oxford UP, 2017.",
    "gold": "*Blue Gold: World Water Wars* (2008) [DVD]. Los Angeles: Purple Turtle Films.",
}
KNOWN = [KnownSource(key, read_reference(text_of(line), "en")) for key, line in _LISTED.items()]
NUMBERED = [KnownSource(source.key, source.reference, number) for number, source in enumerate(KNOWN, 1)]


def found_in(line: str, known: list[KnownSource] = KNOWN) -> list[tuple[str, str]]:
    """Each citation as printed, with what is made of it."""
    text = text_of(line)
    found = find_citations(text, known, "en")
    return [(plain(text)[each.start : each.end], as_markdown(each.citations, "en")) for each in found]


@pytest.mark.parametrize(
    ("line", "citations"),
    [
        ("Rains fail (Okafor 45).", [("(Okafor 45)", "[@okafor, 45]")]),
        ("As Adeyemi (2019) says.", [("(2019)", "[@adeyemi19]")]),
        ("Adeyemi and O’Brien (2020, p. 4) agree.", [("(2020, p. 4)", "[@adeyemi20, p. 4]")]),
        ("So (Adeyemi, 2019; Adeyemi & O’Brien, 2020).",
         [("(Adeyemi, 2019; Adeyemi & O’Brien, 2020)", "[@adeyemi19; @adeyemi20]")]),
        ("So (see Okafor 12–14).", [("(see Okafor 12–14)", "[see @okafor, 12–14]")]),
        ("She said so (“Who We Are”). And (ibid.).", [("(“Who We Are”)", "[@who]"), ("(ibid.)", "[@who]")]),
        ("So (*Water for all* 2021).", [("(Water for all 2021)", "[@water]")]),
        ("So (UNICEF, *Water for all*, p. 3).", [("(UNICEF, Water for all, p. 3)", "[@water, p. 3]")]),
        ("So (Salman, 2013b, p. 18).", [("(Salman, 2013b, p. 18)", "[@salman-b, p. 18]")]),
        ("So (Salman, 2013a, 2013b).", [("(Salman, 2013a, 2013b)", "[@salman-a; @salman-b]")]),
        ("As Salman (2013a, b) says.", [("(2013a, b)", "[@salman-a; @salman-b]")]),
        ("So (Committee to Protect Journalists [CPJ], 2023).",
         [("(Committee to Protect Journalists [CPJ], 2023)", "[@cpj]")]),
        ("The CPJ (2023) counts.", [("(2023)", "[@cpj]")]),
        ("So (SILVA; GROSSI; FRANÇA, 2010, p. 11).", [("(SILVA; GROSSI; FRANÇA, 2010, p. 11)", "[@silva, p. 11]")]),
        ("So (Yasbek, 2004 apud Silva; Grossi; França, 2010, p. 4).",
         [("(Yasbek, 2004 apud Silva; Grossi; França, 2010, p. 4)", "[Yasbek, 2004 apud @silva, p. 4]")]),
        ("See *Blue Gold: World Water Wars* (2008).", [("(2008)", "[@gold]")]),
        ("So (Connell [1990] 2003, 33).", [("(Connell [1990] 2003, 33)", "[@connell, 33]")]),
        ("So (vgl. BMZ 2023, p. 3; ebd., p. 5).",
         [("(vgl. BMZ 2023, p. 3; ebd., p. 5)", "[vgl. @bmz, p. 3; @bmz, p. 5]")]),
        ("So (Global Forest Watch [no date]).", [("(Global Forest Watch [no date])", "[@gfw]")]),
        ("So (Blue Gold, 2008).", [("(Blue Gold, 2008)", "[@gold]")]),
        ("So (https://cpj.org/reports/deadly).", [("(https://cpj.org/reports/deadly)", "[@cpj]")]),
        ("Rains fail (Okafor). So (Adeyemi and O’Brien).",
         [("(Okafor)", "[@okafor]"), ("(Adeyemi and O’Brien)", "[@adeyemi20]")]),
        ("It is “a thirsty war” (qtd. in Okafor 7).", [("(qtd. in Okafor 7)", "[qtd. in @okafor, 7]")]),
        ("As Okafor puts it, wells are “not dry but closed” (31).", [("(31)", "[@okafor, 31]")]),
        ("So (UN Women, 2020, p. 2).", [("(UN Women, 2020, p. 2)", "[@about, p. 2]")]),
    ],
)  # fmt: skip
def test_citations_are_found(line: str, citations: list[tuple[str, str]]) -> None:
    assert found_in(line) == citations


@pytest.mark.parametrize(
    "line",
    [
        "The fund (UNICEF) helps.",
        "The treaty of (March 2019) came.",
        "People (about 45) left (Article 12, 1999).",
        "The Convention (1989) holds, and Okafor's book (2018).",
        "An interview (Okafor, personal interview) and a list [3].",
        "Okafor (31) lives there, and names two reasons: (1) rain and (2) war. Wells were dry (31).",
        "A state (Jordan) helped. Jordan has many camps (31). Salman wrote two texts (31).",
    ],
)
def test_other_parentheses_stay(line: str) -> None:
    assert found_in(line) == []


def test_a_link_leads_to_the_source_that_has_its_address() -> None:
    address = "https://cpj.org/reports/deadly"
    text = (Run("So ("), Run("the ", address=address), Run("CPJ’s list", address=address), Run(")."))
    assert [as_markdown(each.citations, "en") for each in find_citations(text, KNOWN, "en")] == ["[@cpj]"]


@pytest.mark.parametrize(
    "printed", ["(UNICEF, 2021)", "(Committee of Journalists, 2023)", "(Smith, 2004)", "(Smith & Lee, 2004, p. 3)"]
)
def test_what_fits_no_source_for_certain_is_a_doubt(printed: str) -> None:
    (found,) = find_citations(text_of(f"It is so {printed}."), KNOWN, "en")
    assert (found.citations, found.doubt != "") == ((), True)


def test_an_abbreviation_that_the_document_gives_leads_to_its_maker() -> None:
    known = with_short_names(KNOWN, ["UNICEF works with the Committee to Protect Journalists (ComPJ)."])
    assert found_in("So (ComPJ, 2023).", known) == [("(ComPJ, 2023)", "[@cpj]")]


def test_numbers_lead_to_a_numbered_list() -> None:
    assert found_in("So [1], [3, p. 5] and [2]–[3].", NUMBERED) == [
        ("[1], [3, p. 5]", "[@okafor; @adeyemi20, p. 5]"),
        ("[2]–[3]", "[@adeyemi19; @adeyemi20]"),
    ]
    assert found_in("So [1, 4-6], [2; 3] and [5 p. 12].", NUMBERED) == [
        ("[1, 4-6], [2; 3]", "[@okafor; @state; @water; @who; @adeyemi19; @adeyemi20]"),
        ("[5 p. 12]", "[@water, p. 12]"),
    ]


def test_ibid_leads_to_the_paragraph_before() -> None:
    (before,) = find_citations(text_of("Rains fail (Okafor 45)."), KNOWN, "en")
    (found,) = find_citations(text_of("It is so (ibid., 46)."), KNOWN, "en", before.citations)
    assert as_markdown(found.citations, "en") == "[@okafor, 46]"
    assert find_citations(text_of("It is so (ibid., 46)."), KNOWN, "en") == ()


def test_a_citation_of_a_reference_manager_stays() -> None:
    text = (Run("So "), Run("(Okafor 45)", cited=(CitedItem("ITEM-1"),)), Run("."))
    assert find_citations(text, KNOWN, "en") == ()


def test_a_paragraph_names_its_sources_by_their_keys() -> None:
    text = (Run("Rains "), Run("fail", italic=True), Run(" (see Okafor 45), say (UNICEF, 2021)."))
    written = with_citations(text, find_citations(text, KNOWN, "en"))
    assert written == (
        Run("Rains "),
        Run("fail", italic=True),
        Run("", cited=(CitedItem("okafor", "see", ", 45"),)),
        Run(", say (UNICEF, 2021)."),
    )


def test_a_paragraph_without_citations_stays() -> None:
    text = text_of("Rains *fail*.")
    assert with_citations(text, find_citations(text, KNOWN, "en")) is text


@pytest.mark.parametrize(
    ("raised", "citation"),
    [
        ("1", "[@okafor]"),
        ("4(p12)", "[@state, p. 12]"),
        ("2, 4–5", "[@adeyemi19; @state; @water]"),
        ("17", ""),
        ("th", ""),
    ],
)
def test_raised_numbers_cite_a_numbered_list(raised: str, citation: str) -> None:
    text = (Run("Rains fail."), Run(raised, superscript=True), Run(" So it is."))
    found = find_citations(text, NUMBERED, "en")
    assert [as_markdown(each.citations, "en") for each in found] == ([citation] if citation else [])
    assert find_citations(text, KNOWN, "en") == ()


def test_a_power_cites_nothing() -> None:
    assert find_citations((Run("There are 10"), Run("3", superscript=True)), NUMBERED, "en") == ()
