"""The conference's look as CSS: custom properties that take precedence over those of the engine's stylesheet."""

from __future__ import annotations

from studyguide.data.colours import BLACK, WHITE
from studyguide.data.look import Look

_HEADER_TEXT = WHITE.mixed(BLACK, 0.04)
"""That of a hint in the search field, whose ground is darker than the header."""
_LOGO = """
.md-logo.md-logo img {
  box-sizing: content-box;
  max-width: 8rem;
  padding: 0.1rem;
  border-radius: 0.1rem;
  background: #fff;
  object-fit: contain;
}
"""
"""A logo that can be seen on white, as in print, is seen so on the header's colour too."""


def look_styles(look: Look | None, *, has_logo: bool) -> str:
    """Return the stylesheet of a look, in light and dark colours; empty if there is neither a look nor a logo."""
    return (_colours(look) if look else "") + (_LOGO if has_logo else "")


def _colours(look: Look) -> str:
    """Material sets its own on the body, by attributes: hence the selectors."""
    link, dark_link = look.link, look.dark_link
    hovered, dark_hovered = link.mixed(BLACK, 0.25), dark_link.mixed(WHITE, 0.4)
    return f"""
:root,
[data-md-color-primary] {{
  --md-primary-fg-color: {look.colour};
  --md-primary-fg-color--light: {look.colour.mixed(WHITE, 0.15)};
  --md-primary-fg-color--dark: {look.colour.mixed(BLACK, 0.25)};
  --md-primary-bg-color: {WHITE};
  --md-primary-bg-color--light: {_HEADER_TEXT};
}}

[data-md-color-scheme="default"] {{
  --md-typeset-a-color: {link};
  --md-accent-fg-color: {hovered};
  --md-accent-fg-color--transparent: {hovered}14;
}}

[data-md-color-scheme="slate"] {{
  --md-typeset-a-color: {dark_link};
  --md-accent-fg-color: {dark_hovered};
  --md-accent-fg-color--transparent: {dark_hovered}1f;
  --md-primary-fg-color: {look.dark_colour};
}}

@media print {{
  [data-md-color-scheme="slate"] {{
    --md-typeset-a-color: {link};
  }}
}}
"""
