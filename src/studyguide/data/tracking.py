"""Remove tracking from URLs: redirectors, and the parameters that newsletters and apps add to follow who opens a page.

They do not change the page, reveal how a reader came by it, and make one URL look like two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from studyguide.data.redirectors import page_behind
from studyguide.diagnostics.edits import Edit, edited

# Only names that no page uses for anything else; most are on the lists of Firefox, Brave or ClearURLs.
_NAMES = r"""(?:
    utm_\w+ | ns_(?:campaign|source|mchannel|linkname|fee) | at_(?:campaign|medium|format|link_\w+|custom\w+|bbc_team)
  | fbclid | gclid | gclsrc | gbraid | wbraid | dclid | msclkid | yclid | ysclid | twclid | ttclid | igshid | igsh
  | li_fat_id | mc_cid | mc_eid | mkt_tok | _hsenc | _hsmi | __hssc | __hstc | __hsfp | hsCtaTracking | _ga | _gl
  | oly_anon_id | oly_enc_id | vero_id | vero_conv | rb_clickid | s_cid | srsltid | wickedid | _openstat | ref_src
  | guce_referrer | guce_referrer_sig | guccounter | cmpid | gad_source | gad_campaignid | WT\.mc_\w+
  | pk_(?:campaign|kwd|keyword|source|medium|content|cid) | (?:mtm|piwik|matomo)_\w+ | hsa_\w+ | sfmc_\w+ | _x_tr_\w+
  | elqTrack(?:Id)? | fb_(?:action_ids|action_types|source|ref) | mibextid | rdt_cid | ScCid | epik
  | wprov | xtor | spref | __twitter_impression | _branch_match_id
)"""
_NAMES_OF_SITES = tuple(
    (re.compile(rf"(?:[\w-]+\.)*(?:{sites})(?:[/:]|\Z)", re.IGNORECASE), names)
    for sites, names in (
        (r"youtube\.com|youtu\.be", "si|feature|pp|ab_channel"),
        (r"spotify\.com", "si|nd"),
        (r"(?:x|twitter)\.com/\w+/status", "s|t|ref_url"),
        (r"facebook\.com", "rdid|share_url|paipv|eav|__tn__"),
        (r"tiktok\.com", "is_from_webapp|sender_device|is_copy_url|_r|_t"),
        (r"linkedin\.com", "trk|trkInfo|trackingId|lipi|rcm|originalSubdomain"),
        (r"reddit\.com", "share_id|rdt"),
        (r"theguardian\.com", "CMP"),
        (r"nytimes\.com", "smid|smtyp|partner|emc"),
        (r"reuters\.com", "taid"),
        (r"(?:msn|microsoft)\.com", "ocid|cvid"),
    )
)
"""Names that count in the addresses of some sites alone."""
_VALUE = r"(?:[\w%+~$-]|[.:,!*/@|=](?=[\w%]))*"
_AND = r"(?:\\?&(?:amp;)?)"  # as it may be written in HTML and BibTeX
_END = r"""(?=[#)>"}.,;:!?*|]|'(?!['\w])|\s|\Z)"""  # otherwise the value may go on
_CLOSING = ".,;:!?'*|"
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"`{}\[\]]+", re.IGNORECASE)
_BARE = re.compile(  # a redirector without https://
    r"(?<![\w/.@:=-])(?:[\w-]+\.)+[a-z]{2,}/[^\s<>\"`{}\[\]()]*=https?(?::|%3A)[^\s<>\"`{}\[\]()]*", re.IGNORECASE
)
_PASSAGE = ":~:"  # https://wicg.github.io/scroll-to-text-fragment/
_URL = re.compile(r"\bhttps?://(?P<page>[^\s<>\"`{}\[\]?#]+)(?P<query>\?[^\s<>\"`{}\[\]]+)", re.IGNORECASE)


class Untracked(NamedTuple):
    """A URL with tracking in a text."""

    start: int
    end: int
    url: str
    """The URL without tracking."""
    redirector: str = ""
    """The host that led to it; empty if the URL only had tracking parameters."""


def without_tracking(text: str) -> str:
    """Return `text` with its URLs free of tracking, and otherwise unchanged."""
    return edited(text, (Edit(found.start, found.end, found.url) for found in tracked_in(text)))


def addresses_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each URL in a text, and the URL without what closes the sentence or the link around it."""
    for found in _ADDRESS.finditer(text) if "://" in text else ():
        yield found.start(), without_closing(found[0])


def bare_redirectors(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start and the end of each address of a redirector without https://, and the page behind it."""
    for found in _BARE.finditer(text) if "=http" in text else ():
        if page := page_behind(f"https://{without_closing(found[0])}"):
            yield found.start(), found.start() + len(without_closing(found[0])), without_tracking(page)


def tracked_in(text: str) -> Iterator[Untracked]:
    """Yield each URL with tracking."""
    for start, end, page in bare_redirectors(text):
        yield Untracked(start, end, page, text[start:end].partition("/")[0].lower())
    for start, written in addresses_in(text):
        if page := page_behind(written):
            yield Untracked(start, start + len(written), without_tracking(page), urlsplit(written).netloc.lower())
            continue
        if _PASSAGE in written:
            page = written.partition(_PASSAGE)[0].removesuffix("#")
            yield Untracked(start, start + len(written), without_tracking(page))
            continue
        url = _URL.match(text, start)
        if url and (clean := _clean_url(url)) != url[0]:
            yield Untracked(*url.span(), clean)


def without_closing(url: str) -> str:
    """Return a URL without what closes the sentence or the link around it."""
    while (short := url.rstrip(_CLOSING)) != url or (url.endswith(")") and url.count(")") > url.count("(")):
        url = short if short != url else url[:-1]
    return url


def _clean_url(url: re.Match[str]) -> str:
    query = url["query"]
    if "://" in query:  # a URL within a URL: the parameters may belong to either
        return url[0]
    more = next((names for sites, names in _NAMES_OF_SITES if sites.match(url["page"])), "")
    before_others, alone, behind_others = _patterns(more)
    query = alone.sub("", before_others.sub("?", query, count=1), count=1)
    return url[0].removesuffix(url["query"]) + behind_others.sub("", query)


@cache
def _patterns(more: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of tracking before other parameters, alone, and behind others; `more` are names of a site."""
    tracker = rf"(?:{_NAMES}|(?:{more or '(?!)'}))={_VALUE}"
    patterns = (
        rf"\?(?:{tracker}{_AND})+(?=\w)",
        rf"\?{tracker}(?:{_AND}{tracker})*{_END}",
        rf"{_AND}{tracker}(?={_AND}\w|{_END})",
    )
    before_others, alone, behind_others = (re.compile(each, re.VERBOSE | re.IGNORECASE) for each in patterns)
    return before_others, alone, behind_others


@lru_cache(maxsize=4096)
def same_page(address: str) -> str:
    """Return a form that URLs of the same page share: no scheme, tracking, `www.`, fragment or trailing slash."""
    address = without_tracking(address.strip())
    try:
        parts = urlsplit(address)
    except ValueError:  # such as https://[x
        return address
    host = (parts.netloc.rpartition("@")[2]).lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{unquote(parts.path).rstrip('/')}{query}"
