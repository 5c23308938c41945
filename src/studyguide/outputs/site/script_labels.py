"""Translations of the messages in the site's scripts, as a script for `labels.js`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from studyguide.labels.catalogue import Labels, plural_rule

SCRIPT = "assets/javascripts/labels.js"


def catalogue_script(labels: Labels, scripts: Iterable[str]) -> str:
    """Return the script to prepend to `labels.js`: the translations of messages that are string literals in `scripts`.

    Return an empty string for English, the language of the literals.
    """
    messages = _messages_in(scripts, labels)
    if not messages:
        return ""
    return (
        f"window.guideCatalogue = {{ messages: {_literal(messages)}, formOf: (n) => Number({plural_rule(labels)}) }};\n"
    )


def later_catalogue(labels: Labels, script: str) -> str:
    """Return the script to prepend to one that a page loads after `labels.js`; likewise empty for English."""
    messages = _messages_in([script], labels)
    return f"window.guideLabels.add({_literal(messages)});\n" if messages else ""


def _messages_in(scripts: Iterable[str], labels: Labels) -> dict[str, str | list[str]]:
    text = "\n".join(scripts)
    return {message: words for message, words in labels.messages().items() if _literal(message) in text}


def _literal(value: str | Mapping[str, str | list[str]]) -> str:
    return json.dumps(value, ensure_ascii=False)
