"""Find the page behind the address of a redirector, by which search engines and mail programs record who opens it.

Where the page's address stands in that of the redirector, it is taken from there; a short link hides it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote, urlsplit

_IN_PARAMETER = tuple(
    (re.compile(pattern), names.split())
    for pattern, names in (
        (r"(?:www\.)?google\.[a-z.]+/url", "q url"),
        (r"(?:www\.)?google\.[a-z.]+/imgres", "imgrefurl"),
        (r"scholar\.google\.[a-z.]+/scholar_url", "url"),
        (r"translate\.google\.[a-z.]+/(?:translate|website)", "u"),
        (r"[\w.-]*\bsafelinks\.protection\.(?:outlook|office365)\.(?:com|us)/.*", "url"),
        (r"statics\.teams\.(?:microsoft\.com|cdn\.office\.net)/.*safelinks.*", "url"),
        (r"(?:lm?|www|m)\.(?:facebook|messenger|instagram|threads|workplace)\.(?:com|net)/(?:l\.php|flx/warn/?)?", "u"),
        (r"(?:www\.|m\.)?youtube\.com/redirect", "q"),
        (r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)/?", "url"),
        (r"out\.reddit\.com/.*", "url"),
        (r"(?:www\.)?duckduckgo\.com/l/?", "uddg"),
        (r"(?:www\.)?bing\.com/ck/a", "u"),
        (r"(?:away\.)?vk\.com/away\.php", "to"),
        (r"(?:www\.)?(?:t\.umblr|tumblr)\.com/redirect", "z"),
        (r"slack-redir\.net/link", "url"),
        (r"exit\.sc/?", "url"),
        (r"(?:www\.)?steamcommunity\.com/linkfilter/?", "u url"),
        (r"[\w.-]*proxy[\w.-]*/login", "url qurl"),
        (r"login\.[\w-]+\.idm\.oclc\.org/login", "url qurl"),
        (r"docs\.google\.com/(?:viewer|gview|viewerng/viewer)", "url"),
        (r"view\.officeapps\.live\.com/op/(?:view|embed)\.aspx", "src"),
        (r"t\.me/iv", "url"),
        (r"urldefense\.(?:proofpoint\.com|com|us)/v2/url", "u"),
        (r"linkprotect\.cudasvc\.com/url", "a"),
        (r"clicktime\.symantec\.com/.*", "u"),
    )
)
"""The pattern of a redirector's host and path, and the parameters that hold the page's address."""
_IN_PATH = tuple(
    map(
        re.compile,
        (
            r"(?:www\.)?google\.[a-z.]+/amp/(?:(?P<safe>s)/)?(?P<page>.+)",
            r"r\.search\.yahoo\.com/.*/RU=(?P<page>[^/]+)/.*",
            r"(?:www\.)?researchgate\.net/deref/(?P<page>.+)",
            r"urldefense\.(?:com|us)/v3/__(?P<page>.+?)__;.*",
            r"[\w-]+\.cdn\.ampproject\.org/[a-z]/(?:(?P<safe>s)/)?(?P<page>.+)",
            r"secure-web\.cisco\.com/[^/]+/(?P<page>https?%3A.+)",
        ),
    )
)
_SHORTENERS = re.compile(
    r"(?:^|\.)(?:t\.co|bit\.ly|bitly\.com|j\.mp|goo\.gl|tinyurl\.com|tiny\.(?:cc|one)|ow\.ly|buff\.ly|lnkd\.in|is\.gd|v\.gd|"
    r"dlvr\.it|rb\.gy|cutt\.ly|shorturl\.(?:at|gg)|t\.ly|rebrand\.ly|fb\.me|amzn\.to|nyti\.ms|bbc\.in|reut\.rs|econ\.st|"
    r"trib\.al|shar\.es|ift\.tt|adf\.ly|bit\.do|s\.id|lnks\.gd|aka\.ms|share\.google|search\.app|list-manage\.com|"
    r"ct\.sendgrid\.net|protect(?:-\w+)?\.mimecast\.com|mimecastprotect\.com)$"
)
_PROXY = r"\.(?:[\w-]*proxy[\w-]*(?:\.[\w-]+)+|[\w-]+\.idm\.oclc\.org)"
_TOP = r"(?:com|org|net|edu|gov|int|info|eu|[a-z]{2})"
_LIBRARY = re.compile(rf"(?P<site>(?:[\w-]+\.)+{_TOP}){_PROXY}")
_LIBRARY_WITH_HYPHENS = re.compile(rf"[\w-]+-{_TOP}{_PROXY}")
"""A site behind a library's login: www-jstor-org.ezproxy.example.edu. Which hyphens were dots, one cannot tell."""
_TRANSLATED = re.compile(r"(?P<site>[\w-]+)\.translate\.goog")
_DEEPEST = 5
"""How many redirectors within one another are followed."""


