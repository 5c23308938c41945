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
    text = "\n".join(scripts)
    messages = {message: words for message, words in labels.messages().items() if json.dumps(message) in text}
    if not messages:
        return ""
    return (
        f"window.guideCatalogue = {{ messages: {_literal(messages)}, formOf: (n) => Number({plural_rule(labels)}) }};\n"
    )


def _literal(messages: Mapping[str, str | list[str]]) -> str:
    return json.dumps(messages, ensure_ascii=False)
