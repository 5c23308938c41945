"""Tests of outputs.bidi: what is isolated in pages that run from right to left, and what stays."""

import pytest

from studyguide.outputs.bidi import isolated_in_search, right_to_left


@pytest.mark.parametrize(
    ("html", "isolated"),
    [
        ("<p>المواد 12-15.</p>", '<p>المواد <span dir="ltr">12-15</span>.</p>'),
        ("<p>في 2014-12-10، ثم</p>", '<p>في <span dir="ltr">2014-12-10</span>، ثم</p>'),
        ("<td>1988–2021</td>", '<td><span dir="ltr">1988–2021</span></td>'),
        ("<p>A. 2 فبراير، 1971.</p>", '<p>A. <span dir="rtl">2 فبراير، 1971</span>.</p>'),
        ("<p>A. (1989، 20 نوفمبر). T.</p>", '<p>A. (1989، <span dir="rtl">20 نوفمبر</span>). T.</p>'),
        ("<p>A. 20 آب/أغسطس 1989.</p>", '<p>A. <span dir="rtl">20 آب/أغسطس 1989</span>.</p>'),
        ("<p>A. 3 كانون الأول/ديسمبر.</p>", '<p>A. <span dir="rtl">3 كانون الأول/ديسمبر</span>.</p>'),
        ('<a data-definition="من 12-15">', '<a data-definition="من \u206612-15\u2069">'),
        ("<p>درجة −5</p>", '<p>درجة <span dir="ltr">−5</span></p>'),
        ("<p>+962-6-555</p>", '<p><span dir="ltr">+962-6-555</span></p>'),
        ("<p>(https://a.example/168(II)).</p>", '<p>(<span dir="ltr">https://a.example/168(II)</span>).</p>'),
        ("<p>(انظر www.a.example)</p>", '<p>(انظر <span dir="ltr">www.a.example</span>)</p>'),
        ("<p>انظر https://a.example/x.</p>", '<p>انظر <span dir="ltr">https://a.example/x</span>.</p>'),
        (
            '<a href="/">https://a.example/سد_مأرب/خزان?ل=1</a>',
            '<a href="/"><span dir="ltr">https://a.example/<span dir="rtl">سد_مأرب</span>/<span dir="rtl">خزان</span>'
            '?<span dir="rtl">ل</span>=1</span></a>',
        ),
    ],
)
def test_what_runs_from_the_left_is_isolated(html: str, isolated: str) -> None:
    assert right_to_left(html) == isolated


@pytest.mark.parametrize(
    "html",
    [
        "<p>1,234.5 و12/15 و10:30</p>",  # which the algorithm keeps whole
        "<p>من ١٢-١٥</p>",
        "<p>20 شخصا و3 آبار</p>",
        "<p>COVID-19 وA/RES/54-B</p>",
        '<p title="12-15">نص</p>',
        "<code>12-15</code>",
        "<svg><text>12-15</text></svg>",
        "<script>x = 12-15</script>",
        "<bdi>12-15</bdi>",
        "<option>12-15 (3)</option>",
        "<!-- 12-15 -->",
        "<head><title>12-15</title></head>",
    ],
)
def test_what_is_seen_right_or_holds_no_markup_stays(html: str) -> None:
    assert right_to_left(html) == html


def test_a_page_has_its_direction_once() -> None:
    assert right_to_left('<html lang="ar" class="no-js"><body>') == '<html lang="ar" class="no-js" dir="rtl"><body>'
    assert right_to_left('<html dir="ltr">') == '<html dir="ltr">'


@pytest.mark.parametrize(
    ("html", "isolated"),
    [
        ("<p>من 5–13 نوفمبر</p>", "<p>من \u20665–13\u2069 نوفمبر</p>"),
        ("<p>https://a.example/سد</p>", "<p>\u2066https://a.example/\u2067سد\u2069\u2069</p>"),
        ("<li>سد مأرب</li>", "<li>سد مأرب</li>"),
    ],
)
def test_search_shows_isolates_without_elements(html: str, isolated: str) -> None:
    assert isolated_in_search(html) == isolated
