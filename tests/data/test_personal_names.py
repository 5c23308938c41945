"""Tests of data.personal_names: what is certain is mended as a librarian would write it, and nobody else's name is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.bibliography import read_sources
from studyguide.data.personal_names import mended_names
from studyguide.diagnostics.source_text import SourceFile

MENDED = [
    # Initials behind the family name, as medicine has them
    ("Smith J, Jones K", "Smith, J. and Jones, K."),
    ("Smith JA, van der Berg K-L, O'Brien M", "Smith, J. A. and van der Berg, K. L. and O'Brien, M."),
    ("Smith J and Jones K and others", "Smith, J. and Jones, K. and others"),
    ("Mekonnen M.M.", "Mekonnen, M. M."),
    ("Mekonnen M. M. and Hoekstra A.Y.", "Mekonnen, M. M. and Hoekstra, A. Y."),
    # Those who are not named
    ("Lee, Ann and et al.", "Lee, Ann and others"),
    ("Lee, Ann et al.", "Lee, Ann and others"),
    ("Lee, Ann, et al.", "Lee, Ann and others"),
    ("Lee, Ann and and et al.", "Lee, Ann and others"),
    ("Lee A, Fox B, et al", "Lee, A. and Fox, B. and others"),
    ("Lee, Ann [et al.]", "Lee, Ann and others"),
    ("{WHO} and et al.", "{WHO} and others"),
    # Suffixes
    ("King Jr.", "{King Jr.}"),
    ("Martin Luther King Jr.", "King, Jr., Martin Luther"),
    ("Martin Luther King, Jr.", "King, Jr., Martin Luther"),
    ("King Jr., Martin Luther", "King, Jr., Martin Luther"),
    ("King, Martin Luther, Jr.", "King, Jr., Martin Luther"),
    ("Hanna, Ralph, III and Lee, Ann", "Hanna, III, Ralph and Lee, Ann"),
    ("Jan van der Berg Sr.", "van der Berg, Sr., Jan"),
    # Organisations with their last word first
    ("Nations, United", "{United Nations}"),
    ("Fund, World Wildlife", "{World Wildlife Fund}"),
    ("Organization, World Health and Lee, Ann", "{World Health Organization} and Lee, Ann"),
    ("Bank, World", "{World Bank}"),
    ("Watch, Human Rights", "{Human Rights Watch}"),
    ("Women, UN", "{UN Women}"),
    ("Foundation, Mozilla", "{Mozilla Foundation}"),
    ("International, Amnesty", "{Amnesty International}"),
    ("Children, Save the", "{Save the Children}"),
    ("Commission, European", "{European Commission}"),
    # Organisations as they are called, or as a catalogue has them
    ("Mozilla Science Lab", "{Mozilla Science Lab}"),
    ("Corporation for National Research Initiatives", "{Corporation for National Research Initiatives}"),
    ("International Committee of the Red Cross", "{International Committee of the Red Cross}"),
    ("UN. General Assembly (64th sess. : 2009-2010)", "{UN. General Assembly}"),
    ("UN. Secretary-General (2007-2016 : Ban)", "{UN. Secretary-General}"),
    ("Kenya. Ministry of Water", "{Kenya. Ministry of Water}"),
    ("Universität Wien", "{Universität Wien}"),
    # Capitals
    ("SMITH, ANN", "Smith, Ann"),
    ("SMITH, A. B.", "Smith, A. B."),
    ("VAN DER BERG, JAN", "van der Berg, Jan"),
    ("O'BRIEN, PAT", "O'Brien, Pat"),
    ("MCDONALD, JEAN-PAUL", "McDonald, Jean-Paul"),
    ("MÜLLER, JÜRGEN", "Müller, Jürgen"),
    ("DUPONT, Jean and GARCÍA, Ana", "Dupont, Jean and García, Ana"),
    # Several without "and"
    ("Luke Dahl, Douglas Bowman, Thomas Martin", "Luke Dahl and Douglas Bowman and Thomas Martin"),
    ("A. Lee, B. Fox", "A. Lee and B. Fox"),
    ("Ann B. Lee, Tom C. Fox", "Ann B. Lee and Tom C. Fox"),
    ("Ann Lee & Ben Fox", "Ann Lee and Ben Fox"),
    (r"Ann Lee \& Ben Fox", "Ann Lee and Ben Fox"),
    ("Ann Lee, Ben Fox & Cy Day", "Ann Lee and Ben Fox and Cy Day"),
    ("Ann Lee, Ben Fox, and Cy Day", "Ann Lee and Ben Fox and Cy Day"),
    ("Lee, A.; Fox, B.", "Lee, A. and Fox, B."),
    ("Lee, Ann; Fox, Ben; Day, Cy", "Lee, Ann and Fox, Ben and Day, Cy"),
    ("Lee, A., Fox, B., & Day, C.", "Lee, A. and Fox, B. and Day, C."),
    ("Lee, A., Fox, B. B.", "Lee, A. and Fox, B. B."),
    ("Jean Dupont et Marie Martin", "Jean Dupont and Marie Martin"),
    ("Lee, Ann and and Fox, Ben", "Lee, Ann and Fox, Ben"),
    ("Lee, Ann and", "Lee, Ann"),
    # What a catalogue or a title page adds
    ("Annan, Kofi A., 1938-2018", "Annan, Kofi A."),
    ("Lee, Ann, 1950-", "Lee, Ann"),
    ("Lee, Ann, 1950- author.", "Lee, Ann"),
    ("Lee, Ann (ed.)", "Lee, Ann"),
    ("Lee, Ann, Ph.D.", "Lee, Ann"),
]  # fmt: skip
SOUND = """
    Kim Il|Ban Ki-moon|U Thant|Boutros Boutros-Ghali|van der Berg, Jan|Jan van der Berg|O'Brien, Pat|Pat O'Brien
    José María Aznar López|Aznar López, José María|Nguyễn Văn A|Li Wei|Sukarno|Maria de la Cruz|Anna Bank|John Court
    King, Jr., Martin Luther|{King Jr.}|Strong, III, Edward|{Smith J, Jones K}|{et al.}|Lee, Ann and others
    family=Gogh, given=Vincent, prefix=van|family=Nations, given=United|García Márquez, Gabriel José|Un, Kim Jong
    Malcolm X|Elizabeth II|Pope John Paul II|King Charles III|Anna K.|Subramanian S.|J. R. R. Tolkien|Tolkien, J. R. R.
    Singh, UN|Council, Jane|Center, David A.|Women, Ann|Fund, John|Bank, Anna|Young, Iris Marion|Union, Gabrielle
    Wenqi WU and Hanyu QU|Tristan WU|Smith, JA|Lee, MD|Matthews, M. D.|OECD, Paris|UNICEF|WHO|Interpol|Xi Jinping
    José Ortega y Gasset|Ramón y Cajal, Santiago|Karl-Theodor zu Guttenberg|Sweet & Maxwell|Lamb, Roland|Osman al-Tayeb
    Abd al-Rahman ibn Khaldun|Muhammad ibn Musa|Björk Guðmundsdóttir|Ng, Andrew|Andrew NG|Aung San Suu Kyi
    Charles de Gaulle|de Gaulle, Charles|d'Estaing, Valéry Giscard|St. John, Henry|Ali, Mohamed|E, Weinan|Weinan E
    A A Kuhn and L Day and Lettich E|Müller-Lüdenscheidt, Anna|Ó Súilleabháin, Seán|Ngũgĩ wa Thiong'o|bell hooks
    Lee, A. B. and Fox, C.|王伟|Иванов, Иван|Mary of Scotland|Tenzin Gyatso|Thích Nhất Hạnh|M. K. Gandhi|Nehru, J.
