"""Raised numbers in a text: digits that Unicode has as superscripts, and what a number stands behind as a power."""

from __future__ import annotations

import re

UNIT = re.compile(r"\b(?:[kcmd]?m|ft|CO|H)\s*$")
"""What a superscript number stands behind as a power: km² is no note."""
POWER = re.compile(rf"{UNIT.pattern}|\b(?:10|[^\W\d_])$")
"""What it also stands behind as one, without a doubt where no note has that number: 10⁶, x²."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits that are letters of their own, and are superscript in any text."""
TO_DIGITS = str.maketrans(RAISED, "0123456789")
RAISED_NUMBER = re.compile(f"[{RAISED}]{{1,3}}")
