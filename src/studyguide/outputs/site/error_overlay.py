"""Shows what is wrong with a guide over its last good pages, while a chair mends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_BODY = re.compile(r"<body\b[^>]*>")
_PANEL = "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:50vh;overflow:auto;padding:1em 1.5em"
_LOOK = "background:#3b0d0c;color:#fff;font:16px/1.5 system-ui,sans-serif;border-top:4px solid #ffb3ad"


def with_panel(html: str, heading: str, messages: Sequence[str]) -> str:
    """Give a page with a panel at its foot: a heading, and the messages in a list. What they say is text."""
    items = "".join(f'<li style="margin:.3em 0;white-space:pre-line">{escape(message)}</li>' for message in messages)
    listed = f'<ol style="margin:.5em 0 0;padding-left:1.5em">{items}</ol>'
    panel = f'<aside role="alert" style="{_PANEL};{_LOOK}"><strong>{escape(heading)}</strong>{listed}</aside>'
    return _BODY.sub(lambda body: body[0] + panel, html, count=1)
