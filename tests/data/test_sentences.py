"""Tests of data.sentences: the first sentence ends where a reader would say that it ends."""

import pytest

from studyguide.data.sentences import first_sentence

SENTENCES = [
    # Law
    "It was first used in Soering v. United Kingdom in 1989.",
    "It was first used in Soering v. The United Kingdom.",
    "It is protected by art. 5 of the treaty.",
    "It is protected by Art. XII, para. (a), of the treaty.",
    "It is protected by arts. 5 and 7.",
    "It stands in resolution no. 1325 of the Council.",
    "It stands in resolution No. A/RES/64/292 of the Assembly.",
    "Doc. A/C.3/65/L.2 was adopted.",
    "It was adopted under Ch. VII of the Charter.",
    "Reg. (EU) No. 2016/679 of the Parliament holds it.",
    "It stands in I.C.J. Reports 1986, p. 14.",
    "It stands in Vol. II of the report, ed. Miller.",
    "Cf. Art. 2 para. 3 of the Covenant.",
    "It stands in U.N. Doc. S/PV.4000 of 1999.",
    "ECtHR, App. No. 14038/88, was decided.",
    "Loi du 5 janv. 2000 holds it.",
    # Titles and names
    "It is a search service of Yahoo! Inc. and others.",
    "Yahoo! Japan is another company.",
    "It was led by the Rt. Hon. Ann Lee.",
    "It is the work of Ms. Anna Smith.",
    "It was set up by Gen. Marshall in 1947.",
    "It was set up by Lt. Gen. Lee and Maj. Gen. Fox.",
    "H.E. Ana Lee named it.",
    "Amb. Lee, the Hon. Jane Doe and Prof. Dr. Ben Fox met.",
    "J. R. R. Smith and George W. Lee wrote it.",
    "The St. Petersburg declaration holds it.",
    "The firm Acme Inc. Water Works sells it.",
    "It was led by Asst. Secretary Lee, Dep. Minister Fox and Min. Doe.",
    "Sec. Gen. Annan named it.",
    "It binds all parties, incl. France.",
    # Bodies
    "The Exec. Board of the Econ. and Soc. Council counts it.",
    "The Inter-Am. Court and the Afr. Union hold it.",
    "The Perm. Rep. of Malta, a Spec. Rapporteur and a Fed. Council met.",
    "They listed the pros and cons.",
    "They were well fed.",
    # The UN, and other initials
    "A body of the U.N. General Assembly counts it.",
    "A body of the UN.",
    "A body of the U.N.",
    "It was signed in Washington, D.C., in 1973.",
    "It was signed in Washington, D.C.",
    "They met at 5 p.m. Monday.",
    "They met at 5 p.m.",
    "This is plan B.",
    # Figures
    "It is a mean rise of 1.5 degrees.",
    "It rose by 1.5.",
    "It began on Sept. 11 of that year.",
    # Words that are abbreviations elsewhere
    "It is a work of art.",
    "The answer was no.",
    "They gave it to me.",
    "They sailed on the river, the lake, etc.",
    # Ellipses, quotations and brackets
    "Rivers, lakes … and seas.",
    "Rivers, lakes ... Caspian and other seas.",
    "He said: “Stop. Go now.”",
    'He said: "Stop. Go now." and left.',
    "“Water is life.” is what he said.",
    "It is dry (see Fig. 2. It shows all) and hot.",
    "It is (in short.)",
    # Other signs
    "Is it fair?",
    "Is it fair?!",
    "Wow! is what they said.",
]
FOLLOWING = ["The next begins.", "It is dry.", "In 1990 it ended.", "“Is it?” she asked.", "(They knew.)", ""]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_ends_where_it_ends(sentence: str) -> None:
    assert {first_sentence(f"{sentence} {more}".strip()) for more in FOLLOWING} == {sentence}


@pytest.mark.parametrize(
    ("sentence", "more"),
    [
        ("Water is short.", "2 billion people lack it."),
        ("It is a work of art.", "Artists made it."),
        ("The answer was no.", "Nobody voted."),
        ("A body of the UN.", "Members elect it."),
        ("Water is short.", "Élodie knows."),
        ("Water is short.", "¿Por qué?"),
        ("Water is short.", "“No,” she said."),
        ("Was it fair?", "Nobody knows."),
        ("It goes on and on ....", "Members elect it."),
        ("Two states agreed in 1990.", "Europe followed."),
        ("He said “stop”.", "Europe followed."),
        ("A rule (of law).", "Europe followed."),
        ("पानी जीवन है।", "यह सच है।"),
        ("水就是生命。", "这是真的。"),
        ("الماء حياة؟", "نعم."),
    ],
)
def test_the_next_may_begin_with_any_word(sentence: str, more: str) -> None:
    assert first_sentence(f"{sentence} {more}") == sentence


@pytest.mark.parametrize("text", ["", "No full stop", "A quotation “that. Never ends", "An odd ) bracket", "..."])
def test_a_text_of_one_sentence_stays_whole(text: str) -> None:
    assert first_sentence(text) in (text, "A quotation “that.")


def test_a_roman_five_is_no_versus() -> None:
    assert first_sentence("It is governed by Chapter V. It ends there.") == "It is governed by Chapter V."
    assert first_sentence("It is run by Yahoo! It has an office.") == "It is run by Yahoo!"
