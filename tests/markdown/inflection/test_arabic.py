"""Tests of markdown.inflection.arabic: what particles and endings do to letters, and other words that are near."""

import pytest

from studyguide.markdown.inflection.arabic import INFLECTION, fold, forms_in_name, forms_of


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("ضحية", "والضحية ضحيتهم ضحيتان ضحيات ضحيتي"),
        ("فتاة", "الفتيات فتاتان فتاتها"),
        ("منشأة", "المنشآت منشأتان"),
        ("مستوى", "المستوى مستواه مستويات مستويين"),
        ("اعتداء", "اعتداؤها اعتدائهم اعتداءات اعتداءاتهم"),
        ("لغم", "للغم اللغم لغما"),
        ("اللاجئون", "لاجئون اللاجئين لاجئو لاجئيها"),
        ("التحاق", "الالتحاق بالتحاق التحاقهم"),
        ("مواطن", "المواطنين لمواطنيها ومواطنوها"),
        ("الحق", "حق والحق للحق حقها"),
    ],
)
def test_forms_of_a_word(word: str, forms: str) -> None:
    assert set(forms.split()) - set(forms_of(word)) == set()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("دين", "والدين بدين"),  # a debt: parents, fat
        ("بحر", "البحرين"),  # a sea: Bahrain
        ("رق", "ورق فرق برق"),  # slavery: paper, difference, lightning
        ("زيت", "زيتون"),  # oil: olives
        ("جنس", "جنسي جنسية"),  # sex: sexual, nationality
        ("مدرس", "مدرسة المدرسة"),  # a teacher: a school
        ("عدو", "عدوان"),  # an enemy: aggression
        ("خدم", "خدمات"),  # servants: services
        ("ضد", "ضده الضد وضد"),
    ],
)
def test_makes_no_other_words(word: str, others: str) -> None:
    assert set(others.split()) & set(forms_of(word)) == set()


def test_an_adjective_agrees_and_takes_no_particle() -> None:
    forms = set(forms_in_name("المسلح", 1, 2))
    assert {"المسلح", "مسلح", "مسلحا", "المسلحة", "مسلحة", "المسلحين"} <= forms
    assert {"والمسلح", "بالمسلح", "ومسلح"} & forms == set()


def test_a_particle_within_a_name_is_kept() -> None:
    assert {"بالأشخاص", "بأشخاص"} <= set(forms_in_name("بالأشخاص", 1, 2))
    assert {"للطفل", "لطفل"} <= set(forms_in_name("للطفل", 1, 2))
    assert "الأشخاص" not in set(forms_in_name("بالأشخاص", 1, 2))


def test_hamzas_may_lack_but_are_not_confused() -> None:
    keys = INFLECTION.keys("إعلام")
    assert {"الإعلام", "الاعلام"} <= keys
    assert {"أعلام", "الأعلام"} & keys == set()


def test_folds_what_texts_may_leave_out() -> None:
    assert fold("الأُسْـرَة") == "الأسرة"
    assert fold("على") != fold("علي")
    assert fold("مدرسه") != fold("مدرسة")
