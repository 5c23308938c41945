"""What the build draws, with long labels in ten languages: none leaves its picture or lies over another one."""

from xml.etree.ElementTree import fromstring, tostring

import pytest
from playwright.sync_api import Browser

from studyguide.data.edtf import parse_date
from studyguide.data.timeline import Event
from studyguide.diagnostics.diagnostic import Location
from studyguide.labels.catalogue import labels_for
from studyguide.labels.direction import text_direction
from studyguide.markdown.bar_chart import draw_chart
from studyguide.markdown.timeline_svg import draw_timeline
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.drawings import expect_labels_to_fit
from tests.paths import ROOT

TITLES = {
    "ar": "الاتفاقية الدولية لحماية حقوق جميع العمال المهاجرين وأفراد أسرهم 12-15",
    "de": "Internationale Konvention zum Schutz der Rechte aller Wanderarbeitnehmer und ihrer Familien",
    "el": "Διεθνής Σύμβαση για την προστασία των δικαιωμάτων όλων των διακινούμενων εργαζομένων",
    "en": "INTERNATIONAL CONVENTION on the Protection of the Rights of All Migrant Workers",
    "es": "Convención Internacional sobre la protección de los derechos de todos los trabajadores migratorios",
    "fr": "Convention internationale sur la protection des droits de tous les travailleurs migrants",
    "pt": "Convenção Internacional sobre a Proteção dos Direitos de Todos os Trabalhadores Migrantes",
    "ru": "Международная конвенция о защите прав всех трудящихся-мигрантов и членов их семей",
    "tr": "Tüm Göçmen İşçilerin ve Aile Fertlerinin Haklarının Korunmasına Dair Uluslararası Sözleşme",
    "zh": "保护所有移徙工人及其家庭成员权利国际公约由联合国大会通过并开放供签署",
}
DATES = ("-2499~", "-0299/-0199", "1789-07-14", "1990-12-18", "2003-07", "2014-12-10/2014-12-12")
STYLES = "\n".join(
    (ROOT / "src/studyguide/theme/assets/stylesheets" / name).read_text(encoding="utf-8")
    for name in ("guide.css", "filters.css")
)


def drawn(language: str) -> str:
    """A timeline's picture and a chart."""
    title, labels = TITLES[language], labels_for(language)
    events = [
        Event(id=f"e{place}", date=parse_date(date, labels, language), title=title, where=Location("timeline.yaml"))
        for place, date in enumerate(DATES)
    ]
    rows = "".join(f"<tr><td>{name}</td><td>{number}</td></tr>" for name, number in ((title, 1234567), (title[:30], 9)))
    chart = draw_chart(fromstring(f"<figure><table>{rows}</table></figure>"), language)
    timeline = draw_timeline(events, labels, text_direction(language))
    return f'{timeline}<figure class="chart">{tostring(chart, encoding="unicode")}</figure>'


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", TITLES)
def test_labels_stay_in_their_picture(browser: Browser, language: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(
        f'<html lang="{language}" dir="{text_direction(language)}"><style>{STYLES} body {{font-family: sans-serif}}'
        f'</style><body class="md-typeset">{drawn(language)}'
    )
    expect_labels_to_fit(page)
    page.close()
