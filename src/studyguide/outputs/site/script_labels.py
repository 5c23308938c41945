"""The messages of the site's scripts, as the script that holds them for `labels.js`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from studyguide.labels.catalogue import Labels, plural_rule

SCRIPT = "assets/javascripts/labels.js"


def catalogue_script(labels: Labels, scripts: Iterable[str]) -> str:
    """Return what stands before `labels.js`: the translations of the messages that these scripts hold.

    A message is in a script as a string literal. In English, which the scripts themselves hold, there is nothing.
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