def page_behind(url: str) -> str:
    """Return the address of the page to which a redirector leads; empty if `url` is no redirector or hides it."""
    page = url
    for _ in range(_DEEPEST):
        if not (inner := _page_behind(page)):
            break
        page = inner
    return "" if page == url else page


def is_short_link(url: str) -> bool:
    """Tell whether an address is one of a service that hides where it leads."""
    parts = _split(url)
    return bool(parts and _SHORTENERS.search(parts[0]) and parts[1].strip("/"))


def is_library_login(url: str) -> bool:
    """Tell whether an address leads through the login of a library, and hides that of its page."""
    parts = _split(url)
    return bool(parts and _LIBRARY_WITH_HYPHENS.fullmatch(parts[0]))


def _page_behind(url: str) -> str:
    parts = _split(url)
    if not parts:
        return ""
    host, path, query = parts
    if site := _site_behind(host):
        return _as_address(url.replace(url.split("/")[2], site, 1))
    for pattern in _IN_PATH:
        if found := pattern.fullmatch(host + path):
            page = unquote(found["page"])
            return _as_address(page if "://" in page else f"https://{page}")
    for pattern, names in _IN_PARAMETER:
        if pattern.fullmatch(host + path):
            values = parse_qs(query.replace("\\&", "&").replace("&amp;", "&"))
            decode: Callable[[str], str] = _DECODERS.get(host.removeprefix("www."), str)
            return next(filter(None, (_as_address(decode(values[name][0])) for name in names if name in values)), "")
    return ""


def _site_behind(host: str) -> str:
    """Return the host that another one passes on: a translator, or the login of a library."""
    if found := _LIBRARY.fullmatch(host):
        return found["site"]
    found = _TRANSLATED.fullmatch(host)  # which writes - for a dot, and -- for -
    return "-".join(part.replace("-", ".") for part in found["site"].split("--")) if found else ""


def _split(url: str) -> tuple[str, str, str] | None:
    """Return host, path and query of an address of the Web, the host in small letters; None for any other text."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return (parts.netloc.lower(), parts.path, parts.query) if parts.scheme.lower() in ("http", "https") else None


def _as_address(page: str) -> str:
    """Return the address with the signs encoded that end one in Markdown, YAML or BibTeX; empty if it is none."""
    if not re.match(r"https?://[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$)", page):
        return ""
    return quote(page, safe="%/:?#@!$&'*+,;=~-._[]" + "".join(filter(str.isalnum, set(page))))


def _from_bing(value: str) -> str:
    """Decode the parameter of bing.com: `a1`, and the address in base 64."""
    try:
        return base64.urlsafe_b64decode(value[2:] + "==").decode() if value.startswith("a1") else ""
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _from_proofpoint(value: str) -> str:
    """Decode the parameter of Proofpoint, which writes `-` for `%` and `_` for `/`."""
    return unquote(value.replace("_", "/").replace("-", "%"))


_DECODERS: dict[str, Callable[[str], str]] = {
    "bing.com": _from_bing,
    "urldefense.proofpoint.com": _from_proofpoint,
    "urldefense.com": _from_proofpoint,
    "urldefense.us": _from_proofpoint,
}
