"""Tests of markdown.heading_ids: ids that can be read, and anchors for those that were."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify

from studyguide.markdown.heading_ids import readable_slug
from tests.helpers import read


@pytest.mark.parametrize(
    ("heading", "id"),
    [
        ("Жертвы и семьи", "жертвы-и-семьи"),
        ("Приёмный ребёнок: йод", "приёмный-ребёнок-йод"),
        ("Бо\u0301льшая часть", "большая-часть"),  # a stress, which only teaching texts have
        ("儿童权利：定义？", "儿童权利定义"),
        ("حقوق الطفل", "حقوق-الطفل"),
        ("حُقُوقُ الطِّفْل", "حقوق-الطفل"),
        ("Βία κατά παιδιών", "βία-κατά-παιδιών"),
        ("बाल अधिकार", "बाल-अधिकार"),
        ("สิทธิเด็ก", "สิทธิเด็ก"),
        ("Maßnahmen", "massnahmen"),
        ("Çocuk İşçiliği ve Kışı", "cocuk-isciligi-ve-kisi"),
        ("L’État et l’œuvre", "letat-et-loeuvre"),
        ("Роль UNODC в 2030 году", "роль-unodc-в-2030-году"),
        ("２０３０年", "2030年"),
    ],
)
def test_an_id_can_be_read(heading: str, id: str) -> None:
    chapter, _ = read(f"## {heading}\n")
    assert [section.id for section in chapter.sections] == [id]


@given(st.text("abcXYZ 019_-.,:;!?'’“”()/&éèüöäçñåõ—–… ", max_size=40))
def test_other_ids_are_those_of_python_markdown(text: str) -> None:
    assert readable_slug(text, "-") == slugify(text, "-")


def test_headings_do_not_depend_on_those_before() -> None:
    ids = [section.id for section in read("# Дети\n\n## Ещё\n\n## Права\n")[0].sections]
    assert ids == ["дети", "ещё", "права"]
    assert [section.id for section in read("# Дети\n\n## Права\n")[0].sections] == ["дети", "права"]


def test_an_id_that_was_made_of_letters_is_kept_as_an_anchor() -> None:
    chapter, html = read("# Maßnahmen\n\n## Жертвы\n\n## Роль UNODC\n\n## Роль UNODC {#unodc-role}\n")
    assert {"massnahmen", "manahmen", "жертвы", "роль-unodc", "unodc"} <= chapter.ids
    assert re.findall(r'<span id="([^"]*)">', html) == ["manahmen", "unodc"]
    assert [section.title for section in chapter.sections] == ["Maßnahmen", "Жертвы", "Роль UNODC", "Роль UNODC"]


def test_a_former_id_that_is_in_use_stays_where_it_is() -> None:
    _, html = read("# T\n\n## Роль UNODC\n\n## UNODC\n\n## В UNODC\n")
    assert '<h2 id="unodc">' in html
    assert "<span id=" not in html


def test_a_chapter_says_nothing_of_the_one_before() -> None:
    read("# Maßnahmen\n")
    assert "<span id=" not in read("# Massnahmen\n")[1]


def test_a_heading_without_letters_has_the_id_of_its_place() -> None:
    assert [section.id for section in read("# T\n\n## ？\n")[0].sections] == ["t", "_1"]