"""
PEOPLE = [name.strip() for line in SOUND.strip().split("\n") for name in line.split("|")]


@pytest.mark.parametrize(("written", "mended"), MENDED)
def test_what_bibtex_misreads_is_mended_and_told(written: str, mended: str) -> None:
    assert mended_names(written) == mended
    assert mended_names(mended) == mended
    assert problems_of(written) == [f"Write author = {{{mended}}}."]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_sound_name_stays_as_it_is(name: str) -> None:
    for names in (name, f"Day, Cy and {name}"):
        assert mended_names(names) == names
    assert problems_of(name) == [] or "&" in name


@pytest.mark.parametrize("names", ["A, B, C, D", "Lee, Ann, Ben, Cy, Tom"])
def test_what_is_not_certain_is_told_without_a_guess(names: str) -> None:
    assert mended_names(names) == names
    assert problems_of(names) == [
        'Write "and" between two names. An organisation stands in braces of its own: {{...}}.'
    ]


@pytest.mark.parametrize(
    ("author", "rule"),
    [
        ("Lee, Ann, Fox, Ben", "wrong-name"),
        ("Ann Lee & Ben Fox", "misread-name"),
        ("Lee, Ann, Jr.", "misread-name"),
        ("Lee, Ann et al.", "misread-name"),
        ("Nations, United", "organisation-as-person"),
        ("Nations, United and Lee, Ann, Jr.", "misread-name"),
    ],
)
def test_only_people_who_are_not_told_apart_stop_a_build(author: str, rule: str) -> None:
    (found,) = read_sources(SourceFile("b.bib", source(author)))[1]
    assert (found.rule, found.is_warning) == (rule, rule != "wrong-name")


@given(
    st.lists(st.sampled_from(["Smith", "J", "Jr.", "et al.", " and ", ", ", "{", "}", " & ", ";", " ", "UN", "(2)"]))
)
def test_mending_twice_is_mending_once(parts: list[str]) -> None:
    once = mended_names("".join(parts))
    if once.count("{") == once.count("}"):
        assert mended_names(once) == once


def source(author: str) -> str:
    return f"@book{{a, title = {{T}}, publisher = {{P}}, date = {{2001}},\n  author = {{{author}}}}}"


def problems_of(author: str) -> list[str]:
    """Return what is told to do about an author's names."""
    found = read_sources(SourceFile("b.bib", source(author)))[1]
    assert all(str(problem.where) == "b.bib:2:3" for problem in found)
    return [problem.words.partition(". ")[2] if "Write" in problem.words else problem.words for problem in found]
