"""The markup of other tools, which Python-Markdown prints as it stands: other dialects, LaTeX, Word, wikis and more.

The rows are those of `inline`, which applies them: message of the rule `unread-markup`, a string that occurs in every
match, and the pattern. A sign that is often meant as itself, such as `~` for about, `$` before a price or the star of a
footnote, counts only in the form that has no other meaning; where that cannot be told, nothing is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Row:
    """A kind of markup."""

    rule: str | None
    message: str
    literal: str
    """A string that occurs in every match."""
    written: str
    """The pattern as text."""
    flags: re.RegexFlag = re.RegexFlag.NOFLAG

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text holds the literal: most texts hold few."""
        return re.compile(self.written, self.flags)


_NESTED = r"(?:[^\[\]]|\[[^\[\]]*\])+"


def _rows(*rows: tuple[str, str, str]) -> tuple[Row, ...]:
    return tuple(Row("unread-markup", message, literal, pattern, re.MULTILINE) for message, literal, pattern in rows)


# fmt: off
WITH_BACKTICKS = _rows(
    ("link", "`_", r"(?<!`)`(?P<words>[^`<\n]+?) *<(?P<target>[^<>\s]+)>`__?(?!\w)"),
    ("quotes", "``", r"(?<!`)``(?=\w)(?P<words>[^`'\n]+)''(?!')"),
    ("accent", "`", r"(?P<kept>(?<![\w`])(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`))"
                    r"|(?<=[^\W\d_])`(?=(?:s|t|re|ve|ll|d|m)\b)"),
    ("role", "`", r"(?P<closed>(?<!`)(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`))"  # code, which may hold braces
                  r"|(?<![\w`\\$])(?P<name>\{[a-z][\w:.-]*\}|:[a-z][\w:.-]*:)`[^`\n]+`(?!`)"),
)
"""Markup with backticks of its own, to be found before those of code; those that are apostrophes, or open nothing."""

