"""The rules on the sources of bibliography.bib."""

from __future__ import annotations

from studyguide.diagnostics.rule import Message, Severity, rules_of

_BEGIN = "Begin it with @online{{key, ...}}."
_KEEP_ONE = "Keep one of them."

RULES = rules_of(
    "sources",
    Severity.ERROR,
    {
        # How it is written
        "bibtex-syntax": {
            "unreadable": Message(
                "This source cannot be read.",
                "Check that a key stands after the first {{, that each {{ has its }}, and that a comma ends each "
                "field.",
            ),
            "beginning": Message("This source does not begin as it should.", _BEGIN),
            "outside": Message(
                "This text stands outside any source.",
                "A source begins with @, as in @online{{key, ...}}; look also for one }} too many above.",
            ),
            "field-name": Message(
                '"{field}" cannot be the name of a field.', "It is one word: take out what else stands before the =."
            ),
            "long-abbreviation": Message("This abbreviation stands for too much text.", "Write it out."),
            "pandoc-line": Message(
                "Nothing can be read from this line on.",
                "Check that the line above ends with a comma, and that each {{ has its }}.",
            ),
            "pandoc": Message("Pandoc, which writes the notes, stopped: {error}"),
        },
        "missing-braces": Message(
            'The text of "{field}" does not stand in one pair of braces.',
            "Write {name} = {{...}}, with a comma behind it.",
        ),
        "unescaped-sign": {
            "sign": Message(
                'The sign "{sign}" is a command of BibTeX, and hides what stands behind it.',
                'Write "{instead}" in its place.',
            ),
            "comment": Message(
                "A comment cannot stand in a field, and all readers would see it.",
                "Write it on a line of its own above the source, behind %.",
            ),
            "command": Message('"{command}" is no command, and hides the words in its braces.'),
        },
        "repeated-abbreviation": Message('The abbreviation "{name}" is given twice.', _KEEP_ONE),
        # Keys
        "missing-key": Message("This source has no key.", _BEGIN),
        "wrong-key": Message(
            'The key "{key}" has a space or a sign that no key can have.', "Use letters, digits and . : / - _ alone."
        ),
        "repeated-key": {
            "": Message('The key "{key}" is used twice: first on line {line}.', "Give this source another key."),
            "capitals": Message(
                'The key "{key}" differs from "{twin}" (line {line}) by capitals alone.',
                "Give one of them another key.",
            ),
        },
        # Fields
        "missing-title": Message(
            'Nothing in the source "{key}" says what it is.', "Add title = {{...}} and author = {{...}}."
        ),
        "unknown-source-type": Message('"{type}" is no type of source.'),
        "repeated-source-field": Message("This source gives {fields} twice.", _KEEP_ONE),
        "wrong-source-date": {
            "": Message('The date "{date}" cannot be read.', "Write the date as 2022-11-07, 2022-11 or 2022."),
            "calendar": Message("{fault}"),  # the parser's message: see `studyguide.data.edtf`
        },
        "wrong-name": {
            "and": Message(
                'Between two names stands "and", not "{sign}".',
                "An organisation stands in braces of its own: {{{{...}}}}.",
            ),
            "commas": Message(
                "A name here has more than one comma.",
                'Write "and" between two names. An organisation stands in braces of its own: {{{{...}}}}.',
            ),
        },
        "wrong-address": {
            "beginning": Message("An address begins with https://.", "Copy it whole from the browser."),
            "two": Message("Two addresses stand here.", _KEEP_ONE),
            "space": Message(
                "An address has no space.", "Take the space out, or copy the address again from the browser."
            ),
            "no-doi": Message("A DOI begins with 10., without an address before it.", "Put it under url = {{...}}."),
        },
        "wrong-crossref": {
            "unknown": Message('No source has the key "{key}".', "Check the spelling."),
            "field": Message(
                '"{reference}" names no field that an @xdata has, and would be printed as it stands.',
                "Write xdata=key-field, as in xdata=press-publisher, or the words themselves.",
            ),
            "circle": Message(
                'The source "{key}" refers to {whom}, by way of "{child}".', "Take out one of the crossrefs."
            ),
        },
    },
)
