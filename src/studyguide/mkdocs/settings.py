"""The guide's own settings in mkdocs.yml, as written there, and the checks that MkDocs does not make."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.plugins import BasePlugin

from studyguide.data.colours import BLACK, WHITE, Colour, parse_colour
from studyguide.data.csl_styles import STYLE_NAMES, style_location
from studyguide.data.look import parse_look
from studyguide.data.paths import ENGINE
from studyguide.data.settings import Settings, read_settings
from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan, read_source_file
from studyguide.markdown.markers import FACTS
from studyguide.mkdocs import bibtex_plugin as bibtex
from studyguide.outputs.book import TOPIC_SEPARATOR
from studyguide.outputs.pdf.preflight import unprintable_language
from studyguide.outputs.site.search_files import PLUGIN
from studyguide.outputs.site.theme_languages import MATERIAL, fault_in_language, translation_for

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_EXTENSIONS = ("admonition", "attr_list", "md_in_html")
_LANGUAGE = ("theme", "language")
_LISTS = ("html", "downloads", "position_paper", "countries")
"""The settings under `extra: guide:` that are lists."""
_STYLE = ("plugins", "bibtex", "csl_file")
_FORK = "materialx"
"""MaterialX, which installs its other templates and its other search into the folder of Material's."""
_SEARCH = re.compile(r"(?<!re)search|lunr|pagefind|algolia")
"""What is in the name of every plugin that searches."""
_NEAR = 0.95
"""The similarity from which a name is a misspelling: two styles may differ by only a year or a letter."""


def root_of(config: MkDocsConfig) -> Path:
    """Return the guide's folder."""
    return Path(str(config.config_file_path)).parent


def settings_file(config: MkDocsConfig) -> SourceFile:
    """Return the mkdocs.yml that a config was read from."""
    file = read_source_file(root_of(config), Path(str(config.config_file_path)).name)
    assert isinstance(file, SourceFile)  # MkDocs has read it
    return file


def load_config_settings(config: MkDocsConfig) -> Settings:
    """Parse the settings, and replace the values that YAML constructed in the config by the text as written."""
    settings = read_settings(settings_file(config))
    given = config.extra.get("guide")
    given = given if isinstance(given, dict) else {}
    texts = {
        name: "" if it is None or isinstance(it, (dict, list)) else str(it)  # a list in the place of a text is told
        for name, it in given.items()
    }
    lists = {name: list(map(str, given[name])) if isinstance(given.get(name), list) else [] for name in _LISTS}
    entry = settings.guide
    if entry:
        texts |= {name: entry.text(name) for name in entry.fields}
        lists |= {name: [item.text for item in entry.texts(name)] for name in _LISTS if name in entry.fields}
    if entry and (topics := [item.text for item in entry.texts("topic")]):
        texts["topic"] = TOPIC_SEPARATOR.join(topics)
        lists["topics"] = topics
    config.extra["guide"] = texts | lists
    return settings


def markdown_of(config: MkDocsConfig, settings: Settings, name: str) -> SourceSpan | None:
    """Return the Markdown of a guide's setting, such as `contact`, with its position; None if it is empty."""
    text = config.extra["guide"].get(name, "")
    written = settings.span("extra", "guide", name)
    return replace(written or SourceSpan("", settings.file), text=text) if text else None


def facts_of(config: MkDocsConfig) -> dict[str, str]:
    """Return the words for each of the markers `FACTS`; without a `topic`, that is the site's name."""
    given = config.extra.get("guide") or {}
    facts = {name: given.get(name) or "" for name in FACTS}
    return facts | {"topic": facts["topic"] or config.site_name}


def jobs_of(config: MkDocsConfig) -> int:
    """Return how many processes are to build the guide; 0 for as many as there are processors."""
    written = config.extra["guide"].get("jobs") or ""
    return int(written) if written.isdecimal() else 0  # another value is told by the check


def set_logo(config: MkDocsConfig) -> None:
    """Have the theme show the conference's logo."""
    if logo := config.extra["guide"].get("logo"):
        config.theme["logo"] = logo


def palette_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem of the first colour of Material's own, which colours the header alone, or what is hovered."""
    for name in ("primary", "accent"):
        for written in settings.spans("theme", "palette", name):
            if written.text not in ("", "custom"):
                value, named = written.text, _colour_of_material(config, name, written.text)
                message = "beside" if parse_look(config.extra["guide"]) else name
                return problem(written.where, "palette-colour", message, name=name, value=value, named=named)
    return None


