"""Colours in sRGB, and the contrast between two of them as WCAG 2.2 defines it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor

from PIL import ImageColor

from studyguide.diagnostics.diagnostic import did_you_mean

TEXT_CONTRAST = 4.5
"""The contrast that text needs at level AA: https://www.w3.org/TR/WCAG22/#contrast-minimum."""
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 100


@dataclass(frozen=True)
class Colour:
    """A colour by its three channels, each from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        """Return the colour as CSS writes it, `#00796b`."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    def mixed(self, other: Colour, share: float) -> Colour:
        """Return a mixture with `other`, whose share is from 0 to 1."""
        pairs = zip(self._channels, other._channels, strict=True)
        return Colour(*(round(own + (its - own) * share) for own, its in pairs))

    def contrast(self, other: Colour) -> float:
        """Return the contrast ratio of the two colours, from 1 to 21."""
        darker, lighter = sorted((self._luminance, other._luminance))
        return (lighter + 0.05) / (darker + 0.05)

    def readable_on(self, background: Colour, towards: Colour, contrast: float = TEXT_CONTRAST) -> Colour:
        """Return the colour nearest to this one, on the way to `towards`, that has the contrast with `background`."""
        mixtures = (self.mixed(towards, step / _STEPS) for step in range(_STEPS))
        return next((colour for colour in mixtures if colour.contrast(background) >= contrast), towards)

    @property
    def _channels(self) -> tuple[int, int, int]:
        return self.red, self.green, self.blue

    @property
    def _luminance(self) -> float:
        """The relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
        shares = (channel / 255 for channel in self._channels)
        red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


def parse_colour(text: str) -> Colour | None:
    """Return the colour that a text such as `#00796b`, `#076` or `teal` names; None if it is neither."""
    is_known = text.lower() in ImageColor.colormap or _HEX.fullmatch(text)
    return Colour(*ImageColor.getrgb(text)[:3]) if is_known else None


def likely_colour(text: str) -> str:
    """Return 'Did you mean "teal"?' for a misspelt name, or for a number without its sign; empty for others."""
    if _HEX.fullmatch(f"#{text}"):
        return f'Did you mean "#{text}"?'
    return did_you_mean(text, ImageColor.colormap, 0.75)


def contrast_in_words(contrast: float) -> str:
    """Return a contrast with two decimals, rounded down, so that 4.498 is not told as 4.50."""
    return f"{floor(contrast * 100) / 100:.2f}"
