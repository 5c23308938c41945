"""Tests of markdown.inflection.turkish: harmony, stems that change, compounds, and other words that are near."""

import pytest

from studyguide.markdown.inflection.turkish import capitals, fold, forms_in_name, forms_of


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("kitap", "kitabı kitabın kitaplar kitapta kitabında"),
        ("renk", "rengi renginin renkler renkten"),
        ("genç", "genci gençler gençlerin"),
        ("suç", "suçu suçun suçta suçlar"),
        ("hukuk", "hukuku hukukun"),
        ("hüküm", "hükmü hükmün hükümler"),
        ("kayıp", "kaybı kayıplar"),
        ("saat", "saati saate saatler saatlerin"),
        ("ihlal", "ihlali ihlaller ihlallerin"),
        ("güç", "gücü güce güçler"),
        ("ülke", "ülkenin ülkeyi ülkesi ülkemiz ülkelerimizde"),
        ("ev", "evi evin evler evimiz evlerinden"),
    ],
)
def test_forms_of_a_noun(word: str, forms: str) -> None:
    assert set(forms.split()) - forms_of(word) == set()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("birlik", "birlikte"),  # a union: together
        ("ilişki", "ilişkin"),  # a relation: regarding
        ("at", "adı ada"),  # a horse: a name, an island
        ("aç", "acı"),  # hungry: pain
        ("iz", "izim"),
        ("evre", "evren"),  # a phase: the universe
        ("yazı", "yazları"),  # a text: summers
        ("çocuk", "çocukluk çocuksuz çocuklu çocukça çocukcu"),
    ],
)
def test_makes_no_other_words(word: str, others: str) -> None:
    assert set(others.split()) & forms_of(word) == set()


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("sözleşmesi", "sözleşmesinin sözleşmesine sözleşmeleri sözleşmelerinin sözleşmesindeki"),
        ("hakkı", "hakkını hakları haklarından"),
        ("hükmü", "hükmünün hükümleri"),
        ("protokolü", "protokolüne protokolleri"),
        ("meclisi", "meclisinin meclisleri"),
        ("ağı", "ağının ağları"),
        ("suyu", "suyunun suları"),
    ],
)
def test_last_noun_of_a_compound_inflects_behind_its_possessive(word: str, forms: str) -> None:
    assert set(forms.split()) - forms_in_name(word, 1, 2) == set()


def test_other_nouns_of_a_compound_do_not_inflect() -> None:
    assert forms_in_name("insan", 0, 2) == {"insan"}


def test_dotted_and_dotless_i_are_two_letters() -> None:
    assert (fold("ISPARTA"), fold("İZMİR")) == ("ısparta", "izmir")
    assert tuple(capitals("ısı içi")) == ("ISI İÇİ",)
    assert fold("i\u0307ç") == "iç"
