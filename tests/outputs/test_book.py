"""What can be said of an output's file."""

from studyguide.labels.catalogue import ENGLISH
from studyguide.outputs.book import OutputFile


def test_the_length_is_told_in_pages() -> None:
    assert (OutputFile(b"", 1).length(ENGLISH), OutputFile(b"", 2).length(ENGLISH)) == ("1 page", "2 pages")


def test_the_size_is_told_in_thousands_of_bytes() -> None:
    assert OutputFile(b"x" * 1_499, 1).size(ENGLISH) == "1 KB"
    assert OutputFile(b"x" * 579_600, 1).size(ENGLISH) == "580 KB"
