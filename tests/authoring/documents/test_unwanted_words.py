"""Words that tests/words.yaml forbids and a document has."""

from __future__ import annotations

import yaml

from studyguide.authoring.documents.unwanted_words import allow_used_words

_WORDS = """\
# What `make test` looks for.
required:
  - Call for help.
# Words that the guide does not use.
forbidden:
  lorem ipsum: the text itself
  "third world": the country's name
"""


def test_a_word_that_the_document_has_is_told_and_allowed() -> None:
    page = "# A\n\nOne line.\nHe spoke for all of the Third World in those years, as some say.\n"
    words, findings = allow_used_words(_WORDS, {"docs/a.md": page, "glossary.yaml": "x", "timeline.yaml": ""})
    assert yaml.safe_load(words) == {"required": ["Call for help."], "forbidden": {"lorem ipsum": "the text itself"}}
    assert '  # "third world": the country\'s name\n' in words
    ((told, printed, file, mark),) = [(each.words, each.printed, each.file, each.mark) for each in findings]
    assert told == 'Not "third world", but the country\'s name:'
    assert printed == "for all of the Third World in those years, as"
    assert (file, mark) == ("docs/a.md", page.splitlines()[3])


def test_sources_keep_their_titles_and_parts_of_words_are_none() -> None:
    texts = {"bibliography.bib": "The third world", "docs/a.md": "A third worldly view."}
    assert allow_used_words(_WORDS, texts) == (_WORDS, [])


def test_a_list_whose_words_are_all_used_is_empty() -> None:
    words, _ = allow_used_words(_WORDS, {"docs/a.md": "Lorem ipsum, third world."})
    assert yaml.safe_load(words)["forbidden"] is None
