"""The warnings: rules that do not stop the build."""

from __future__ import annotations

from studyguide.diagnostics.rule import Message, Severity, rules_of

RULES = rules_of(
    "warnings",
    Severity.WARNING,
    {
        # Sources
        "figure-without-note": Message(
            'This paragraph states a figure ("{figure}") and has no note.',
            "Cite behind it where it comes from: [@key].",
        ),
        "section-without-source": Message(
            'The section "{title}" has {words} words and names no source.', "Cite where it comes from: [@key]."
        ),
        "uncited-source": {
            "": Message(
                'Nothing cites the source "{key}".', "Cite it, or mark it with keywords = {{further-reading}}."
            ),
            "keyword": Message(
                'Nothing cites the source "{key}".',
                "Cite it, or write keywords = {{further-reading}}, with a hyphen and small letters.",
            ),
        },
        "hand-made-note": Message(
            "This looks like the number of a note, and calls none.",
            "Cite a source as [@key], or write a note of your own as [^1].",
        ),
        "organisation-as-person": Message(
            "An organisation without braces of its own is printed as a person, the last word first.",
            "Write {field} = {{{written}}}.",
        ),
        "source-as-text": Message(
            "This line looks like a source, and is left out.",
            "Write it as @online{{key, ...}} with its fields; if it is a remark, begin it with %.",
        ),
        "missing-access-date": Message(
            'The web page "{key}" has no day on which somebody read it.',
            "Open it, and add urldate = {{2026-01-31}} with the day on which you did.",
        ),
        "unread-locator": {
            "": Message(
                '"{words}" is not understood as a place in the source, and would stand at the end of the note.',
                "Write what it counts, as in p. 4 or art. 5, or put it in braces: {{{words}}}.",
            ),
            "elsewhere": Message(
                'The place "{words}" stands behind other words, and would come at the end of the note.',
                "Write it right behind the source: [@{key}, {words}].",
            ),
            "number": Message('"{words}" needs its number.', 'Write it, as in "p. 4", or take the word out.'),
        },
        "unknown-language": Message(
            '"{name}" is no language that is known here, so that readers\' devices read the title aloud as English.',
            'Write its English name, or its tag, such as "pt-BR".',
        ),
        # Dates
        "doubtful-date": {
            "season-or-years": Message(
                '"{date}" is read as a season, not as two years.',
                'Write "{years}" for the years; for the season its months, "{north}" in the north of the world or '
                '"{south}" in the south.',
            ),
            "season": Message(
                '"{date}" is a season, which has other months in the south of the world than in the north.',
                'Write its months: "{north}" in the north, "{south}" in the south.',
            ),
            "before-christ": Message(
                '"{date}" is read as {words}: the year 0000 is 1 BC.',
                'Write "{meant}" if that is one year too early, or name the year BC in the title or the description.',
            ),
            "no-year-0": Message(
                '"{date}" is read as {words}: the year 0000 is 1 BC.',
                "Write the year that is meant, or name the year BC in the title or the description.",
            ),
            "far": Message('"{date}" lies {years} years ahead.', "Check the year."),
            "source": Message('"{date}" is still to come, and the source is there already.', "Check the year."),
            "access": Message(
                '"{date}" is still to come, so nobody has read the page on that day.', "Write the day on which you did."
            ),
            "issue": Message('"{date}" is printed as {words}.', "Write {field} = {{{years}}} if two years are meant."),
        },
        # Words
        "unused-term": Message(
            'Nothing in the guide uses the term "{id}".',
            "Add the words that the chapters use to its aliases, or take it out.",
        ),
        "older-name": Message(
            '"{name}" is an older name, and stands outside the title of a source.', 'Write "{instead}".'
        ),
        "bare-address": Message(
            "An address in the text becomes no link.", "Write [words for it](address), or <address>."
        ),
        "tracking-address": {
            "redirector": Message(
                "This address leads through {host}, which records who follows it.",
                "Write {page}; `make fix` does it.",
            ),
            "parameters": Message(
                "The end of this address tells the website how its readers came by it.",
                "Write {page}; `make fix` does it.",
            ),
            "short": Message(
                "This address hides where it leads, and ends when {host} does.",
                "Open it, and write the address that the browser shows then.",
            ),
        },
        "email-address": Message(
            "This is an e-mail address, and everyone in the world can read and collect it.",
            "Take it out: who answers questions is said in mkdocs.yml, under contact.",
        ),
        "small-picture": Message(
            'The file "{name}" has {width} × {height} pixels: on the page and in print it is blurred, or tiny.',
            "Find it larger, at least 1000 pixels wide, or set the width at which it is meant: {{ width=120 }}.",
        ),
        "text-behind-hash": Message(
            "What stands behind # is left out as a remark.",
            "Put the text in quotation marks if it belongs to it.",
        ),
        "still-to-write": Message(
            '"{title}" is still to be written.', "Write it, and delete the box that says what belongs there."
        ),
        "unread-field": Message('Nothing reads the field "{name}" at the top of a chapter.', "Take the line out."),
        "unneeded-silence": Message(
            'There is no "{name}" here that this comment would allow.',
            "Delete it, or put it right above what it is about.",
        ),
    },
)
