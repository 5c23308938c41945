"""The live-reload error overlay: show the problems of a guide over the last good pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_BODY = re.compile(r"<body\b[^>]*>")
_PANEL = "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:50vh;overflow:auto;padding:1em 1.5em"
_COLOURS = "background:#3b0d0c;color:#fff;font:16px/1.5 system-ui,sans-serif;border-top:4px solid #ffb3ad"


def with_overlay(html: str, heading: str, messages: Sequence[str]) -> str:
    """Add a panel to a page, with a heading and a list of messages, all escaped."""
    items = "".join(f'<li style="margin:.3em 0;white-space:pre-line">{escape(message)}</li>' for message in messages)
    listed = f'<ol style="margin:.5em 0 0;padding-left:1.5em">{items}</ol>'
    panel = f'<aside role="alert" style="{_PANEL};{_COLOURS}"><strong>{escape(heading)}</strong>{listed}</aside>'
    return _BODY.sub(lambda body: body[0] + panel, html, count=1)
