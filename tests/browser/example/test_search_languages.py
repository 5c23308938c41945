"""The search in other languages: what a delegate types finds the section that has the word in any of its forms.

The forms are from grammars: no native speaker has read them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.guide.test_search import ASK
from tests.browser.server import serving
from tests.built_once import build
from tests.example_guide import lay_out_engine
from tests.paths import ROOT


@dataclass(frozen=True)
class Searched:
    """A heading, the text below it, and what is typed to find it, parted by a stroke."""

    heading: str
    text: str
    typed: str

    @cached_property
    def queries(self) -> list[str]:
        return [query.strip() for query in self.typed.split("|")]


SEARCHED = {
    "ar": [
        Searched(
            "العنف ضد الأطفال",
            "لا يجوز العنف.",
            "العنف | عنف | بالعنف | والعنف | للعنف | العُنْف | عُنفٌ | الأطفال | اطفال | للأطفال | الاطفال | طفل",
        ),
        Searched("الاستغلال عبر الإنترنت", "", "استغلال | الاستغلال | باستغلال | لاستغلال | والاستغلال | اِسْتِغْلَال"),
        Searched("الاتفاقيات الدولية", "", "اتفاقية | الاتفاقية | باتفاقية | اتفاقيه | الاتفاقيات | دولية | الدوليه"),
        Searched("حقوق الأعضاء", "", "حق | حقوق | عضو | أعضاء"),
        Searched("إساءة المعاملة", "", "إساءة | اساءة | الإساءة | اساءه | معاملة | بالمعاملة"),
    ],
    "de": [
        Searched(
            "Maßnahmen der Staaten", "", "Maßnahme | Massnahme | MASSNAHMEN | Maßnahmen | Staat | Staates | staaten"
        ),
        Searched("Gefährdungen im Netz", "", "Gefährdung | Gefährdungen | gefahrdung | gefaehrdung | GEFÄHRDUNGEN"),
        Searched("Ärzte und Opfer", "", "Arzt | Ärzten | arzte | Aerzte | Opfers | Opfern | OPFER"),
    ],
    "el": [
        Searched("Η εκμετάλλευση", "", "εκμετάλλευση | εκμετάλλευσης | εκμεταλλεύσεις | εκμεταλλευση | ΕΚΜΕΤΑΛΛΕΥΣΗ"),
        Searched("Τα θύματα", "", "θύμα | θύματος | θυμάτων | θυματα | ΘΥΜΑΤΑ"),
        Searched("Κανόνες", "Κάθε παιδί έχει δικαιώματα.", "παιδιά | παιδιών | παιδι | ΠΑΙΔΙ | δικαίωμα | δικαιωμάτων"),
    ],
    "es": [
        Searched("La explotación", "", "explotación | explotaciones | explotacion | EXPLOTACIÓN | EXPLOTACION"),
        Searched(
            "Testigos", "Las víctimas hablan de sus derechos.", "víctima | víctimas | victima | VICTIMAS | derecho"
        ),
        Searched("Niños y niñas", "", "niño | niños | nino | NIÑOS"),
        Searched("El Estado", "", "estado | ESTADO | el Estado"),  # also a participle, and so a stop word of lunr
    ],
    "fr": [
        Searched(
            "L’exploitation",
            "L’exploitation des élèves est un crime.",
            "exploitation | l'exploitation | l’exploitation | d'exploitation | L'EXPLOITATION | qu'exploitation"
            " | élève | eleves | l'élève",
        ),
        Searched("Exploitations agricoles", "", "exploitations | d’exploitations | agricole | agricoles"),
        Searched(
            "Le rôle de l’État", "Les tribunaux jugent.", "état | etat | l'etat | États | d'États | rôles | tribunal"
        ),
        Searched("Définitions", "Ce que dit la loi.", "définition | definition | DEFINITION | définitions | lois"),
    ],
    "it": [
        Searched("Lo sfruttamento", "", "sfruttamento | sfruttamenti | dello sfruttamento | SFRUTTAMENTO"),
        Searched("L’identità", "", "identità | identita | l'identità | dell’identità | IDENTITÀ"),
    ],
    "ja": [Searched("児童の権利に関する条約", "性的搾取を禁じる。", "児童 | 権利 | 条約 | 搾取 | 的搾 | 関する条約")],
    "ko": [Searched("아동 착취", "아동의 권리를 지킨다.", "아동 | 착취 | 권리")],
    "pt": [
        Searched("A exploração", "", "exploração | explorações | exploracao | EXPLORAÇÃO"),
        Searched(
            "As vítimas", "Cada criança tem direitos.", "vítima | vítimas | vitima | VITIMAS | crianças | crianca"
        ),
    ],
    "ru": [
        Searched(
            "Эксплуатация детей",
            "Никакого насилия.",
            "эксплуатация | эксплуатации | эксплуатацией | эксплуатацию | ЭКСПЛУАТАЦИЯ"
            " | насилие | насилием | дети | детям",
        ),
        Searched(
            "Жертвы и свидетели", "Помощь ждёт каждого.", "жертва | жертвами | ЖЕРТВАМ | свидетель | свидетелей | ждет"
        ),
    ],
    "th": [Searched("การแสวงหาประโยชน์", "สิทธิเด็ก", "การแสวงหา | แสวงหา | ประโยชน์ | เด็ก")],
    "tr": [
        Searched(
            "Şiddet", "Kadınlar şiddete karşı.", "şiddet | şiddetin | şiddetten | siddet | ŞİDDET | kadın | kadınların"
        ),
        Searched("Çocukların hakları", "", "çocuk | çocuklar | çocuğun | cocuk | cocuklar | ÇOCUKLARIN | hak"),
        Searched(
            "İstanbul Sözleşmesi",
            "",
            "istanbul | İSTANBUL | ISTANBUL | İstanbul'da | sözleşme | sözleşmenin | sozlesme",
        ),
    ],
    "zh": [
        Searched(
            "网络暴力行为",
            "儿童权利公约第三十四条，一九八九年通过。",
            "暴力 | 络暴力 | 行为 | 力行 | 权利公约 | 童权 | 约第三十四条 | 网络暴力行为",
        ),
        Searched("行为准则", "这是暴力。", "准则 | 为准 | 行为准则"),
    ],
    "zh-Hant": [
        Searched("網絡暴力行為", "兒童權利公約第三十四條。", "暴力 | 行為 | 力行 | 絡暴力 | 權利公約 | 童權 | 三十四條")
    ],
}
USUAL = ("fr", "zh")
"""The languages that each test run builds; `make test-all` builds all."""


def lay_out_words(guide: Path, language: str) -> Path:
    """Write a guide whose second page has the sections of a language."""
    (guide / "docs").mkdir(parents=True)
    lay_out_engine(guide)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for pattern, written in (
        (r"^  language:.*\n", f"  language: {language}\n"),
        (r"^  guide:\n(?:    .*\n)+", "  guide:\n    pdf: false\n"),
        (r"^nav:\n(?:  - .*\n)+", "nav: [index.md, words.md]\n"),
    ):
        text, count = re.subn(pattern, written, text, count=1, flags=re.MULTILINE)
        assert count == 1, pattern
    numbered = enumerate(SEARCHED[language], start=1)
    sections = "\n".join(f"## {each.heading} {{#s{number}}}\n\n{each.text}\n" for number, each in numbered)
    files = {
        "mkdocs.yml": text,
        "docs/index.md": "# 1234\n",
        "docs/words.md": f"---\nhandout: false\n---\n\n# 5678\n\n{sections}",
    }
    for name, content in {**files, "glossary.yaml": "", "timeline.yaml": "", "bibliography.bib": ""}.items():
        (guide / name).write_text(content, encoding="utf-8")
    return guide


@pytest.fixture(
    scope="module",
    params=[language if language in USUAL else pytest.param(language, marks=pytest.mark.slow) for language in SEARCHED],
)
def language(request: pytest.FixtureRequest) -> str:
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture(scope="module")
def address(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a guide in the language is served."""
    folder = tmp_path_factory.mktemp("words")
    with serving(build(lay_out_words(folder, language), folder / "site").site) as served:
        yield served


def first_results(page: Page, queries: list[str]) -> list[str]:
    """Return the location of what each query finds first."""
    return [results[0][0] if results else "" for results in page.evaluate(ASK, queries)]


def test_every_form_finds_its_section_first(visit: Visit, language: str) -> None:
    wanted = {
        query: f"words/#s{number}" for number, each in enumerate(SEARCHED[language], start=1) for query in each.queries
    }
    found = dict(zip(wanted, first_results(visit(), [*wanted]), strict=True))
    assert found == wanted


def test_form_that_is_not_on_the_page_is_shown_and_marked(visit: Visit, language: str) -> None:
    """What a reader sees: one result or more, no word called missing, and the word of the page marked there too."""
    page = visit()
    first = SEARCHED[language][0]
    page.locator(".md-search__input").click()
    page.keyboard.type(first.queries[1])
    page.keyboard.press("End")  # Material waits for a key, which Playwright has for no Chinese letter
    link = page.locator(".md-search-result__link[href$='#s1']:has(mark)")
    expect(link.locator("h2 mark")).to_be_visible()
    expect(page.locator(".md-search-result__terms")).to_have_count(0)
    link.click()
    expect(page.locator("#s1 mark").first).to_be_visible()