FOREIGN = _rows(
    ("open-code", "", r"^(?P<fence>`{3,}|~{3,})[^`~\n]*$"),
    # Notes, links and references
    ("note", "^[", rf"\^\[(?P<words>{_NESTED})\]"),
    ("note", "]_", r"\[(?P<words>\d+|\#\w*|\*)\]_(?!\w)"),
    ("embed", "![[", r"!\[\[(?P<words>[^\[\]]+)\]\]"),
    ("link", "[http", r"(?<![\\!\]])\[(?P<target>https?://[^\s\[\]@]+) +(?P<words>[^\[\]@]+)\](?!\()"),
    ("link", "|http", r"(?<![\\\[])\[(?P<words>[^\[\]|\n]+)\|(?P<target>https?://[^\s\[\]|]+)\]"),
    ("tags", "[/", r"(?i:\[(?P<name>b|i|u|s|url|img|quote|code|color|size|list)(?:=[^\[\]\n]*)?\])[^\[\]]*\[/(?i:(?P=name))\]"),  # noqa: E501
    ("no-address", "][", r"(?<![\\\]])!?\[(?P<words>(?=[^\[\]]*[^\W\d_]{2})[^\[\]@^]+)\]\[(?!sic\])(?P<label>[\w .-]*)\](?![(\[:])"),  # noqa: E501
    ("span", "]{", r"(?<![\\!])\[(?P<words>[^\[\]@^]+)\]\{[.#][^{}\n]*\}"),
    ("no-address", "] [", r"(?<![\\\]])\[(?P<words>(?=[^\[\]]*[^\W\d_]{2})(?!sic\])[^\[\]@^]+)\] \[(?P<label>\d{1,3})\](?![(\[:])"),  # noqa: E501
    ("picture", "![", r"(?<![\w!?.)\]\\])!\[(?P<label>[^\[\]@^]*)\](?![(\[:])(?! \[)"),
    ("alert", "[!", r"^\[!(?P<words>[A-Za-z]+)\][+-]?"),
    # LaTeX
    ("formula", "$$", r"\$\$(?s:.+?)\$\$"),
    ("formula", "$", r"(?<![\w$\\])\$(?=[^\s$])(?:[A-Za-z]|[^$\n]*?[\\^_{][^$\n]*?)(?<=\S)\$(?![\w$])"),
    ("formula", "\\", r"(?<!\\)\\[(\[](?=[^\n]{0,200}?(?:\\[a-zA-Z]{2}|\^|_\{))[^\n]{0,200}?\\[)\]]"),
    ("citation", "cite", r"(?<![\w\\:])\\[a-zA-Z]*cite[a-zA-Z]*\*?(?:\[[^\[\]\n]*\])*\{(?P<words>[^{},\s]+)\}"),
    ("bibliography", "bib", r"(?<![\w\\:])\\(?:bibliography|bibliographystyle|addbibresource|printbibliography)\b(?:\{[^{}\n]*\})?"),  # noqa: E501
    ("command", "\\", r"(?<![\w\\:])(?P<words>\\(?:[a-zA-Z]{2,}\*?(?:\[[^\[\]\n]*\])*\{[^{}\n]*\}"
                      r"|(?:newpage|pagebreak|clearpage|maketitle|tableofcontents|item|newline|linebreak|noindent|bigskip)\b))"),
    # Directives, templates and blocks
    ("directive", "::", r"^(?P<words>\.\. [\w:-]+::).*$"),
    ("block", "///", r"^(?P<words>/{3,}) +[\w|].*$"),
    ("snippet", "8<", r"^;?-+8<-+(?:\n(?s:.+?)\n;?-+8<-+|.*)$"),
    ("snippet", "{!", r"\{![^{}\n]+!\}"),
    ("block", ":::", r"^(?P<words>:{3,}) *[\w{].*$"),
    ("tab", "===", r"^(?P<words>===[+!]*) +[\"“].*$"),
    ("abbreviation", "*[", r"^\*\[(?P<words>[^\[\]\n]+)\]:.*$"),
    ("definition", ":", r"\A(?:(?P<words>[^\n]{1,60})\n)?:[ ]{1,3}(?=\w)"),
    ("contents", "TOC", r"^\[\[_?TOC_?\]\][ ]*$"),
    ("template", "{{", r"\{\{[^{}\n]*\}\}"),
    ("template", "{%", r"\{%[^\n]{0,200}?%\}"),
    ("template", "#}", r"\{\#[^{}\n]*\#\}"),
    ("declaration", "<!", r"<!(?:\[CDATA\[|DOCTYPE\b)"),
    ("remark", "%%", r"(?<![\d%])%%(?!%)(?s:[^%]+?)(?<!\d)%%(?!%)"),
    ("grid", "+-", r"\A\+(?:[-=]{3,}\+)+[ ]*$"),
    ("title", "==", r"^={2,6} +(?P<words>[^\W_][^\n=]*?)(?: +=+)?$"),
    ("title-mark", "#", r"(?:(?<=^ )|(?<=^  )|(?<=^   ))(?P<signs>#{2,6}|#(?= +[^\W\d_]))[ ]*(?P<words>[^\W_][^\n]*)$"),
    ("underline", "===", r"(?<=\n)(?!={7}[ ]*$)={3,}[ ]*$"),
    ("title", "h", r"^h[1-6]\. +(?P<words>\S.*)$"),
    ("field", "Error!", r"Error! (?:Reference source|Bookmark|Hyperlink reference)\b[^\n.]*\.?"),
    # Signs around words
    ("edit", "{", r"\{(?:\+\+|--|~~|==|>>)(?s:.{1,300}?)(?:\+\+|--|~~|==|<<)\}"),
    ("struck", "~~", r"(?<![~\w])~~(?=[^\s~])(?P<words>[^~]+?)(?<=\S)~~(?![~\w])"),
    ("marked", "==", r"(?<![=\w!<>])==(?=[^\s=])(?P<words>[^=]+?)(?<=\S)==(?![=\w])"),
    ("inserted", "++", r"(?<![+\w])\+\+(?=\w)(?P<words>[^+\n]+?)(?<=\w)\+\+(?![+\w])"),
    ("inserted", "^^", r"(?<!\^)\^\^(?=[^\s^])(?P<words>[^\^\n]+?)(?<=\S)\^\^(?!\^)"),
    ("struck", "~", r"(?<![\w~/])~(?=[^\W_])(?P<words>[^~\n]{7,80}?)(?<=\w)~(?![\w~])"),
    ("low", "~", r"(?P<before>\b[^\W\d_]{1,30}|[)\]]|(?<![\w~/])(?=~[^\W\d_]))~(?P<words>[\w+−-]{1,6})~(?!~)"),
    ("high", "^", r"(?P<before>\b\w{1,30}|[)\]]|(?<![\w^]))\^(?=[+−-]*[^\W_])(?P<words>[\w+−-]{1,8})\^(?!\^)"),
    ("bold", "'''", r"(?<![\w'])'''(?=[^\W_])(?P<words>[^'\n]+)'''(?!')"),
    ("italic", "''", r"(?<![\w'])''(?=[^\W_])(?P<words>[^'\n]+)''(?!')"),
    ("emoji", ":", r"(?<![\w:/.])(?P<words>:(?:[a-z]+[_-][a-z0-9_-]+|smile|heart|warning|bulb|memo|pushpin|bangbang|rocket|tada|fire|eyes|star|x|question):)(?![\w:])"),  # noqa: E501
    # Backslashes
    ("line-end", "\\\n", r"(?<!\\)\\(?=\n[^\n])"),
    ("backslash", "\\", r"(?<!\\)\\(?P<words>[@%&$~='\"<])"),
)
"""All other markup, to be found once that of code is blanked."""
# fmt: on
