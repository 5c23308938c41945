"""Check the language of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from studyguide.diagnostics.diagnostic import did_you_mean

MATERIAL = str(files("material") / "templates")
"""The template folder of the theme whose markup the engine's templates, styles and scripts are written for."""


def fault_in_language(code: str, templates: Iterable[str] = (MATERIAL,)) -> str:
    """Return what is wrong with a language code for a theme with these template folders; empty for a supported one.

    A theme without translations supports every language.
    """
    known = {file.stem for folder in templates for file in Path(folder, "partials", "languages").glob("*.html")}
    if not known or code in known:
        return ""
    code_or_less = (code.replace("_", "-"), re.split("[-_]", code)[0])
    hints = (did_you_mean(likely, known, 1) for likely in code_or_less)
    hint = next(filter(None, hints), "Write a code, such as en, de or pt-BR.")
    return f'The theme does not know the language "{code}". {hint}'
