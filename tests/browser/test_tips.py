"""Notes and terms beside their words, on the guide itself: each tip in view, and all of it there without a script."""

from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.paths import ROOT

CHAPTERS = ["introduction/", "background/", "stakeholders/", "previous-attempts/", "solutions/"]
TERMS = yaml.safe_load((ROOT / "glossary.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
@pytest.mark.parametrize("path", CHAPTERS)
def test_every_tip_is_in_view_and_covers_neither_its_word_nor_the_header(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width, reduced_motion="reduce")
    wrong: list[Any] = page.evaluate(
        """() => [...document.querySelectorAll("a.guide-term, a.footnote-ref")].filter((link) => {
            link.scrollIntoView({ block: "center" });
            link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
            const box = document.getElementById("guide-tip").getBoundingClientRect();
            const word = link.getClientRects()[0];
            const top = document.querySelector(".md-header").getBoundingClientRect().bottom;
            const isTooHigh = box.height > innerHeight - word.bottom - 6; // for either side: one scrolls on to read it
            return box.width === 0 || box.left < 0 || box.right > document.documentElement.clientWidth || box.top < top
                || (box.bottom > innerHeight && !isTooHigh) || (box.bottom > word.top && box.top < word.bottom);
        }).map((link) => link.outerHTML)"""
    )
    assert wrong == []


def test_without_scripts_the_glossary_is_complete(visit: Visit) -> None:
    page = visit("key-terms/", java_script_enabled=False)
    expect(page.locator(".guide-key-term:visible h3")).to_have_count(len(TERMS))
