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
_JOURNALS = dict(
    pair.split("=")
    for pair in """
    aap=Astronomy_and_Astrophysics aj=The_Astronomical_Journal ao=Applied_Optics apj=The_Astrophysical_Journal
    apjl=The_Astrophysical_Journal_Letters apjs=The_Astrophysical_Journal_Supplement_Series
    araa=Annual_Review_of_Astronomy_and_Astrophysics grl=Geophysical_Research_Letters icarus=Icarus
    jgr=Journal_of_Geophysical_Research mnras=Monthly_Notices_of_the_Royal_Astronomical_Society nat=Nature
    pasp=Publications_of_the_Astronomical_Society_of_the_Pacific planss=Planetary_and_Space_Science
    pra=Physical_Review_A prb=Physical_Review_B prc=Physical_Review_C prd=Physical_Review_D pre=Physical_Review_E
    prl=Physical_Review_Letters ssr=Space_Science_Reviews
    """.split()  # noqa: SIM905
)
"""Journals by the commands of the American Astronomical Society, which ADS exports."""
_SIGNS |= {command: name.replace("_", " ") for command, name in _JOURNALS.items()}
_SPACES = "enspace linebreak newline nobreakspace par qquad quad space thinspace".split()  # noqa: SIM905
_SIGNS |= dict.fromkeys(_SPACES, " ")
_BARE = """
    DOI NoCaseChange acro caps ce chem doi email fbox framebox hbox mbox mkbibacro mkbibnamefamily mkbibnamegiven
    mkbibnameprefix mkbibnamesuffix mkbibordinal nocase oldstylenums path singleletter so text textchinese textcyrillic
    textins textlf textos underbar uuline
""".split()  # noqa: SIM905
"""Commands whose words stay in their braces."""
_SAME = {
    "blockquote": "enquote", "brackettext": "mkbibbrackets", "mkbibsubscript": "textsubscript",
    "mkbibsuperscript": "textsuperscript", "parentext": "mkbibparens", "textquote": "enquote",
}  # fmt: skip
"""Commands by those that print the same, and that pandoc knows."""
_COMMAND = re.compile(
    r"\$[^$]*\$"  # a formula stays
    rf"|\{{\\(?P<whole>{'|'.join(_SIGNS)})\s*\}}"
    rf"|\\(?P<sign>{'|'.join(_SIGNS)})(?![A-Za-z])(?:\{{\}}|\s+)?"
    rf"|\\(?:{'|'.join(_BARE)})(?=\{{)"
    rf"|\\(?P<same>{'|'.join(_SAME)})(?=\*?\{{)"
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
    if command["same"]:
        return f"\\{_SAME[command['same']]}"
    if command["over"]:
        return f"{command['over']}/{command['under']}"
    return command[0] if command[0].startswith("$") else " " if command["space"] else ""
