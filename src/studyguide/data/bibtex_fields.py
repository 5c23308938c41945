"""The fields that a source may have: those of BibLaTeX, of BibTeX, and of the programs that write .bib files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

_BRACES = re.compile(r"[{}]|\\(?=[&%$#_{}])")

# The fields of BibLaTeX's data model (BibLaTeX manual, sections 2.2.2 to 2.2.6) and BibTeX's older names (2.2.5).
_COMMON = """
    addendum address author authortype date day doi editor editortype eprint eprintclass eprinttype howpublished
    institution key keywords langid language location month note number organization pubstate publisher related
    shorttitle subtitle title titleaddon translator type url urldate version year
"""
_ARTICLE = """
    eid issn issue issuesubtitle issuetitle issuetitleaddon journal journalsubtitle journaltitle journaltitleaddon pages
    series shortjournal volume
"""
_BOOK = """
    afterword annotator bookauthor booksubtitle booktitle booktitleaddon chapter commentator edition foreword
    introduction isbn mainsubtitle maintitle maintitleaddon origdate origlanguage origlocation origpublisher origtitle
    pages pagetotal part series volume volumes
"""
_EVENT = "eventdate eventtitle eventtitleaddon venue"
_REPORT = "chapter isrn pages pagetotal school series"
_OTHERS = """
    abstract annotation annote archiveprefix bookpagination crossref editora editoratype editorb editorbtype editorc
    editorctype endday endhour endminute endmonth endsecond endtimezone endyear endyeardivision entryset entrysubtype
    execute file gender holder hour hyphenation ids indexsorttitle indextitle isan ismn iswc label langidopts library
    lista listb listc listd liste listf minute namea nameaddon nameatype nameb namebtype namec namectype options
    pagination pdf presort primaryclass relatedoptions relatedstring relatedtype reprinttitle second shortauthor
    shorteditor shorthand shorthandintro shortseries sortkey sortname sortshorthand sorttitle sortyear timezone usera
    userb userc userd usere userf verba verbb verbc xdata xref yeardivision
"""
_PARTS_OF_DATES = "day endday endmonth endyear endyeardivision hour minute month second timezone year yeardivision"
# What Zotero (with Better BibTeX), Mendeley, JabRef, EndNote, Citavi, BibDesk, CiteULike and DBLP, ADS, Scopus, the Web
# of Science, MathSciNet, zbMATH, PubMed, JSTOR, the ACM, IEEE and the Library of Congress add.
_PROGRAMS = """
    abstractnote access accession accessdate acmid adsnote adsurl affiliation affiliations age archive archivelocation
    arxivid articleno articlenumber authorkeywords author_keywords availability bibsource biburl callnumber ccc
    chemicals citation citationkey citeulike-article-id code coden collaboration collection comment comments
    comments-and-corrections contents copyright corresponding_author correspondence_address creationdate database
    document_type edat eissn essn fjournal funding funding-acknowledgement funding-text funding_details genre gid groups
    guid howfound hal_id hal_version home impactfactor introducedin intype issn_online journal-iso keywords-plus
    lastchecked lccn license local_url manufacturers medium memo mendeley-groups mendeley-tags mesh modificationdate
    mrclass mrnumber mrreviewer nationality numberofvolumes number-of-cited-references numpages oclc openurl
    orcid-numbers organisation_id owner page_count pii place pmc pmcid pmid priority printed qualityassured rating
    readstatus read ranking referencetype references refid relatedto relevance reportno reportnumber repository
    researcherid-numbers review reviewer rights rn salutation section series-title shortbooktitle shortpublication size
    source sponsors subject subjects swhid tags timestamp tradenames translatedtitle unique-id url2 urn
    usage-count-since-2013 username volume-title web-of-science-categories webofscience year-added zblnumber zmnumber
"""
# Of law: the packages for OSCOLA, the Bluebook and the McGill Guide (https://ctan.org/pkg/oscola).
_LAW = """
    article assentdate chamber court day_filed docket enactment instrument_no judge jurisdiction juris neutralcite
    parpages paragraph pagination2 parties regnal reporter session statute tabulate userg
