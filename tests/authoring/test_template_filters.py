"""An answer shows letter for letter, whatever it holds, and a bad one is told in plain words."""

from xml.etree.ElementTree import fromstring

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.escapes import in_markdown, in_yaml
from studyguide.authoring.template_filters import fault_in, without_office
from tests.helpers import markdown_with

SIGNS = st.text(st.sampled_from("\"'#:;{}[]()<>&*_`\\|!-+=@$%~^/. a1Äλ日\xa0"), min_size=1)
LINES = st.one_of(SIGNS, st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))


@given(LINES)
def test_an_answer_stays_itself_in_yaml(answer: str) -> None:
    assert yaml.safe_load(f"name: {in_yaml(answer)}\nother: x\n") == {"name": answer, "other": "x"}


@pytest.mark.parametrize("answer", ["", "No", "12:30", "2024-01-01", "~", "- a", "a\nb"])
def test_an_answer_stays_a_text_in_yaml(answer: str) -> None:
    assert yaml.safe_load(f"name: {in_yaml(answer)}") == {"name": answer}


def test_a_plain_answer_has_no_signs_around_it() -> None:
    plain = "Preventing drugs & crime (UNODC) – Über-Ελλάδα, it's on"
    assert in_yaml(plain) == plain
    assert in_markdown(plain) == plain


def test_an_office_stands_behind_the_comma_of_any_script() -> None:
    answers = ("Anna Smith and Ben Lee, Chairs", "ليلى حداد، رئيسة", "王五，主席", "Anna Smith")
    assert [without_office(answer) for answer in answers] == [
        "Anna Smith and Ben Lee",
        "ليلى حداد",
        "王五",
        "Anna Smith",
    ]


@pytest.mark.parametrize("line", ["# {}", "- **Topic:** {}", "A guide for {}, as a website."])
@given(answer=LINES.map(lambda answer: " ".join(answer.split())).filter(bool))
def test_an_answer_stays_itself_in_markdown(line: str, answer: str) -> None:
    html = markdown_with().convert(line.format(in_markdown(answer)))
    shown = "".join(fromstring(f"<div>{html.replace('&para;', '')}</div>").itertext())
    assert shown.strip() == line.replace("# ", "").replace("- ", "").replace("**", "").format(answer)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ('Anna "Ann" O\'Neil: # {{ x }} <b>', ""),
        ("Προστασία, Київ, Über, שלום", ""),
        ("« Un\xa0deux »", ""),
        (" ", "Please write an answer."),
        ("a\nb", "Please write it in one line, without tabs."),
        ("a\u2028b", "Please write it in one line, without tabs."),
        ("a\tb", "Please write it in one line, without tabs."),
        ("日本, 中国, مصر", ""),  # the guide gets a typeface for them
        ("ក", 'The handout cannot print it: the text "ក" could not be displayed with font "Libertinus Serif".'),
    ],
)
def test_what_is_wrong_with_an_answer_is_said(answer: str, fault: str) -> None:
    assert fault_in(answer) == fault
