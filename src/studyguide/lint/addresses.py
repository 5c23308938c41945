"""Check the addresses of the Web in all files: those that lead nowhere, and those that record who follows them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from studyguide.data.address_slips import address_slips
from studyguide.data.redirectors import is_library_login, is_short_link
from studyguide.data.tracking import addresses_in, tracked_in, without_closing
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_comments import without_comments
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_file


@on_file
def dead_addresses(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find addresses that a slip broke."""
    for offset, slip in address_slips(without_comments(file)):
        yield slip.at(file.location(offset))


@on_file
def tracking_addresses(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find addresses of redirectors and short links, and tracking parameters."""
    text = without_comments(file)
    for found in tracked_in(text):
        where = file.location(found.start)
        written, page = text[found.start : found.end], without_closing(found.url)
        if found.redirector and not written.lower().startswith("http"):  # a dead address
            continue
        message = "redirector" if found.redirector else "passage" if ":~:" in written else "parameters"
        yield problem(where, "tracking-address", message, host=found.redirector, page=page)
    for offset, url in addresses_in(text):
        if is_short_link(url):
            yield problem(file.location(offset), "tracking-address", "short", host=urlsplit(url).netloc)
        elif is_library_login(url):
            yield problem(file.location(offset), "tracking-address", "login")