def _colour_of_material(config: MkDocsConfig, name: str, value: str) -> Colour:
    """Return the colour that Material's stylesheet has for a name, darkened until white text can be read on it."""
    rule = re.compile(rf"\[data-md-color-{name}={re.escape(value.replace(' ', '-'))}\]{{--md-[\w-]+:(#\w+)")
    sheets = (path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/palette.*.css"))
    found = next((found[1] for sheet in sheets if (found := rule.search(sheet.read_text(encoding="utf-8")))), "")
    return (parse_colour(found) or BLACK).readable_on(WHITE, BLACK)


def language_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem of a language that the theme lacks, and fall back to English so that the check can go on.

    Tell the theme which of its languages to take for a variety that it lacks.
    """
    written, language = settings.span(*_LANGUAGE), str(config.theme.get("language", "en"))
    config.theme["translation"] = translation_for(language, config.theme.dirs)
    fault = fault_in_language(language, config.theme.dirs)
    if not written or not fault:
        return None
    config.theme["language"] = config.theme["translation"] = "en"
    return problem(written.where, "wrong-setting", "language", fault=fault)


def typeface_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem of a language for whose letters no typeface of the handout is installed."""
    written = settings.span(*_LANGUAGE)
    return unprintable_language(written.text, written.where) if written and has_handout(config) else None


def has_handout(config: MkDocsConfig) -> bool:
    """Return whether the settings, once loaded, ask for the PDFs."""
    return bool(config.extra["guide"].get("pdf") != "false")


def style_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem of a citation style that is not a file, as when a setting names a style or its URL."""
    root, style, written = root_of(config), bibtex.style_of(config), settings.span(*_STYLE)
    if not written or not written.text or Path(*style_location(root, style)).is_file():
        return None
    stem = PurePosixPath(urlsplit(style).path).stem
    if stem in STYLE_NAMES:
        return problem(written.where, "wrong-style", "name", name=style, style=stem)
    wanted = f"styles/{stem}.csl"
    folders = (root / "styles", ENGINE / "styles")
    there = [f"styles/{path.name}" for folder in folders for path in folder.glob("*.csl")]
    fix = did_you_mean(stem, STYLE_NAMES) or did_you_mean(wanted, there, _NEAR)
    return problem(written.where, "wrong-style", "missing", name=style, wanted=wanted, fix=fix)


def theme_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem of a theme that is neither Material nor made on top of it."""
    if MATERIAL in config.theme.dirs and config.theme.name != _FORK:
        return None
    written = settings.span("theme", "name") or settings.span("theme")
    where = written.where if written else settings.place("theme")
    return problem(where, "wrong-setting", "theme", name=config.theme.name or config.theme.custom_dir)


def search_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem of another search in place of Material's; a guide may well have none."""
    if MATERIAL not in config.theme.dirs or PLUGIN in config.plugins:
        return None
    name = next((name for name, plugin in config.plugins.items() if _is_search(name, plugin)), None)
    ours = PLUGIN.removeprefix(f"{config.theme.name}/")
    where = settings.place("plugins", name) if name else None
    return problem(where, "wrong-setting", "search", name=name, ours=ours) if where else None


def _is_search(name: str, plugin: object) -> bool:
    return isinstance(plugin, BasePlugin) and bool(_SEARCH.search(name))  # a hook is a module


def engine_problems(config: MkDocsConfig) -> list[Problem]:
    """Return what keeps the engine from reading any chapter as it is meant, in place of all that would follow."""
    settings = read_settings(settings_file(config))
    return list(filter(None, [_hook_problem(config, settings), extension_problem(config, settings)]))


def _hook_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem that no hook is the engine's: the site would be built without it."""
    plugins = config.plugins.values()  # among them the hooks
    modules = (str(getattr(getattr(plugin, "on_files", None), "__module__", "")) for plugin in plugins)
    if any(module.startswith(f"{ENGINE.name}.") for module in modules):
        return None
    return problem(settings.place("hooks"), "wrong-setting", "no-hook")


def extension_problem(config: MkDocsConfig, settings: Settings) -> Problem | None:
    """Return the problem of missing extensions of Markdown, on which boxes, ids and captions hang."""
    there = {name.rpartition(".")[2] for name in config.markdown_extensions if isinstance(name, str)}
    missing = [name for name in _EXTENSIONS if name not in there and not ("extra" in there and name != "admonition")]
    if not missing:
        return None
    return problem(settings.place("markdown_extensions"), "wrong-setting", "extensions", names=", ".join(missing))
