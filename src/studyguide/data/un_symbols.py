"""Parse the symbols of United Nations documents, such as `A/RES/64/292`, in any of the ways in which they are spelt.

A symbol names, between slashes, the body, its session or the year, the kind of document and a running number
(Dag Hammarskjöld Library, "UN Document Symbols"; United Nations Editorial Manual, "Document symbols").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from studyguide.data.roman import from_roman, to_roman

_BODIES = {
    "A": "United Nations General Assembly",
    "A/CN.4": "International Law Commission",
    "A/CN.9": "United Nations Commission on International Trade Law",
    "A/CONF": "United Nations",  # of a conference, the symbol does not tell the name
    "A/HRC": "United Nations Human Rights Council",
    "APLC": "Anti-Personnel Mine Ban Convention",
    "BWC": "Biological Weapons Convention",
    "CAC": "Conference of the States Parties to the United Nations Convention against Corruption",
    "CAT": "United Nations Committee against Torture",
    "CAT/OP": "United Nations Subcommittee on Prevention of Torture",
    "CBD": "Convention on Biological Diversity",
    "CCPR": "United Nations Human Rights Committee",
    "CCW": "Convention on Certain Conventional Weapons",
    "CD": "Conference on Disarmament",
    "CED": "United Nations Committee on Enforced Disappearances",
    "CEDAW": "United Nations Committee on the Elimination of Discrimination against Women",
    "CERD": "United Nations Committee on the Elimination of Racial Discrimination",
    "CMW": "United Nations Committee on Migrant Workers",
    "CRC": "United Nations Committee on the Rights of the Child",
    "CRPD": "United Nations Committee on the Rights of Persons with Disabilities",
    "CTOC": "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
    "DP": "United Nations Development Programme",
    "E": "United Nations Economic and Social Council",
    "E/C.12": "United Nations Committee on Economic, Social and Cultural Rights",
    "E/C.19": "United Nations Permanent Forum on Indigenous Issues",
    "E/CN.3": "United Nations Statistical Commission",
    "E/CN.4": "United Nations Commission on Human Rights",
    "E/CN.4/SUB.2": "United Nations Sub-Commission on the Promotion and Protection of Human Rights",
    "E/CN.5": "United Nations Commission for Social Development",
    "E/CN.6": "United Nations Commission on the Status of Women",
    "E/CN.7": "United Nations Commission on Narcotic Drugs",
    "E/CN.9": "United Nations Commission on Population and Development",
    "E/CN.15": "United Nations Commission on Crime Prevention and Criminal Justice",
    "E/CN.16": "United Nations Commission on Science and Technology for Development",
    "E/CN.17": "United Nations Commission on Sustainable Development",
    "E/CN.18": "United Nations Forum on Forests",
    "E/ECA": "United Nations Economic Commission for Africa",
    "E/ECE": "United Nations Economic Commission for Europe",
    "E/ESCAP": "United Nations Economic and Social Commission for Asia and the Pacific",
    "E/ESCWA": "United Nations Economic and Social Commission for Western Asia",
    "E/ICEF": "United Nations Children's Fund",
    "E/INCB": "International Narcotics Control Board",
    "ECE": "United Nations Economic Commission for Europe",
    "FCCC": "United Nations Framework Convention on Climate Change",
    "HRI": "United Nations",
    "HSP": "United Nations Human Settlements Programme",
    "ICCD": "United Nations Convention to Combat Desertification",
    "JIU": "Joint Inspection Unit of the United Nations System",
    "NPT": "Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear Weapons",
    "PBC": "United Nations Peacebuilding Commission",
    "S": "United Nations Security Council",
    "SPLOS": "Meeting of States Parties to the United Nations Convention on the Law of the Sea",
    "ST": "United Nations Secretariat",
    "ST/ESA": "United Nations Department of Economic and Social Affairs",
    "T": "United Nations Trusteeship Council",
    "TD": "United Nations Conference on Trade and Development",
    "UNEP": "United Nations Environment Programme",
    "UNEP/CBD": "Convention on Biological Diversity",
    "UNEP/EA": "United Nations Environment Assembly",
    "UNODC": "United Nations Office on Drugs and Crime",
}
"""The author of a document by the beginning of its symbol; of several, the longest counts."""
_ELSEWHERE = re.compile("CBD/|JIU/|UNEP/(?!EA|GC)")
"""The beginning of the symbols whose documents are not at docs.un.org."""
_YEAR = "(?:19[4-9]|20[0-9])[0-9]"
_SECOND_PARTS = {
    "A": r"RES|DEC|HRC|INF|BUR|SPC|PV\.\d+|(?:C|CN|AC|CONF)\.\d+|[1-9]\d?|1\d\d|E?S-\d+",
    "APLC": r"CONF|MSP(?:\.\d+)?",
    "BWC": r"CONF\.[IVX]+|MSP|WG",
    "CAC": "COSP",
    "CBD": "[A-Z]+",
    "CCW": r"CONF\.[IVX]+|MSP|GGE(?:\.\d+)?|P\.V|AP\.II",
    "CD": r"[12]\d{3}|(?:PV|INF|WP)\.\d+",
    "CTOC": "COP",
    "DP": rf"{_YEAR}|DCP|FPA|OPS|RP",
    "E": rf"RES|DEC|INF|(?:CN|C|AC|CONF)\.\d+|ECA|ECE|ESCAP|ESCWA|ICEF|INCB|{_YEAR}",
    "ECE": r"[A-Z]+(?:\.[A-Z]+)*(?:\.\d+)?",
    "FCCC": "CP|PA|KP|SB|SBI|SBSTA|TP|INF|ARR|IDR|IRR|SCF|TRR|WEB|AWGLCA|ADP",
    "HRI": "GEN|CORE|MC",
    "HSP": r"[A-Z]+[.\d]*",
    "ICCD": r"COP\(\d+\)|CRIC\(\d+\)|CST\(\d+\)",
    "JIU": "REP|NOTE|ML",
    "NPT": rf"CONF\.{_YEAR}",
    "PBC": r"\d{1,2}|OC",
    "S": rf"RES|PRST|PV\.\d+(?:\(RESUMPTION\.?\d\))?|AC\.\d+|INF|{_YEAR}|\d{{5}}",
    "SPLOS": r"\d+",
    "ST": "[A-Z]+",
    "T": r"RES|(?:PV|L)\.\d+",
    "TD": r"B|RES|SYMP|(?:CONF|NGO|L)\.?\d*|\d{3}",
    "UNODC": "[A-Z]+",
    "UNEP": r"[A-Z]+(?:[.(]\d+\)?)?(?:\.\d+)?",
} | dict.fromkeys(("CAT", "CCPR", "CED", "CEDAW", "CERD", "CMW", "CRC", "CRPD"), "C|SP|OP|MSP|CSP|GC")
"""What may follow the first part: a slash alone makes no symbol, as `A/4` shows, or `S/N 12345`."""
_EARLY = re.compile(r"[AEST]/[1-9]\d{0,4}(?:/(?:ADD|REV|CORR)\.\d+)*")
"""Symbols of before 1976, with a number alone: `A/6316`. They count where something says that they are symbols."""
_KINDS = (
    ("Resolution", r"/RES(?:/|\.\d|$)"),
    ("Decision", r"/DEC(?:/|\.\d|$)"),
    ("Presidential statement", r"^S/PRST/"),
    ("Draft", r"/L\.\d"),
    ("Verbatim record", r"/PV\.\d"),
    ("Summary record", r"/SR\.\d"),
    ("General recommendation", r"^(?:CEDAW|CERD)/(?:C/)?GC/"),
    ("General comment", r"^(?:CAT|CED|CMW|CRC|CRPD|CCPR|E/C\.12)(?:/C)?/(?:\d{4}/)?GC/|^CCPR/C/21/"),
    ("Concluding observations", r"/CO/\d"),
)
_PART = r"[A-Z0-9](?:[A-Z0-9.-]*[A-Z0-9])?(?:\([A-Z0-9.-]+\))?(?:\[[A-Z](?:-[A-Z])?\])?"
_SYMBOL = re.compile(rf"[A-Z]+(?:/{_PART})+(?:\((?:VOL|SECT|PART|RESUMPTION)\.?[IVX\d]+(?:/[A-Z]+)?\))?")
_PREFIX = re.compile(r"(?i)(?:(?:UN|U\.N\.|United Nations)\s+)?(?:doc(?:ument)?\b\.?|symbol)[:\s]\s*")
_UN, _RES = r"(?:(?:UN|U\.N\.|United Nations)\s?)?", r"Res(?:olution|\.)?"
_SPOKEN = (
    (rf"(?:{_UN}(?:GA|G\.\s?A\.|General Assembly) {_RES}|UNGAR) ?(?=\d)", "A/RES/"),
    (rf"(?:{_UN}(?:SC|S\.\s?C\.|Security Council) {_RES}|UNSCR) ?(?=\d)", "S/RES/"),
    (rf"{_UN}(?:ECOSOC|E\.S\.C\.|Economic and Social Council) {_RES} ?(?=\d)", "E/RES/"),
    (rf"{_UN}(?:HRC|Human Rights Council) {_RES} ?(?=\d)", "A/HRC/RES/"),
)
_LETTER = re.compile(r"(?<=\d)\s?\[?([A-Z](?:-[A-Z])?)\]?(?=\s?\(|$)")
_OLD_RESOLUTION = re.compile(r"([AE]/RES/\d+)(?:\[([A-Z])\])?(\((?:E?S-)?[IVXL]+\))(?:\s?\[?([A-Z])\]?)?")
_SEVERAL = re.compile(r"\s*[-–—;,]\s*(?=[A-Z]+/)|\s+and\s+(?=[A-Z]+/)")
_SMALL = re.compile(r"(?<=/)(?:REV|ADD|CORR|AMEND|SUB|RES)(?=\.)")
_VOLUMES = {"VOL": "Vol.", "SECT": "Sect.", "PART": "Part", "RESUMPTION": "Resumption"}
_VOLUME = re.compile(rf"\(({'|'.join(_VOLUMES)})\.?(?=[IVX\d])")
_YEAR_BEHIND = re.compile(r"(?<=\d)\((?:19|20)\d\d\)$")
"""The year of adoption, which belongs to the symbol of the Security Council's resolutions alone."""
_IN_ADDRESS = re.compile(r"(?:(?:www\.)?undocs\.org|docs\.un\.org)/(?:(?:ar|de|en|es|fr|ru|zh)/)?(.+)", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"\[.*?\]|\s")
_QUERIES = ("symbol", "FinalSymbol", "DS", "s")
_QUERIED = re.compile(
    r"(?:www\.)?un\.org/.*view_?m?_?doc\.asp|(?:www\.)?undocs\.org/.*|daccess-\w+\.un\.org/.*|documents\.un\.org/.*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class UNSymbol:
    """The symbol of a document, parsed."""

    text: str
    """In the one spelling that all others lead to: `S/RES/1325 (2000)`."""
    body: str
    """The body in full, as an author."""
    kind: str = ""
    """`Resolution`, `Verbatim record` and so on; empty where the symbol does not say."""
    session: int | None = None
    """The session, of the General Assembly or of the Human Rights Council."""
    year: int | None = None

    @property
    def identity(self) -> str:
        """What two symbols of the same document share: the Security Council's numbers go on from year to year."""
        return re.sub(r" \(\d{4}\)$", "", self.text) if self.text.startswith("S/RES/") else self.text

    @property
    def address(self) -> str:
        """The document's address; empty where docs.un.org does not have the body's documents."""
        if _ELSEWHERE.match(self.text):
            return ""
        return f"https://docs.un.org/en/{_NOT_IN_ADDRESS.sub('', self.text)}"

    @property
    def is_resolution(self) -> bool:
        """Whether the document is what a body adopted."""
        return self.kind in ("Resolution", "Decision")

    @property
    def months(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The first and the last month, as year and month, in which the document can be dated; None if unknown.

        Reports are out before their session opens, and printed resolutions some months after its end.
        """
        if self.session is not None:
            return self._months_of_session(self.session)
        if self.year is None:
            return None
        if self.text.startswith(("S/RES/", "S/PRST/")):
            return (self.year, 1), (self.year, 12)
        if self.text.startswith("S/"):
            return (self.year - 1, 12), (self.year + 1, 1)
        return (self.year - 1, 7), (self.year + 1, 3 if self.is_resolution else 12)

    def _months_of_session(self, session: int) -> tuple[tuple[int, int], tuple[int, int]]:
        year = opening_year(self.body, session)
        is_of_meeting = self.is_resolution or self.kind in ("Draft", "Verbatim record")
        if self.is_of_human_rights_council:
            return ((year, 1), (year + 1, 3)) if is_of_meeting else ((year - 1, 7), (year + 1, 12))
        if self.kind == "Draft":  # the first ones are on the organisation of the work
            return (year, 6), (year + 1, 12)
        is_volume = self.text.endswith(")") and not self.is_resolution  # those of the records are out years later
        return (year, 9 if is_of_meeting and session > 1 else 1), (year + (3 if is_volume else 1), 12)

    @property
    def is_of_human_rights_council(self) -> bool:
        """Whether the session is one of the Human Rights Council, which holds three a year."""
        return self.body == _BODIES["A/HRC"]


def opening_year(body: str, session: int) -> int:
    """Return the year in which a session opens: the General Assembly holds one a year since 1946."""
    return 2006 + (session - 1) // 3 if body == _BODIES["A/HRC"] else 1945 + session


def parse_symbols(text: str) -> tuple[UNSymbol, ...]:
    """Return the symbols that `text` consists of: of a joint document several; none if it holds anything else."""
    found = [parse_symbol(part) for part in _SEVERAL.split(text.strip())]
    return tuple(symbol for symbol in found if symbol) if all(found) else ()


def parse_symbol(text: str) -> UNSymbol | None:
    """Return the symbol that `text` consists of, in any spelling; None if it is none."""
    written = _spelt(text)
    parts = written.split("/")
    if not _has_form(parts, written) and not (_PREFIX.match(text) and _EARLY.fullmatch(written)):
        return None
    body = max((name for name in _BODIES if re.match(rf"{re.escape(name)}(?![A-Z0-9])", written)), key=len)
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, written)), "")
    return UNSymbol(_displayed(written), _BODIES[body], kind, _session(parts), _year(parts))


def _has_form(parts: list[str], written: str) -> bool:
    """Tell whether a text is a symbol by its parts alone."""
    second = _SECOND_PARTS.get(parts[0])
    if not second or not _SYMBOL.fullmatch(written) or not re.search(r"\d", written):
        return False
    if not re.fullmatch(second, parts[1]) or (len(parts) == 2 and not re.search(r"PV\.|\d{3}", parts[1])):
        return False
    return parts[1] not in ("RES", "DEC") or re.match(r"E?S?-?\d", parts[2] if len(parts) > 2 else "") is not None


def stated_symbols(text: str) -> tuple[UNSymbol, ...]:
    """Return the symbols that `text` consists of, where it can be nothing else: also early ones, such as `A/6316`."""
    return parse_symbols(text) or parse_symbols(f"UN Doc. {text}")


def symbols_in_address(url: str) -> tuple[UNSymbol, ...]:
    """Return the symbols in an address of docs.un.org, undocs.org or an older service of the United Nations."""
    try:
        parts = urlsplit(url.replace("\\", ""))
    except ValueError:
        return ()
    place = f"{parts.netloc}{parts.path}"
    if _QUERIED.fullmatch(place):
        values = parse_qs(parts.query)
        if queried := next((values[name][0] for name in _QUERIES if name in values), ""):
            return stated_symbols(queried)
    found = _IN_ADDRESS.fullmatch(place)
    return stated_symbols(unquote(found[1]).strip("/").removesuffix(".pdf")) if found else ()


def _spelt(text: str) -> str:
    """Return a symbol in capitals, without spaces, braces and the words before it."""
    text = re.sub(r"[{}\\]", "", text).replace("\u2011", "-").replace("–", "-").replace("\u00a0", " ").strip(" .,;")
    text = _PREFIX.sub("", text, count=1) if _PREFIX.match(text) else text
    for spoken, symbol in _SPOKEN:
        text = re.sub(rf"(?i)^{spoken}", symbol, text)
    text = re.sub(r"(?i)(?<=^[AES]/)RES\.?\s?(?=\d)", "RES/", text)
    text = re.sub(
        r"\s*/\s*|\s+(?=[(\[])|(?i:(?<=[(.])|(?<=vol|art|ion))\s+(?=[\dIVX])", lambda gap: gap[0].strip(), text
    )
    text = text.upper() if re.match("(?i)S/RES/", text) else _YEAR_BEHIND.sub("", text.upper())
    old = _OLD_RESOLUTION.fullmatch(_LETTER.sub(r"[\1]", text) if re.match("[AE]/RES/", text) else "")
    if old:
        letter = old[2] or old[4]
        return f"{old[1]}{old[3]}[{letter}]" if letter else f"{old[1]}{old[3]}"
    return _LETTER.sub(r"[\1]", text) if re.match(r"(?:A|E)/RES/", text) else text


def _displayed(symbol: str) -> str:
    symbol = _SMALL.sub(lambda part: part[0].capitalize(), symbol)
    symbol = _VOLUME.sub(lambda part: f" ({_VOLUMES[part[1]]} ", symbol)
    return re.sub(r"^(S/RES/\d+)(?=\()", r"\1 ", symbol)


def _session(parts: list[str]) -> int | None:
    """Return the session of the General Assembly or the Human Rights Council that a symbol names."""
    if parts[0] != "A":
        return None
    if roman := re.fullmatch(r"\d+\(([IVXL]+)\)(?:\[.\])?", parts[-1] if parts[1] == "RES" else ""):
        return from_roman(roman[1])
    names = r"RES|DEC|INF|BUR|SPC|HRC|C\.[1-6]"
    number = next((part for part in parts[1:] if not re.fullmatch(names, part)), "")
    return int(number) if re.fullmatch(r"[1-9]\d{0,2}", number) and len(parts) > 2 else None


def _year(parts: list[str]) -> int | None:
    if parts[0] == "A" or parts[:2] == ["ST", "ESA"]:
        return None
    if parts[:2] == ["S", "RES"]:
        year = re.fullmatch(rf"\d+\(({_YEAR})\)", parts[2])
    else:
        before = (
            parts[1 : parts.index("D")] if "D" in parts else parts[1:-1]
        )  # behind D stands the number of a complaint
        year = next(filter(None, (re.fullmatch(f"({_YEAR})", part) for part in before)), None)
    return int(year[1]) if year else None


def as_roman_session(symbol: UNSymbol) -> str:
    """Return a resolution of before 1976 as it was numbered then, `A/RES/2625(XXV)`; empty for any other symbol."""
    found = re.fullmatch(r"A/RES/([1-9]|[12]\d|30)/(\d+)", symbol.text)
    return f"A/RES/{found[2]}({to_roman(int(found[1]))})" if found else ""