"""


def _names(*texts: str) -> frozenset[str]:
    return frozenset(name for text in texts for name in text.split())


_DATE_PARTS = frozenset(
    f"{prefix}{part}" for prefix in ("event", "orig", "url") for part in [*_PARTS_OF_DATES.split(), "date"]
)
KNOWN_FIELDS = _names(_COMMON, _ARTICLE, _BOOK, _EVENT, _REPORT, _OTHERS) | _DATE_PARTS
"""The fields of BibLaTeX and BibTeX, in lower case."""
_EXPORTED = _names(_PROGRAMS, _LAW)
FIELDS_MEANT = dict.fromkeys(
    ("access-date", "accessdate", "accessed", "date-accessed", "dateaccessed", "retrieved", "urlaccessdate"), "urldate"
) | dict.fromkeys(("link", "uri", "webaddress", "webpage", "website"), "url")
FIELDS_MEANT["hyphenation"] = "langid"  # its name before BibLaTeX 3
"""Names that other formats and programs have for fields that would be printed."""
FINDABLE = _names(
    """
    address archive archivelocation archiveprefix arxivid booktitle callnumber court crossref doi eprint eventtitle
    howpublished institution isan isbn ismn isrn issn iswc journal journaltitle library location lccn organization
    pmcid pmid publisher reporter school shelfmark shortjournal url urn venue xdata
    """
)
"""By one of these a reader finds a source: where it was published, by whom, or its number in a register."""
NUMBERED_TYPES = frozenset(
    "bill dataset jurisdiction legadmin legal legislation patent report standard techreport treaty".split()  # noqa: SIM905
)
"""Types whose `number` is such a number too: a document's symbol, a law's, a case's, a patent's."""
NAMING = _names(
    """
    author booktitle editor entryset entrysubtype eventtitle howpublished issuetitle journal journaltitle maintitle
    note number shorthand shorttitle title titleaddon translator type crossref xdata
    """
)
"""A source with none of these would be printed without a word that says which it is."""
DATES = _names("date eventdate origdate urldate")
PEOPLE = _names("author bookauthor editor translator")
UNPRINTED = _names(
    """
    abstract annotation annote bdsk-file-1 comment comments copyright file keywords keywords-plus mendeley-tags owner
    pdf review tags timestamp
    """
)
"""Fields that no style prints, so that nothing in them is lost."""
PRINTED = (
    (KNOWN_FIELDS | {"court", "reporter"})
    - UNPRINTED
    - _names(
        """
    bookpagination execute gender ids indexsorttitle indextitle isan isbn ismn isrn issn iswc key label langidopts lista
    listb listc listd liste listf namea nameatype nameb namebtype namec namectype options pagination presort related
    relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey sortname sortshorthand sorttitle sortyear
    usera userb userc userd usere userf verba verbb verbc xref
    """
    )
)
"""Fields of which something stands in print: those for sorting, for an index, and of a standard number do not."""
PUBLIC = PRINTED - _names("entryset hyphenation xdata") | _names(
    """
    abstract archive archivelocation callnumber chamber docket isan isbn ismn isrn issn iswc langid lccn neutralcite
    numberofvolumes oclc pagination bookpagination pmcid pmid session shorthand urn
    """
)
"""Fields that readers may have with a source. Others hold what chairs remark for themselves, such as `annotation` and
`keywords`, where a program keeps a file, or how a list is sorted."""
VERBATIM = DATES | UNPRINTED | {"doi", "eprint", "url"}
"""Fields in which pandoc reads no command, or which nobody prints. In dates, % is a qualifier of EDTF."""
_ARTICLES = frozenset(("article", "periodical", "review", "suppperiodical"))
_MEETINGS = frozenset(("conference", "inproceedings", "mvproceedings", "proceedings"))
_REPORTS = frozenset(
    "electronic manual mastersthesis misc online phdthesis report techreport thesis unpublished www".split()  # noqa: SIM905
)


def plain_value(value: str) -> str:
    """Return a field's value on one line, without BibTeX's braces and escapes."""
    return " ".join(_BRACES.sub("", value).split())


def is_known(name: str) -> bool:
    """Tell whether a field, in lower case, is one that a standard or a common program has."""
    return name in KNOWN_FIELDS or name in _EXPORTED


def misspelt(name: str, kind: str, filled: Iterable[str]) -> str:
    """Return the field that `name` is most likely a slip for, in a source of the type `kind`; empty if there is none.

    That is one that sources of this type use, that this one lacks (`filled`), and to which one slip leads.
    """
    return min((field for field in _used_by(kind).difference(filled) if is_one_slip(name, field)), default="")


def is_one_slip(written: str, meant: str) -> bool:
    """Tell whether two words differ by one letter that is added, left out, other, or changed places with the next."""
    start = sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(written, meant, strict=False)))
    left, right = written[start:], meant[start:]
    return bool(left or right) and (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def _used_by(kind: str) -> frozenset[str]:
    if kind in _ARTICLES:
        return _names(_COMMON, _ARTICLE)
    if kind in _MEETINGS:
        return _names(_COMMON, _BOOK, _EVENT)
    return _names(_COMMON, _REPORT) if kind in _REPORTS else _names(_COMMON, _ARTICLE, _BOOK, _EVENT, _REPORT)
