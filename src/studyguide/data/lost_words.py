"""Find the commands of LaTeX that pandoc drops with the words in their braces: `\\cite{...}`, `\\footnote{...}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.data.language_tags import NAMES
from studyguide.data.latex_signs import with_signs

# What pandoc's LaTeX reader knows, beside accents and signs, which are no words in braces.
KEPT = frozenset(
    """
    autocap bibstring bf bfseries bshyp color colorbox em emph enquote ensuremath foreignlanguage foreignquote gls Gls
    glspl hl href hyperlink hypertarget hyphenquote it itshape ac acf acl acp acs acrfull acrlong acrshort lowercase
    lstinline MakeLowercase MakeTextLowercase MakeTextUppercase MakeUppercase mintinline mkbibbold mkbibbrackets
    mkbibemph mkbibitalic mkbibparens mkbibquote nolinkurl num numrange qty rm scshape si SI SIrange sl sout st
    textbf textcolor textcircled textit textmd textnormal textogonekcentered textrm textsc textsf textsl textsubscript
    textsuperscript texttt textup texorpdfstring tt ul uline underline unit uppercase url verb newtie
    aa AA ae AE adddot dots ldots LaTeX oe OE RN Rn slash ss TeX
    Huge huge LARGE Large large normalsize small footnotesize scriptsize tiny
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
_MEANT_TO_VANISH = re.compile(
    r"(?i)\w*noop\w*|\w*sort\w*|[hv]?phantom|label|index|nocite|hyphenation|selectlanguage|ignore|enlargethispage"
)
"""Commands that print nothing in LaTeX either: for sorting, for an index, for a mark."""
_COMMAND = re.compile(r"\\([A-Za-z]{2,})\*?(?:\s*\[[^\]]*\])*\s*\{\s*[^\s{}]")
_FORMULA = re.compile(r"\$[^$]*\$|\\\(.*?\\\)|\\ensuremath\s*\{(?:[^{}]|\{[^{}]*\})*\}")
_KINDS = {
    "citation": re.compile(r"(?i)\w*cit(?:e|es|ation|ealp|ealt|et|ep|eauthor|etitle|eyear|eyearpar|edate|eurl|etext)"),
    "note": re.compile(r"(?i)\w*note(?:text)?|thanks|marginpar"),
    "reference": re.compile(r"(?i)\w*ref"),
}


def lost_commands(value: str) -> Iterator[tuple[str, str]]:
    """Yield each command in a field's value whose words are lost, with its kind: a citation, a note, a reference."""
    if "\\" not in value:
        return
    for name in sorted(set(_COMMAND.findall(with_signs(_FORMULA.sub("", value)))) - KEPT):
        if name.removeprefix("text") not in NAMES and not _MEANT_TO_VANISH.fullmatch(name):
            yield f"\\{name}", next((kind for kind, form in _KINDS.items() if form.fullmatch(name)), "")
