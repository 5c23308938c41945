"""Tests of studyguide.organisations: what is an organisation among names, and what is a person."""

import pytest

from studyguide.organisations import in_braces, is_organisation


@pytest.mark.parametrize(
    "name",
    [
        "UN Women",
        "United Nations Office on Drugs and Crime",
        "Office of the High Commissioner for Human Rights",
        "World Health Organization",
        "European Commission",
        "Amnesty International",
        "UN Committee on Economic, Social and Cultural Rights",
        "Bank of England",
        "Ministry of Justice",
        "Human Rights Watch",
        "Small Press, Ltd.",
    ],
)
def test_organisations(name: str) -> None:
    assert is_organisation(name)


@pytest.mark.parametrize(
    "name",
    [
        "Banks, Anna",
        "Court, John",
        "Anna Bank",
        "Kate Church",
        "Council, Jane",
        "van der Berg, Jan",
        "King, Jr., Martin Luther",
        "Ludwig van Beethoven",
        "Maria de la Cruz",
        "UNICEF",
        "{UN Women}",
        "others",
    ],
)
def test_people_and_what_needs_no_braces(name: str) -> None:
    assert not is_organisation(name)


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ("Smith, Anna and UN Women", "Smith, Anna and {UN Women}"),
        ("Food and Agriculture Organization", "{Food and Agriculture Organization}"),
        (
            "United Nations Office on Drugs and Crime and Smith, Anna",
            "{United Nations Office on Drugs and Crime} and Smith, Anna",
        ),
        ("{Health and Work} and Smith, Anna", "{Health and Work} and Smith, Anna"),
        ("Smith, Anna and Lee, Kim", "Smith, Anna and Lee, Kim"),
        ("World Bank and others", "{World Bank} and others"),
    ],
)
def test_each_organisation_gets_its_braces(names: str, written: str) -> None:
    assert in_braces(names) == written
