"""The title-page metadata of the handout: settings in mkdocs.yml, and the edition's day and revision."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from studyguide.data.look import parse_look
from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, LABELS, TIMELINE
from studyguide.diagnostics.diagnostic import Problem
from studyguide.labels.calendars import day_in_words
from studyguide.labels.catalogue import ENGLISH
from studyguide.labels.fallbacks import is_traditional
from studyguide.mkdocs.settings import facts_of, has_handout, root_of, settings_file
from studyguide.outputs.book import TitlePage
from studyguide.outputs.pdf.preflight import missing_in, missing_letters

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from studyguide.labels.catalogue import Labels

_TAG = re.compile(r"<[^>]*>")
_SOURCES = (GLOSSARY, TIMELINE, BIBLIOGRAPHY, LABELS, "overrides", "styles", "hooks")
"""What a build reads besides mkdocs.yml and `docs/`."""


def edition_day(config: MkDocsConfig) -> date:
    """Return the day of the last commit, or without Git of the newest source file.

    The Makefile exports the commit's as `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    root = root_of(config)
    sources = [*Path(config.docs_dir).rglob("*.md"), root / GLOSSARY, root / TIMELINE, root / BIBLIOGRAPHY]
    newest = max(source.stat().st_mtime for source in sources if source.exists())
    return datetime.fromtimestamp(newest, UTC).date()


def title_page_problems(config: MkDocsConfig) -> list[Problem]:
    """Return the problems of characters on the title page that no font of the handout has."""
    file = settings_file(config)
    if file.text.isascii() or not has_handout(config):
        return []
    words = " ".join([*facts_of(config).values(), _licence(config)])
    return list(missing_in(file, missing_letters(words, str(config.theme.get("language", "en")))))


def read_title_page(config: MkDocsConfig, labels: Labels = ENGLISH) -> TitlePage:
    """Read the title page's metadata from the config and Git."""
    settings = config.extra.get("guide") or {}
    name = str(config.theme.get("language", "en"))
    (language, region), look = _language(name), parse_look(settings)
    facts = facts_of(config)
    return TitlePage(
        title=facts["topic"],
        conference=facts["conference"],
        committee=facts["committee"],
        officer=facts["officer"],
        author=config.site_author or "",
        description=config.site_description or "",
        edition=_edition(config, labels),
        licence=_licence(config),
        address=config.site_url or "",
        language=language,
        region=region,
        paper="us-letter" if settings.get("paper", "").lower() == "letter" else "a4",
        chapters=(settings.get("chapters") or "").lower(),
        colour=str(look.colour) if look else "",
        accent=str(look.link) if look else "",
        logo=quote(settings.get("logo") or ""),
        topics=tuple(settings.get("topics") or ()),
    )


def _licence(config: MkDocsConfig) -> str:
    """Return the copyright notice without tags, on one line."""
    return " ".join(unescape(_TAG.sub("", config.copyright or "")).split())


def _language(name: str) -> tuple[str, str]:
    """Return the language and region of a tag such as `pt-BR`, in lower case.

    A script is no region; but Traditional Chinese without one is set as in Taiwan.
    """
    language, *parts = re.split("[-_]", name.lower())
    usual = "tw" if is_traditional(name) else "gb" if language == "en" else ""
    return language, next((part for part in parts if len(part) == 2), usual)


def _edition(config: MkDocsConfig, labels: Labels) -> str:
    """Return the day and the revision, and whether the guide's files differ from it.

    A guide that nobody has committed has no revision, also in the folder of another repository.
    """
    day, root = day_in_words(edition_day(config), labels), root_of(config)
    sources = [*_SOURCES, Path(str(config.config_file_path)).name, config.docs_dir]
    revision = _git(root, "rev-parse", "--short", "HEAD")
    if not revision or not _git(root, "rev-list", "--max-count=1", "HEAD", "--", *sources):
        return day
    if _git(root, "--no-optional-locks", "status", "--porcelain", "--", *sources):
        # Translators: an edition with changes that are in no revision yet.
        return labels.gettext("{day}, revision {revision} with uncommitted changes", day=day, revision=revision)
    return labels.gettext("{day}, revision {revision}", day=day, revision=revision)


def _git(root: Path, *arguments: str) -> str:
    """Return what Git answers in the guide's folder; an empty string outside a repository or without Git."""
    command = ["git", "-C", str(root), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 (the user's own git)
    except FileNotFoundError:
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""
