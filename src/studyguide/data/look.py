"""A conference's look: its two colours in the settings, and the shades that site and print derive from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studyguide.data.colours import (
    BLACK,
    TEXT_CONTRAST,
    WHITE,
    Colour,
    contrast_in_words,
    likely_colour,
    parse_colour,
)
from studyguide.data.settings import Settings
from studyguide.diagnostics.diagnostic import Problem, problem

SETTINGS = ("colour", "accent")
OWN_COLOUR = "#14506b"
"""The colour of the header without a conference's own, as `guide.css` sets it."""
_SHADED = Colour(240, 240, 240)
"""The darkest ground, in site and print, on which a link stands in light colours."""
_DARK = Colour(20, 25, 31)
"""The ground of a page in dark colours, as `guide.css` sets it."""
_DARK_CONTRAST = 7.0
"""That of links on this ground: enough on the lighter grounds of its boxes too."""


@dataclass(frozen=True)
class Look:
    """The two colours of a conference, both dark enough for white text on them and for their text on white."""

    colour: Colour
    """That of the header, and of titles in print."""
    accent: Colour
    """That of links, buttons, the timeline and charts."""

    @property
    def link(self) -> Colour:
        """The accent as text, also on the light grey behind code and in boxes."""
        return self.accent.readable_on(_SHADED, BLACK)

    @property
    def dark_colour(self) -> Colour:
        """The colour of the header in dark colours."""
        return self.colour.mixed(_DARK, 0.3)

    @property
    def dark_link(self) -> Colour:
        """The accent as text on a dark ground."""
        return self.accent.readable_on(_DARK, WHITE, _DARK_CONTRAST)


def parse_look(texts: Mapping[str, str]) -> Look | None:
    """Parse the colours among the settings under `extra: guide:`; one alone serves for both, none is None."""
    colours = [colour for name in SETTINGS if (colour := parse_colour(texts.get(name, "")))]
    return Look(colours[0], colours[-1]) if colours else None


def look_problems(texts: Mapping[str, str], settings: Settings) -> list[Problem]:
    """Find the colours that cannot be read, or on which white text cannot."""
    return [fault for name in SETTINGS if texts.get(name) and (fault := _fault(name, texts[name], settings))]


def _fault(name: str, text: str, settings: Settings) -> Problem | None:
    written, colour = settings.span("extra", "guide", name), parse_colour(text)
    where = written.where if written else settings.place("extra", "guide", name)
    if colour is None:
        return problem(where, "wrong-setting", "colour", value=text, fix=likely_colour(text))
    contrast = colour.contrast(WHITE)
    if contrast >= TEXT_CONTRAST:
        return None
    figure, darker = contrast_in_words(contrast), colour.readable_on(WHITE, BLACK)
    return problem(where, "wrong-setting", "contrast", name=name, value=text, figure=figure, darker=darker)
