"""A conference's look: its colours and logo on the pages and in both PDFs, and what is told of wrong ones."""

import json
import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from mkdocs.config import load_config
from PIL import Image

from studyguide.data.colours import WHITE, Colour, parse_colour
from studyguide.mkdocs.check import find_problems
from tests.mkdocs.test_build import build_here, change, lay_out

PDF = "    pdf: false # most tests do not look at it\n"
COLOUR, ACCENT = "#00695c", "#8a3b00"
LOOK = f'    colour: "{COLOUR}"\n    accent: "{ACCENT}"\n    logo: assets/logo.png\n'
THEME = "theme: {name: material, language: en, font: false}"
PALETTE = "theme: {name: material, language: en, font: false, palette: %s}"
BOTH = "[{scheme: default, primary: custom, accent: custom}, {scheme: slate, primary: custom, accent: custom}]"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A good guide with a logo that no setting names yet."""
    guide = lay_out(tmp_path)
    Image.new("RGB", (600, 300), COLOUR).save(guide / "docs" / "assets" / "logo.png")
    return guide


def told(guide: Path) -> list[str]:
    return [str(problem) for problem in find_problems(load_config(str(guide / "mkdocs.yml")))]


def styles_of(guide: Path) -> str:
    return "".join(sheet.read_text() for sheet in (guide / "site" / "assets" / "stylesheets").glob("*.css"))


def last(styles: str, selector: str, name: str) -> Colour:
    """The colour of a custom property in the last rule for a selector that sets it."""
    rules = re.findall(rf"{re.escape(selector)}[^{{}}]*{{([^}}]*)}}", styles)
    found = [value for rule in rules for value in re.findall(rf"{name}:\s*(#\w+)", rule)]
    colour = parse_colour(found[-1])
    assert colour
    return colour


def colours_of(pdf: Path) -> set[str]:
    """The colours in which a PDF fills text and shapes."""
    found = set()
    with pikepdf.open(BytesIO(pdf.read_bytes())) as document:
        streams = [page.Contents.read_bytes() for page in document.pages]
        streams += [each.read_bytes() for each in document.objects if _is_form(each)]
    for stream in streams:
        for red, green, blue in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn?)\b", stream):
            found.add(str(Colour(*(round(float(share) * 255) for share in (red, green, blue)))))
    return found


def _is_form(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"


def test_site_and_print_have_the_colours_and_the_logo(guide: Path) -> None:
    change(guide / "mkdocs.yml", PDF, LOOK)
    change(guide / "mkdocs.yml", THEME, PALETTE % BOTH)
    build_here(guide)
    site, styles = guide / "site", styles_of(guide)
    assert str(last(styles, "[data-md-color-primary]", "--md-primary-fg-color")) == COLOUR
    assert str(last(styles, '[data-md-color-scheme="default"]', "--md-typeset-a-color")) == ACCENT
    dark = parse_colour("#14191f")
    assert dark
    assert last(styles, '[data-md-color-scheme="slate"]', "--md-accent-fg-color").contrast(dark) >= 4.5
    assert last(styles, '[data-md-color-scheme="slate"]', "--md-primary-fg-color").contrast(WHITE) >= 4.5
    assert json.loads((site / "manifest.webmanifest").read_text())["theme_color"] == COLOUR
    home = (site / "index.html").read_text()
    assert '<img src="assets/logo.png" alt="logo">' in home
    for name in ("handout.pdf", "quick-reference.pdf"):
        assert COLOUR in colours_of(site / name), name
        with pikepdf.open(site / name) as document:
            assert document.pages[0].images, name
    assert ACCENT in colours_of(site / "handout.pdf")
    assert told(guide) == []


def test_one_colour_serves_for_both(guide: Path) -> None:
    change(guide / "mkdocs.yml", PDF, PDF + '    accent: "#00695c"\n')
    build_here(guide)
    assert str(last(styles_of(guide), "[data-md-color-primary]", "--md-primary-fg-color")) == COLOUR
    assert str(last(styles_of(guide), '[data-md-color-scheme="default"]', "--md-typeset-a-color")) == COLOUR


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('colour: "#009edb"', 'mkdocs.yml:15:13: The colour "#009edb" is too light: it has a contrast of 3.03 with'),
        ("accent: yellow", 'mkdocs.yml:15:13: The accent "yellow" is too light: it has a contrast of 1.07 with white;'),
        (
            "colour: #00695c",
            "mkdocs.yml:15:13: What stands behind # is left out as a remark. Put the text in quotation",
        ),
        ("colour: tael", 'mkdocs.yml:15:13: "tael" is no colour that can be read. Did you mean "teal"?'),
        ("accent: 00695c", 'mkdocs.yml:15:13: "00695c" is no colour that can be read. Did you mean "#00695c"?'),
        ("colour: ours", 'mkdocs.yml:15:13: "ours" is no colour that can be read. Write it as "#00796b", or by its'),
        ("color: teal", 'mkdocs.yml:15:5: "color" is no field of this guide. Did you mean "colour"?'),
        ("logo: assets/lgo.png", 'mkdocs.yml:15:11: There is no file "assets/lgo.png" in docs/. Did you mean "assets'),
        ("logo: https://x.example/a.png", "mkdocs.yml:15:11: This picture would be fetched from another site. Save it"),
        ("logo: sign.png", 'mkdocs.yml:15:11: There is no file "sign.png" in docs/. Put it there, or take the line'),
    ],
)
def test_a_wrong_setting_is_told_once_at_its_place(line: str, words: str, guide: Path) -> None:
    change(guide / "mkdocs.yml", PDF, f"{PDF}    {line}\n")
    (guide / "docs" / "assets" / "logo.png").unlink() if line == "logo: sign.png" else None
    problems = [each for each in told(guide) if "docs/assets/logo.png" not in each]
    assert len(problems) == 1
    assert problems[0].startswith(words)


def test_the_darker_colour_that_is_advised_is_accepted(guide: Path) -> None:
    change(guide / "mkdocs.yml", PDF, f'{PDF}    colour: "#009edb"\n    logo: assets/logo.png\n')
    (problem,) = told(guide)
    (advised,) = re.findall(r'such as "(#\w+)"', problem)
    change(guide / "mkdocs.yml", "#009edb", advised)
    assert told(guide) == []


@pytest.mark.parametrize("name", ["logo", "favicon"])
def test_a_picture_of_the_theme_that_is_no_file_is_told(name: str, guide: Path) -> None:
    change(guide / "mkdocs.yml", THEME, f"theme: {{name: material, language: en, font: false, {name}: assets/x.svg}}")
    problems = [each for each in told(guide) if "docs/assets/logo.png" not in each]
    assert [each.split(". ")[0] for each in problems] == [
        f'mkdocs.yml:16:{54 + len(name)}: There is no file "assets/x.svg" in docs/'
    ]


def test_a_logo_that_cannot_be_shown_is_told(guide: Path) -> None:
    (guide / "docs" / "assets" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    change(guide / "mkdocs.yml", PDF, f"{PDF}    logo: assets/logo.png\n")
    (problem,) = told(guide)
    assert problem.startswith("mkdocs.yml:15:11: ")


def test_a_palette_beside_the_colours_is_told(guide: Path) -> None:
    change(guide / "mkdocs.yml", PDF, LOOK)
    change(guide / "mkdocs.yml", THEME, PALETTE % "{primary: teal}")
    words = 'The colours under extra: guide: take the place of "primary: teal". Write "primary: custom" under palette.'
    assert told(guide) == [f"mkdocs.yml:18:71: {words} [palette-colour]"]


@pytest.mark.parametrize(
    ("palette", "words"),
    [
        ("{primary: teal}", 'mkdocs.yml:16:71: "primary: teal" colours the header alone, and neither links nor print.'),
        (
            "[{scheme: default, primary: custom, accent: deep orange}, {scheme: slate, accent: lime}]",
            'mkdocs.yml:16:105: "accent: deep orange" colours a link alone, and only while the pointer is on it.',
        ),
        ("{primary: custom, accent: custom}", ""),
        ("{scheme: slate}", ""),
    ],
)
def test_a_palette_of_the_theme_is_told_with_what_to_write(palette: str, words: str, guide: Path) -> None:
    (guide / "docs" / "assets" / "logo.png").unlink()
    change(guide / "mkdocs.yml", THEME, PALETTE % palette)
    problems = told(guide)
    assert len(problems) == bool(words)
    if words:
        assert problems[0].startswith(words)
        (name, advised) = re.findall(r'and (colour|accent): "(#\w+)" under extra: guide:', problems[0])[0]
        colour = parse_colour(advised)
        assert colour
        assert colour.contrast(WHITE) >= 4.5
        change(guide / "mkdocs.yml", PALETTE % palette, THEME)
        change(guide / "mkdocs.yml", PDF, f'{PDF}    {name}: "{advised}"\n')
        assert told(guide) == []
