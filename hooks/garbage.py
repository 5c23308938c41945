"""Imported for what it does: Python looks seldom for garbage, of which a build, like a check, makes hardly any.

It stands among the first imports, since the others make many objects. As it ends, Python would look through all that
is left once more, for a twentieth of the time of a small guide: frozen, it is let go as it is.
"""

from __future__ import annotations

import atexit
import gc

_NEW_OBJECTS = 20_000
"""As many are made before it looks; by its own measure of 700 it looks for 5 % of the time."""

gc.set_threshold(_NEW_OBJECTS)
atexit.register(gc.freeze)
