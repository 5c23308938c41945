"""The rules on the entries of glossary.yaml and timeline.yaml, and on YAML in general."""

from __future__ import annotations

from studyguide.diagnostics.rule import Message, Severity, rules_of

_YAML = "This is not valid YAML."
_OWNERS = "Take it away from one of the two."
_KEEP_ONE = "Keep one of them."

RULES = rules_of(
    "entries",
    Severity.ERROR,
    {
        # How it is written
        "yaml-syntax": {
            "sign": Message(_YAML, "Put text that begins with a special sign in quotation marks."),
            "colon": Message(
                _YAML,
                'Put the text in quotation marks if it holds a colon (": "), and indent the lines of an entry alike.',
            ),
            "name": Message(_YAML, 'Each line of an entry is "name: value".'),
            "open": Message(_YAML, "Close the quotation mark or bracket that is opened here."),
            "closed": Message(_YAML, "Open this bracket where the list begins, or take it away."),
            "tab": Message(_YAML, "Use spaces, never tabs."),
            "dash": Message(
                _YAML,
                "Put text that begins with a dash in quotation marks; an item of a list stands on a line of its own.",
            ),
            "folded": Message(_YAML, 'After ">" or "|" the text begins on the next line.'),
            "backslash": Message(_YAML, "Use single quotation marks around text that holds a backslash."),
            "two-lists": Message(_YAML, 'A file is one list: take the line "---" away.'),
            "indent": Message(_YAML, "Check that the lines of an entry are indented alike."),
            "indent-or-quotes": Message(
                _YAML,
                "Check that the lines are indented alike, and that quotation marks stand around the whole text.",
            ),
            "other": Message(
                "This is not valid YAML: {error}.", "Put text that begins with a special sign in quotation marks."
            ),
            "tight-dash": Message("A space is missing behind this dash.", 'Write "- {name}: ...".'),
            "no-colon": Message("A colon is missing behind this name.", 'Write "{name}: ...".'),
            "nested": Message(
                "Too many lists stand within one another here.", "Look for a bracket or a dash too many."
            ),
        },
        "unquoted-sign": Message('A text cannot begin with "{sign}".', "Put it in quotation marks."),
        "forbidden-character": Message("A character here cannot stand in YAML.", "Delete it and type it again."),
        "not-a-list": Message('This file must be a list: each {noun} begins with "- id:".'),
        "missing-dash": Message(
            "A new entry seems to begin here, without its dash.", 'Write "- id:" at the start of the line.'
        ),
        # Fields
        "unknown-field": {
            "": Message('"{field}" is no field of this {noun}.', "The fields are: {fields}."),
            "outside": Message(
                '"{field}" stands outside of "guide", where it does nothing.',
                'Put it below "guide:", as far in as the lines there.',
            ),
            "guide": Message('Under "{field}" nothing is read.'),
        },
        "missing-field": Message('This {noun} has no "{field}".', 'Add a line "{field}: ...".'),
        "repeated-field": {
            "": Message('The field "{field}" stands twice in this entry.', _KEEP_ONE),
            "setting": Message(
                '"{field}" stands twice, on line {line} and here, and only the last would count.', _KEEP_ONE
            ),
            "settings": Message(
                '"{field}" stands twice, on line {line} and here, and only the last would count.',
                "Put the lines of both into one.",
            ),
        },
        "empty-field": Message("{what} is empty.", "Fill it in, or leave the line out."),
        "wrong-field-name": Message("A field needs a plain name.", 'Write "name: value".'),
        "wrong-type": {
            "string": Message(
                "{what} must be text.",
                'Write it in one line, in quotation marks if it begins with "[" or "{{", or holds ": ".',
            ),
            "array": Message("{what} must be a list.", 'Write "[one, two]", or one "- item" a line.'),
            "boolean": Message("{what} must be true or false.", "Write true or false."),
            "object": Message('{what} must be lines of "name: value".'),
        },
        "wrong-value": Message('{what} cannot be "{value}".', "It is one of: {values}."),
        "wrong-form": {
            "": Message('{what} cannot be "{value}".'),
            "header-link": Message(
                '"header_link" cannot be "{value}".',
                'Write one link, as in "[Get help](index.md#get-help)", or leave the line out.',
            ),
        },
        "repeated-item": {
            "": Message("{what} names something twice.", _KEEP_ONE),
            "nav": Message('The navigation names "{name}" twice.', _KEEP_ONE),
        },
        "wrong-date": Message("{fault}"),  # the parser's message: see `studyguide.data.edtf`
        # Names
        "repeated-id": Message('The id "{id}" is used twice.', "Give this {noun} another one."),
        "former-id-in-use": Message('The former id "{id}" is the id of another {noun}.', "Take it out here."),
        "shared-name": {
            "": Message('"{name}" already names the term "{owner}".', _OWNERS),
            "deprecated": Message(
                '"{name}" is deprecated here, and names the term "{owner}".',
                "Take it out here, or out of the names of that term.",
            ),
            "deprecated-twice": Message('"{name}" is already a deprecated name of the term "{owner}".', _OWNERS),
        },
    },
)
