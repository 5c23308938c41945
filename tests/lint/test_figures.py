"""Tests of lint.figures: which numbers of a language are figures, and which are years, ages or parts of a text."""

import pytest

from studyguide.lint.figures import find_figure

FIGURES = [
    ("ar", "بلغ العدد ١٬٢٣٤ حالة.", "١٬٢٣٤"),
    ("ar", "شاركت 193 دولة في المؤتمر.", "193 دولة"),
    ("ar", "وشاركت فيه ١٢٠ دولة.", "١٢٠ دولة"),
    ("ar", "ارتفعت بنسبة 12.5 في المائة.", "12.5 في المائة"),
    ("ar", "ارتفعت بنسبة ٣٥٪.", "٣٥٪"),
    ("ar", "خصص الصندوق 3 ملايين.", "3 ملايين"),
    ("ar", "واحد من كل خمسة أطفال.", "واحد من كل خمسة"),
    ("de", "Es waren 29.397.681 Meldungen.", "29.397.681"),
    ("de", "Es waren 1.234,5 Tonnen.", "1.234,5"),
    ("de", "Das sind 12,5 % davon.", "12,5 %"),
    ("de", "Das sind 12,5 Prozent davon.", "12,5 Prozent"),
    ("de", "Es kostet 3,5 Mrd. Euro.", "3,5 Mrd."),
    ("de", "Dort leben 120 Kinder.", "120 Kinder"),
    ("de", "Eines von fünf Kindern kennt es.", "Eines von fünf"),
    ("el", "Ήταν 1.234 αναφορές.", "1.234"),
    ("el", "Αυτό είναι 12,5 τοις εκατό.", "12,5 τοις εκατό"),
    ("el", "Συμμετείχαν 120 χώρες.", "120 χώρες"),
    ("el", "Ένα στα πέντε παιδιά.", "Ένα στα πέντε"),
    ("es", "Hubo 1.234 casos.", "1.234"),
    ("es", "Es el 12,5 por ciento.", "12,5 por ciento"),
    ("es", "Participaron 190 países.", "190 países"),
    ("es", "Uno de cada cinco niños.", "Uno de cada cinco"),
    ("fr", "Il y a eu 29\u202f397\u202f681 cas.", "29\u202f397\u202f681"),
    ("fr", "Il y a eu 29 397 681 cas.", "29 397 681"),
    ("fr", "Cela fait 12,5\u00a0% du total.", "12,5\u00a0%"),
    ("fr", "On compte 3 millions de cas.", "3 millions"),
    ("fr", "Un sur cinq le sait.", "Un sur cinq"),
    ("fr", "Il coûte 16,5 €.", "16,5 €"),
    ("pt", "Houve 1.234 casos.", "1.234"),
    ("pt", "Foram 3 milhões.", "3 milhões"),
    ("pt", "Uma em cada cinco crianças.", "Uma em cada cinco"),
    ("ru", "Было 1 234 567 случаев.", "1 234 567"),
    ("ru", "Это 12,5 процента.", "12,5 процента"),
    ("ru", "Это 3 млн случаев.", "3 млн"),
    ("ru", "В нём участвуют 193 государства.", "193 государства"),
    ("ru", "Один из пяти знает.", "Один из пяти"),
    ("tr", "Toplam 1.234 olay.", "1.234"),
    ("tr", "Bunların %12,5 kadarı.", "%12,5"),
    ("tr", "Bunların yüzde onu.", "yüzde onu"),
    ("tr", "Toplantıya 193 ülke katıldı.", "193 ülke"),
    ("tr", "Her beş çocuktan biri bilir.", "beş çocuktan biri"),
    ("zh", "共有1,234起。", "1,234"),
    ("zh", "占12.5%。", "12.5%"),
    ("zh", "约有300万人。", "300万"),
    ("zh", "有193个国家参加。", "193个国"),
    ("zh", "百分之三十的人知道。", "百分之三十"),
    ("zh", "五分之一的人知道。", "五分之一"),
    ("it", "Sono stati 1.234 casi, il 12,5%.", "1.234"),
]


@pytest.mark.parametrize(("language", "text", "figure"), FIGURES)
def test_figures(language: str, text: str, figure: str) -> None:
    found = find_figure(text, language)
    assert found is not None
    assert found["figure"] == figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "اعتمدت الاتفاقية في 20 نوفمبر 1989، وتنص المادة 193 على ذلك."),
        ("ar", "الطفل هو من لم يبلغ 18 سنة."),
        ("de", "Am 20.11.1989 nahm die Versammlung sie an; nach Artikel 120 gilt sie für Kinder unter 18 Jahren."),
        ("el", "Στις 20.11.1989· το άρθρο 120 ισχύει έως 18 ετών."),
        ("es", "El 20 de noviembre de 1989; el artículo 120 vale hasta los 18 años."),
        ("fr", "Le 20 novembre 1989 ; l’article 120 vaut jusqu’à 18 ans."),
        ("pt", "Em 20 de novembro de 1989; o artigo 120 vale até os 18 anos."),
        ("ru", "20 ноября 1989 г.; статья 120 действует до 18 лет."),
        ("tr", "20 Kasım 1989'da; madde 120 uyarınca 18 yaşına kadar."),
        ("zh", "1989年11月20日通过，第120条适用于未满18岁的人。"),
    ],
)
def test_years_ages_and_articles_are_none(language: str, text: str) -> None:
    assert find_figure(text, language) is None
