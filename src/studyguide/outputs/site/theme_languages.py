"""The languages of the theme's menus."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from studyguide.diagnostics.diagnostic import did_you_mean

MATERIAL = str(files("material") / "templates")


def fault_in_language(code: str, templates: Iterable[str] = (MATERIAL,)) -> str:
    """Say what is wrong with the code of a language: a theme with these folders must know it.

    A theme without any language has nothing against one.
    """
    known = {file.stem for folder in templates for file in Path(folder, "partials", "languages").glob("*.html")}
    if not known or code in known:
        return ""
    code_or_less = (code.replace("_", "-"), re.split("[-_]", code)[0])
    hints = (did_you_mean(likely, known, 1) for likely in code_or_less)
    hint = next(filter(None, hints), "Write a code, such as en, de or pt-BR.")
    return f'The theme does not know the language "{code}". {hint}'
