"""Find the topics of a document that has several: headings above chapters, of which two topics have the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from studyguide.authoring.documents.text.blocks import Heading
from studyguide.authoring.documents.text.runs import plain

_LABEL = re.compile(r"\W*(?P<word>[^\W\d_][\w ]{2,20}?)\s*(?:[A-Da-d]|[1-4]|I{1,3}|IV)\s*(?:[:：.–—-]\s|$)")
"""What numbers a topic: "Topic A: Rivers", "Tema 2. Rios"."""


def topics_of(headings: Sequence[Heading], top: int, name_of: Callable[[str], str | None]) -> tuple[Heading, ...]:
    """Return the headings of topics in order; none in a document of one topic. `top` is the level of chapters."""
    parts = [name_of(" ".join(plain(heading.text).split())) for heading in headings]
    labels = Counter(filter(None, map(_label, headings)))
    topics: dict[int, list[str]] = {}
    for place, (heading, part) in enumerate(zip(headings, parts, strict=True)):
        if part is None and (heading.level < top or (heading.level == top and labels[_label(heading)] > 1)):
            topics[place] = []
        elif part and topics:
            topics[max(topics)].append(part)
    full = [place for place, below in topics.items() if below]
    shared = Counter(part for place in full for part in set(topics[place]))
    return tuple(headings[place] for place in full) if max(shared.values(), default=0) > 1 else ()


def _label(heading: Heading) -> str:
    label = _LABEL.match(plain(heading.text))
    return label["word"].casefold() if label else ""
