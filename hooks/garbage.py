"""How often Python looks for garbage, of which a build and a check of the guide make hardly any."""

from __future__ import annotations

import gc

_NEW_OBJECTS = 20_000
"""As many are made before it looks; by its own measure of 700 it looks for 5 % of the time."""


def look_seldom() -> None:
    """Tell Python, for as long as the program runs."""
    gc.set_threshold(_NEW_OBJECTS)
