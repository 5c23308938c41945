"""Write the commands of LaTeX that pandoc drops as what they print: `\\textendash`, `\\DJ`, `\\mbox{...}`.

Zotero, JabRef and publishers write them for signs beyond ASCII (LaTeX's encodings T1 and TS1, and package `textcomp`).
"""

from __future__ import annotations

import re

_SIGNS = dict(
    pair.split("=", 1)
    for pair in """
    BibTeX=BibTeX DH=Ð DJ=Đ EUR=€ NG=Ŋ TH=Þ bibdatedash=– bibrangedash=– dag=† ddag=‡ dh=ð dj=đ fg=» hyphen=- ng=ŋ og=«
    textasciiacute=´ textasciidieresis=¨ textasciigrave=` textasciimacron=¯ textasteriskcentered=* textbar=|
    textbardbl=‖ textcelsius=℃ textcent=¢ textcolonmonetary=₡ textcurrency=¤ textdaggerdbl=‡ textdiv=÷ textellipsis=…
    textemdash=— textendash=– textestimated=℮ texteuro=€ textexclamdown=¡ textflorin=ƒ textfractionsolidus=⁄
    textguarani=₲ textlangle=⟨ textleftarrow=← textlnot=¬ textminus=− textnaira=₦ textnumero=№ textohm=Ω
    textonesuperior=¹ textopenbullet=◦ textordfeminine=ª textordmasculine=º textperiodcentered=· textperthousand=‰
    textpm=± textprime=′ textquestiondown=¿ textrangle=⟩ textreferencemark=※ textrightarrow=→ textschwa=ə textsurd=√
    texttildelow=˷ texttimes=× texttrademark=™ textwon=₩ th=þ
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
_SPACES = "enspace linebreak newline nobreakspace par qquad quad space thinspace".split()  # noqa: SIM905
_SIGNS |= dict.fromkeys(_SPACES, " ")
_COMMAND = re.compile(
    r"\$[^$]*\$"  # a formula stays
    rf"|\{{\\(?P<whole>{'|'.join(_SIGNS)})\s*\}}"
    rf"|\\(?P<sign>{'|'.join(_SIGNS)})(?![A-Za-z])(?:\{{\}}|\s+)?"
    r"|\\(?:NoCaseChange|acro|ce|chem|hbox|mbox|mkbibacro|nocase|text)(?=\{)"
    r"|\\(?:nice|s)frac\{(?P<over>[0-9]+)\}\{(?P<under>[0-9]+)\}"
    r"|(?P<space>\\\\\s*|\\[hv]space\*?\{[^{}]*\})"
)


def with_signs(text: str) -> str:
    """Return a text of LaTeX with the signs themselves in place of the commands that pandoc drops.

    A command around words goes, and the words stay in its braces.
    """
    return _COMMAND.sub(_sign, text) if "\\" in text else text


def _sign(command: re.Match[str]) -> str:
    if name := command["whole"] or command["sign"]:
        return _SIGNS[name]
    if command["over"]:
        return f"{command['over']}/{command['under']}"
    return command[0] if command[0].startswith("$") else " " if command["space"] else ""
