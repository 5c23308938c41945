"""Tests of data.doi."""

import pytest

from studyguide.data.doi import doi_in


@pytest.mark.parametrize(
    "written",
    [
        "10.1000/182",
        " 10.1000/182\n",
        "doi:10.1000/182",
        "DOI: 10.1000/182",
        "doi 10.1000/182",
        "https://doi.org/10.1000/182",
        "http://dx.doi.org/10.1000/182",
        "https://www.doi.org/10.1000/182",
        "dx.doi.org/10.1000/182",
        "doi.org/10.1000/182",
    ],
)
def test_a_doi_is_found_without_what_stands_before_it(written: str) -> None:
    assert doi_in(written) == "10.1000/182"


@pytest.mark.parametrize("written", ["", "1", "https://x.org/10.1000/182", "10.1000", "see 10.1000/182", "10.1000/a b"])
def test_what_is_none_is_none(written: str) -> None:
    assert doi_in(written) == ""
