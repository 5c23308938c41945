"""Tests of data.corporate_authors: an organisation gets braces of its own, and no person does."""

import json

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.corporate_authors import in_braces, is_corporate_author, names_in

ORGANISATIONS = [
    "UN Women",
    "BBC News",
    "World Bank",
    "World Health Organization",
    "European Commission",
    "Ministry of Justice",
    "Small Press, Ltd.",
    "Bank of England",
    "Google, Inc.",
    "Human Rights Watch",
    "Amnesty International",
    "UN. Secretary-General",
    "{UN}. {Secretary-General}",
    "Bill \\& Melinda Gates Foundation",
    "Save the Children",
    "Food and Agriculture Organization",
    "United Nations Office on Drugs and Crime",
    "Centers for Disease Control and Prevention",
    "Department of Health, Education, and Welfare",
    "Office of the High Commissioner for Human Rights",
    "UN Committee on Economic, Social and Cultural Rights",
    "United Nations, Department of Economic and Social Affairs",
    "MUN Athens",
    "Sekretariat der Konferenz",
    "Secrétariat de la conférence",
    "Ministerio de Justicia",
    "Assembleia da República",
    "Consiglio d’Europa",
    "Секретариат конференции",
    "Организация Объединённых Наций",
    "Γραμματεία του Συνεδρίου",
    "Adalet Bakanlığı",
    "أمانة المؤتمر",
    "الجمعية العامة للأمم المتحدة",
]
PEOPLE = [
    "Banks, Anna",
    "Court, John",
    "Anna Bank",
    "Kate Church",
    "van der Berg, Jan",
    "Maria de la Cruz",
    "Bank, Anna",
    "Council, Jane",
    "Center, David A.",
    "Bureau, Jean",
    "Gabrielle Union",
    "John Fund",
    "Press, Frank",
    "House, Jane",
    "Un, Kim Jong",
    "Who, Ann",
    "Singh, UN",
    "Catherine of Siena",
    "de la Court, Jean",
    "Ludwig van Beethoven",
    "King, Jr., Martin Luther",
    "Young, Iris Marion",
    "Unger Anna",
    "Anna Schmidt",
    "Max Schule",
    "Анна Советова",
    "Μαρία Πηγή",
    "Deniz Pınar",
    "ليلى حداد",
]
ONE_WORD = ["UNICEF", "Interpol", "Europol", "Parliament"]


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_an_organisation_gets_braces(name: str) -> None:
    assert in_braces(name) == f"{{{name}}}"
    assert in_braces(f"{{{name}}}") == f"{{{name}}}"
    assert in_braces(f"Smith, Ann and {name} and others") == f"Smith, Ann and {{{name}}} and others"
    assert in_braces(f"{name} and Smith, Ann") == f"{{{name}}} and Smith, Ann"


@pytest.mark.parametrize("name", [*PEOPLE, *ONE_WORD])
def test_nobody_else_does(name: str) -> None:
    assert not is_corporate_author(name)
    for names in (name, f"{name} and others", f"{name} and Lee, Kim", f"{{UN Women}} and {name}"):
        assert in_braces(names) == names


def test_pandoc_takes_each_for_a_person_without_braces_and_for_none_with_them() -> None:
    """Pandoc, which writes the notes, is the judge."""
    names = [*ORGANISATIONS, *map(in_braces, ORGANISATIONS)]
    sources = [f"@misc{{k{number}, author = {{{name}}}}}" for number, name in enumerate(names)]
    items = json.loads(pypandoc.convert_text("\n".join(sources), "csljson", format="biblatex"))
    authors = [item["author"] for item in items]
    half = len(ORGANISATIONS)
    assert all("family" in author[0] for author in authors[:half])
    assert all(len(author) == 1 and "literal" in author[0] for author in authors[half:])


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Smith, Ann and Lee, Kim", ["Smith, Ann", "Lee, Kim"]),
        ("Smith, Ann\nand  Lee, Kim", ["Smith, Ann", "Lee, Kim"]),
        ("{Sand and Sea} and Lee, Kim", ["{Sand and Sea}", "Lee, Kim"]),
        ("Ministry of Justice and European Commission", ["Ministry of Justice", "European Commission"]),
        ("UNICEF and World Bank", ["UNICEF", "World Bank"]),
        ("Smith and World Bank", ["Smith", "World Bank"]),
        ("Ministry of Justice and {UN}", ["Ministry of Justice", "{UN}"]),
        ("UN Women and Ann Lee", ["UN Women", "Ann Lee"]),
        ("", [""]),
    ],
)
def test_and_parts_names(written: str, names: list[str]) -> None:
    assert names_in(written) == tuple(names)


@given(st.lists(st.sampled_from(["UN Women", "Office on", "Crime", " and ", ", ", "{", "}", "\\&", "Smith", " "])))
def test_whatever_is_written_braces_are_put_once(parts: list[str]) -> None:
    written = "".join(parts)
    once = in_braces(written)
    assert once.replace("{", "").replace("}", "").split() == written.replace("{", "").replace("}", "").split()
    if written.count("{") == 0 == written.count("}"):
        assert in_braces(once) == once
