"""Tests of data.title_capitals: capitals of titles, by the MLA Handbook (section 2.90) and by what a name is."""

import pytest

from studyguide.data.bibliography import read_sources
from studyguide.data.title_capitals import (
    lower_case_words,
    out_of_capitals,
    title_case,
    with_protected_capitals,
    with_protected_names,
)
from studyguide.diagnostics.source_text import SourceFile


@pytest.mark.parametrize(
    ("title", "cased"),
    [
        (
            "Preventing the online sexual exploitation and abuse of children",
            "Preventing the Online Sexual Exploitation and Abuse of Children",
        ),
        ("the UN adopts the CRC", "The UN Adopts the CRC"),
        ("What the guide is about", "What the Guide Is About"),
        ("Effects: the child's view", "Effects: The Child's View"),
        ("self-generated images of the eSafety office", "Self-Generated Images of the eSafety Office"),
        ("“a hotline” and after", "“A Hotline” and After"),
        ("Why? an answer", "Why? An Answer"),
        ("1990s", "1990s"),
        ("élan in the union", "Élan in the Union"),
        ("", ""),
    ],
)
def test_capitals(title: str, cased: str) -> None:
    assert title_case(title) == cased


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("THE RIGHT TO WATER: A GUIDE", "The Right to Water: A Guide"),
        ("UNICEF AND THE RIGHTS OF CHILDREN IN WORLD WAR II", "UNICEF and the Rights of Children in World War II"),
        ("COVID-19 AND CHILDREN'S SCHOOLS", "COVID-19 and Children's Schools"),
        ("Water for the UN", "Water for the UN"),
        ("UNESCO", "UNESCO"),
        ("NIME 2001 OECD", "NIME 2001 OECD"),
        ("HIV/AIDS", "HIV/AIDS"),
        ("\u6c34\u306e\u6a29\u5229", "\u6c34\u306e\u6a29\u5229"),
    ],
)
def test_a_title_in_capitals(title: str, printed: str) -> None:
    assert out_of_capitals(title) == printed


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("Water Rights in South Sudan", "Water Rights in {South Sudan}"),
        ("The United Nations and the European Union", "The {United Nations} and the {European Union}"),
        ("Kenya's Wells", "{Kenya}'s Wells"),
        ("Water security in Nairobi and the Nile basin", "Water security in {Nairobi} and the {Nile} basin"),
        ("A study of an FTDI-based controller in rivers", "A study of an {FTDI}-based controller in rivers"),
        ("The work of China-led firms in post-Soviet states", "The work of {China}-led firms in post-{Soviet} states"),
        (
            "How non-EU states met Ban Ki-moon in Port-au-Prince",
            "How non-{EU} states met {Ban Ki-moon} in {Port-au-Prince}",
        ),
        (
            "How rivers---The Nile among them---fill in the south",
            "How rivers---The {Nile} among them---fill in the south",
        ),
        ("The use of X-ray images in the south", "The use of {X}-ray images in the south"),
        ("The work of al-Hasan in the south", "The work of {al-Hasan} in the south"),
        ("Intra-Andean Trade in the Amazon", "Intra-{Andean} Trade in the {Amazon}"),
        ("Wells: A study of Kofi Annan's speeches", "Wells: A study of {Kofi Annan's} speeches"),
        ("A {Kenya} Reader in Kenya", "A {Kenya} Reader in {Kenya}"),
        (r"\\emph{Kenya} Today", r"\\emph{Kenya} Today"),
        ("Water Wars", "Water Wars"),
        ("Wars over Water", "Wars over Water"),
        ("What May Happen in March", "What May Happen in March"),
    ],
)
def test_names_in_a_title_are_protected(title: str, protected: str) -> None:
    assert with_protected_capitals(title) == protected


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("Water Wars in the Andes", "Water Wars in the {Andes}"),
        ("The Colour of Johannesburg's Rivers", "The Colour of {Johannesburg's} Rivers"),
        ("Children's Organisations Re-Using TikTok Videos", "Children's Organisations Re-Using {TikTok} Videos"),
        ("Fishing by Inuit", "Fishing by {Inuit}"),
        ("An Intra-Danubian Market", "An Intra-{Danubian} Market"),
        ("Wells from Guinea-Bissau and Lakes", "Wells from {Guinea-Bissau} and Lakes"),
        ("The FTDI-Based and UNICEF-funded Wells", "The {FTDI}-Based and {UNICEF}-funded Wells"),
        ("The Datafication of the Mekong", "The Datafication of the {Mekong}"),
        ("The {Danube} and the Srebrenica Dam", "The {Danube} and the {Srebrenica} Dam"),
        (r"On \emph{Water} and the Mekong", r"On \emph{Water} and the {Mekong}"),
        ("water wars in the andes", "water wars in the andes"),
        ("What Women Said Online: Cyberbullying Reports", "What Women Said Online: Cyberbullying Reports"),
    ],
)
def test_words_that_english_does_not_know_are_protected(title: str, protected: str) -> None:
    assert with_protected_names(title) == protected


def test_a_word_that_stands_in_lower_case_elsewhere_is_no_name() -> None:
    common = lower_case_words(["A taptop, and the armtops", "See https://www.mekong.org/nile and lee@danube.org"])
    assert common >= {"taptop", "armtops"}
    assert common.isdisjoint(("mekong", "nile", "danube"))
    title = "Desktop, Taptop and the Mekong, with a TapTop"
    assert with_protected_names(title, common) == "Desktop, Taptop and the {Mekong}, with a {TapTop}"


def test_a_word_that_texts_have_more_often_with_a_capital_is_a_name() -> None:
    titles, texts = (
        ["a linux box", "The soundscapes"],
        ["We use Linux, and Linux alone, for Soundscapes and soundscapes."],
    )
    assert lower_case_words(titles, texts) >= {"soundscapes"}
    assert "linux" not in lower_case_words(titles, texts)


@pytest.mark.parametrize(
    ("title", "fix"),
    [
        ("title = {THE {UN} AND WATER RIGHTS}", "Write title = {The UN and Water Rights}, with capitals in names."),
        ("langid = {french},\n  title = {LES DROITS DES ENFANTS}", "Write it in small letters."),
        ("title = {The UN and Water Rights}", ""),
        (r"title = {\textsc{THE UN AND WATER RIGHTS}}", ""),
    ],
)
def test_the_check_tells_a_title_in_capitals(title: str, fix: str) -> None:
    _, problems = read_sources(SourceFile("b.bib", f"@book{{a, publisher = {{P}}, date = {{2001}},\n  {title}}}"))
    assert [problem.words for problem in problems] == (
        [f"This title is in capitals, and is printed so. {fix}"] if fix else []
    )
    assert all(problem.is_warning for problem in problems)
