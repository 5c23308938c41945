"""Add a Content-Security-Policy to pages, and `rel="noopener noreferrer"` to external links."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*"|'[^']*')*+"""
_SCRIPT = re.compile(rf"<script({_ATTRIBUTES})>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_FROM_FILE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\stype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)
"""A data block, which browsers do not run: it needs no hash."""
_LINK = re.compile(rf"<[aA](?=\s)({_ATTRIBUTES})>")
_ELSEWHERE = re.compile(r"""\shref\s*=\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
_REL = re.compile(r"""\srel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_PRIVATE_REL = ("noopener", "noreferrer")
_HEAD = re.compile(r"<head>", re.IGNORECASE)


def with_policy(html: str, content: str = "") -> str:
    """Add a Content-Security-Policy (https://www.w3.org/TR/CSP3/) that allows only the site's own resources.

    Inline scripts are allowed by hash, except those in `content`, the part of the page from chapters and data.
    """
    ours = html.replace(content, "") if content else html
    scripts = [text for attributes, text in _SCRIPT.findall(ours) if _runs(attributes)]
    hashes = dict.fromkeys(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    directives = (
        "default-src 'self'",
        " ".join(["script-src 'self'", *hashes]),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(directives)}">'
    return _HEAD.sub(lambda head: head[0] + meta, html, count=1)


def with_private_links(html: str) -> str:
    """Add `noopener` and `noreferrer` to links to other sites: no access to the page, no Referer header."""
    return _LINK.sub(_private, html)


def _runs(attributes: str) -> bool:
    return not _FROM_FILE.search(attributes) and not _DATA.search(attributes)


def _private(link: re.Match[str]) -> str:
    attributes = link[1]
    if not _ELSEWHERE.search(attributes):
        return link[0]
    rel = _REL.search(attributes)
    words = next(filter(None, rel.groups()), "").split() if rel else []
    kept = " ".join(dict.fromkeys([*words, *_PRIVATE_REL]))
    return f'<a{_REL.sub("", attributes, count=1)} rel="{kept}">'
