"""The rules on a chapter's Markdown."""

from __future__ import annotations

from studyguide.diagnostics.rule import Message, Severity, rules_of

_SPELLING = "Check the spelling."
_LINK = "Write [{words}]({target})."
_CITATION = "Write [{cited}]."
_SAVE_PICTURE = "Open it in a program for pictures, save it as PNG, JPEG or SVG, and name that file."
_TABLE = "This table is printed as plain text."
_NOT_IN_HTML = 'Take it out there, or write markdown="1" into the tag around it.'

RULES = rules_of(
    "chapters",
    Severity.ERROR,
    {
        # Links
        "unknown-term": Message('No term in glossary.yaml has the id "{name}".', _SPELLING),
        "unknown-event": Message('No event in timeline.yaml has the id "{name}".', _SPELLING),
        "unknown-source": {
            "": Message('No source in bibliography.bib has the key "{name}".', _SPELLING),
            "braces": Message('The key "{key}" is read up to a sign in it.', "Write [@{{{key}}}]."),
            "comma": Message("The comma makes two sources of one.", 'Put quotation marks around "{whole}".'),
        },
        "unknown-section": {
            "section": Message('No section of docs/{path} has the id "{name}".', _SPELLING),
            "place": Message('No place in docs/{path} has the id "{name}".', _SPELLING),
        },
        "unknown-file": {
            "": Message('No file in docs/ is "{name}".', _SPELLING),
            "website": Message('No file in docs/ is "{name}".', 'Write "https://{address}" if it is a website.'),
            "mail": Message(
                'No file in docs/ is "{name}".',
                "Take the link out: who answers questions is said in mkdocs.yml, under contact.",
            ),
            "chapter": Message('No chapter is at "{name}".', _SPELLING),
            "no-picture": Message("This picture names no file.", "Name one below docs/, as in assets/chart.svg."),
        },
        "unknown-link": {
            "scheme": Message('No link begins with "{scheme}:".'),
            "empty": Message("This link has no address.", "Write where it leads."),
        },
        "absolute-link": Message(
            'The link "{address}" works on one site alone.',
            'Link to a chapter\'s file, as in "background.md#poverty".',
        ),
        "unreadable-address": Message('The address "{address}" cannot be read.', 'Check the part after the "//".'),
        "dead-address": {
            "space": Message("A space breaks this address.", "Write {address}, or copy it again from the browser."),
            "beginning": Message("An address begins with https:// or http://.", "Write {address}, if it leads there."),
            "comma": Message('No website is called "{host}".', 'Write "{meant}", or copy it again from the browser.'),
            "local": Message(
                "This address leads to your own computer, which no reader reaches.",
                "Link to the file, as in [words](chapter.md#place), or write its address on the Web.",
            ),
            "empty": Message("This address names no website.", "Copy it from the browser, or take the link out."),
            "tag": Message('The address "{host}" in < > is read as a tag.', "Write https:// before it."),
        },
        "html-link": Message(
            'The link to "{address}" is written as HTML, so it would not lead there.',
            "Write it as [words](file.md#place).",
        ),
        "broken-link": {
            "space": Message("A space between the brackets keeps this from being a link.", _LINK),
            "turned": Message("The brackets of this link are the wrong way round.", _LINK),
            "open": Message("This link is not closed right behind its address.", _LINK),
            "divided": Message("A line end divides this address.", "Write [{words}]({target}{rest}) in one line."),
            "spaced": Message("An address has no space, and %20 in its place.", _LINK),
            "spaced-alone": Message("An address has no space, and %20 in its place.", "Write <{target}>."),
            "wiki": Message(
                "Links are not written as in a wiki.", "Write [{words}](file.md), with the file of the chapter."
            ),
        },
        # Citations and notes
        "citation-without-brackets": Message("A citation needs square brackets.", _CITATION),
        "citation-without-sign": {
            "": Message("A citation needs an @ before its source.", "Write [@{key}]."),
            "stray": Message(
                "A citation has one @, and the key of its source right behind it.",
                'Write [@{key}], or "\\[" where it is no citation.',
            ),
        },
        "citation-without-source": Message(
            'A part of "[{inside}]" names no source.', 'Each part between semicolons needs its "@key".'
        ),
        "missing-semicolon": Message("Two sources in one bracket need a semicolon between them.", _CITATION),
        "open-citation": Message(
            '"{words}" looks like a citation, but its bracket is not closed as one.',
            'Write "]" after it, or "\\[" where it is no citation.',
        ),
        "broken-citation": {
            "escaped": Message("The backslashes keep this from being a citation.", _CITATION),
            "org": Message("A citation has an @ alone before its key.", "Write [@{cited}]."),
            "sign": Message("A key that begins with a sign stands in braces.", "Write [@{{{cited}}}]."),
            "linked": Message("A citation links to its source by itself, and is no link of yours.", _CITATION),
            "split": Message("A place stands within the brackets of its source.", "Write [{cited}, {place}]."),
            "two-pairs": Message("A citation stands in one pair of brackets, not in two.", _CITATION),
        },
        "unknown-note": {
            "": Message('There is no note "[^{name}]".', 'Write a line "[^{name}]: ..." below.'),
            "source": Message('There is no note "[^{name}]".', "A citation has an @: write [@{cited}]."),
            "in-data": Message('There is no note "[^{name}]".', "Cite a source in its place: [@key]."),
        },
        "uncalled-note": Message(
            'Nothing calls the note "[^{name}]", so no reader would see it.', "Call it in the text, or delete it."
        ),
        "nested-note": Message(
            'A note cannot call another, "[^{name}]": on paper it would be lost.',
            "Put its words here in brackets, or call it in the text, behind this note.",
        ),
        "repeated-note": Message(
            'There are two notes "{call}", and a reader would see the last one alone.',
            "Give one of them another name.",
        ),
        # Pictures and charts
        "picture-without-text": Message(
            "This picture has no text for those who cannot see it.",
            "Say in a sentence what it shows: ![A bar chart of ...](file.svg).",
        ),
        "picture-from-elsewhere": Message(
            "This picture would be fetched from another site.", "Save it in docs/assets/ and name that file."
        ),
        "html-picture": Message(
            'The picture "{address}" is written as HTML, so it would not be found.',
            "Write it as ![what it shows](file.png).",
        ),
        "wrong-chart": {
            "no-table": Message("This chart has no table to draw.", 'Put a table with two columns into the "figure".'),
            "no-bar": Message("This chart has no number above 0, so there is no bar to draw."),
            "no-number": Message(
                'The chart cannot draw "{cell}" in the row "{row}".',
                "Write a plain number, such as {example}, in the second column.",
            ),
            "ambiguous": Message(
                'The chart cannot draw "{cell}" in the row "{row}": it can be read as {thousands} or as {decimals}.',
                "Write the one that you mean so.",
            ),
            "html": Message(
                "This chart is not drawn, since its table is not read as Markdown.",
                'Write markdown="1" into the tag <figure>.',
            ),
        },
        "wrong-picture": {
            "drawing": Message(
                'The file "{name}" is an SVG drawing, and browsers show one only if its name ends in ".svg".',
                "Rename the file, and name it so here.",
            ),
            "unseen": Message('The file "{name}" is {kind} file, which most browsers do not show.', _SAVE_PICTURE),
            "none": Message(
                'The file "{name}" is no picture, whatever its name says.', "Save it anew as PNG, JPEG or SVG."
            ),
            "damaged": Message(
                'The file "{name}" is damaged, or of a rare kind.',
                "Open it in a program for pictures, and save it anew as PNG or JPEG.",
            ),
            "cmyk": Message(
                'The file "{name}" has the colours of a printing press (CMYK), which screens show wrongly.',
                "Open it in a program for pictures, change its colours to RGB, and save it as PNG or JPEG.",
            ),
            "huge": Message(
                'The file "{name}" has more than 250 million pixels.',
                "Save it smaller in a program for pictures: 2000 pixels across are enough.",
            ),
        },
        "unprintable": {
            "level": Message(
                "A heading of level {level} ({signs}) follows one of level {before} ({signs_before}).",
                "The handout can skip none: write {missing} here, or put such a heading above.",
            ),
            "level-from-data": Message(
                "A heading of level {level} ({signs}) follows one of level {before} ({signs_before}).",
                "The handout can skip none: put a {missing} below it.",
            ),
            "language": Message(
                "The handout's typeface for {script} is not installed.",
                'Type "make fonts". Or do without the handout: "pdf: false" under "extra: guide:".',
            ),
            "unprinted-language": Message(
                "The handout cannot be printed: the engine has no typeface for the letters of this language.",
                'Do without it: "pdf: false" under "extra: guide:".',
            ),
            "typeface": Message(
                'The typeface for {script} is not installed, and the handout needs it for "{letters}".',
                'Type "make fonts", or write it in Latin letters.',
            ),
            "letters": Message('The fonts of the handout lack "{letters}".', "Write it in Latin letters."),
            "letters-in-chapter": Message(
                'The fonts of the handout lack "{letters}".',
                'Write it in Latin letters, or leave the chapter out of the handout: "handout: false" at its top.',
            ),
            "signs": Message(
                'The fonts of the handout lack the sign "{letters}".', "Take it out, or write in words what it says."
            ),
            "signs-in-chapter": Message(
                'The fonts of the handout lack the sign "{letters}".',
                "Take it out, write in words what it says, or leave the chapter out of the handout: "
                '"handout: false" at its top.',
            ),
            "stopped": Message("The handout cannot be printed from here: {error}."),
        },
        # Lists and tables
        "broken-list": {
            "one-paragraph": Message(
                "The lines of this list run into one paragraph.",
                'Begin each with "- ", or with "1. ", and leave an empty line above the first.',
            ),
            "no-empty-line": Message(
                "The lines of this list run into the paragraph above.", "Leave an empty line above the first."
            ),
            "lines": Message(
                "These lines run into one paragraph.", "Leave an empty line between them, or end each with two spaces."
            ),
            "space": Message(
                "A space parts the mark of a list from its words.", 'Write "{mark} ", and then the words.'
            ),
            "paragraph": Message(
                "This paragraph is not indented enough to belong to the item above.",
                "Begin its lines with four spaces, or with none.",
            ),
            "indent": Message(
                "This line is not indented enough to be a list within the list above.",
                "Begin it with four spaces, and the lines of a list within it with eight.",
            ),
        },
        "broken-table": {
            "no-empty-line": Message(_TABLE, "Leave an empty line above its first row."),
            "dashes-elsewhere": Message(
                _TABLE, "Put the line of dashes right below its first row, and give both as many cells."
            ),
            "no-dashes": Message(_TABLE, "Write a line |{dashes} below its first row."),
            "row": Message(
                "This line becomes a row of the table above.",
                "Leave an empty line above it, or write | between its cells.",
            ),
            "comment": Message(
                "A comment in a table ends in the line in which it begins, else the page shows it.",
                "Write it in one line, or above the table.",
            ),
            "long-row": Message(
                "This row has more cells than the head of its table, so that the page leaves out its end.",
                'Give the head as many cells, or write "\\|" where the sign belongs to the text.',
            ),
            "tabs": Message(
                "The cells of a table have | between them, and not tabs.",
                "Write | a | b |, with | --- | --- | below the first row.",
            ),
        },
        # Boxes, markers and headings
        "unknown-box": Message('There is no kind of box "{kind}".', "The kinds are {kinds}."),
        "broken-box": {
            "signs": Message(
                "This line was meant as a box.",
                'Write it as !!! correction "Editor\'s note", and indent its text by four spaces.',
            ),
            "quotes": Message(
                "This line was meant as a box.",
                'Write it as !!! {kind} "{title}", with straight quotation marks, and indent its text by four spaces.',
            ),
            "title": Message(
                "The title of this box has no quotation marks, so that no reader sees it.",
                'Write !!! {kind} "{title}".',
            ),
            "look": Message(
                '"{word}" has no meaning before the title of a box.',
                "Take it out, or write it within the quotation marks.",
            ),
            "indent": Message(
                "The text of this box is not indented, so that it stands outside.",
                "Begin each line of it with four spaces.",
            ),
        },
        "broken-attributes": {
            "open": Message("The brace is not closed, so that the heading shows it.", 'Write "}}" at its end.'),
            "space": Message("The id of a heading has no space in it.", "Write {{#{id}}}."),
            "no-braces": Message(
                "The id of a heading stands in braces, else the heading shows it.", "Write {{#{id}}}."
            ),
            "alone": Message(
                "What stands in these braces belongs to nothing, so that the page shows it.",
                "Put it right below the last line of its paragraph, with no empty line between, or behind a heading.",
            ),
            "words": Message(
                "Braces right behind emphasis or a link are read as attributes, and no reader sees the words.",
                "Write \\{{{words}}}, or leave a space before it.",
            ),
            "quotes": Message(
                "An attribute stands in straight quotation marks, and these are curly ones.",
                'Type " in their place.',
            ),
        },
        "open-comment": {
            "": Message(
                "A comment begins here and does not end, so that the page shows it.", "Write --> behind its last word."
            ),
            "empty-line": Message(
                "An empty line ends the paragraph in which this comment begins, so that the page shows both halves.",
                "Take the empty line out, or begin the comment on a line of its own.",
            ),
            "hides": Message(
                "A comment begins here and does not end, so that the page leaves out all that follows.",
                "Write --> behind its last word.",
            ),
            "swallows": Message(
                "A comment begins here, and the next one before it ends, so that the page leaves out all between.",
                "Write --> behind its last word, or take the inner <!-- out.",
            ),
        },
        "unknown-marker": Message('There is no marker "<!-- {name} -->".'),
        "empty-marker": Message(
            '"<!-- {name} -->" stands for what mkdocs.yml says under extra: guide:, as "{name}", and nothing is said.',
            "Write it there, or take the marker out with the words around it.",
        ),
        "repeated-marker": Message("This marker stands twice on the page.", "Delete one."),
        "misplaced-marker": {
            "in-line": Message(
                'What "<!-- {name} -->" stands for needs a place of its own.',
                "Put the marker on a line of its own, with nothing before it, and leave an empty line around it.",
            ),
            "in-html": Message(
                'HTML stands around "<!-- {name} -->", so that nothing is made of it.', "Put it outside of every tag."
            ),
            "elsewhere": Message(
                'Nothing takes the place of "<!-- {name} -->" here: a marker works in the text of a chapter alone.',
                "Write the words themselves.",
            ),
            "other-page": Message(
                '"<!-- {name} -->" works in docs/{page} alone, so nothing takes its place here.',
                "Move it to that page, and make the page if there is none.",
            ),
            "words-in-html": Message(
                'HTML stands around "<!-- {name} -->", in which its words are not read as Markdown.', _NOT_IN_HTML
            ),
        },
        "missing-marker": Message(
            'There is no line "<!-- {name} -->" on this page.', "Put it where the list is to stand."
        ),
        "empty-heading": {
            "": Message(
                "This heading has no words, by which the contents and the handout could name it.",
                "Write them behind its signs, or delete the line.",
            ),
            "picture": Message(
                "This heading is a picture alone: without words neither the contents nor the handout can name it.",
                "Write words behind its signs, and put the picture on a line of its own below.",
            ),
        },
        "repeated-section": Message('Two sections of this page have the id "{id}".', "Give one of them another id."),
        "front-matter": {
            "first-line": Message(
                'A first line that begins with "{name}:" is taken for a setting, and no reader sees it.',
                "Put a line --- above and below a setting, and an empty line above a text.",
            ),
            "handout": Message(
                "Handout is true or false, without quotation marks, and not {value}.",
                "Write handout: false to leave the chapter out of it.",
            ),
            "unreadable": Message(
                "The lines at the top of the chapter cannot be read.",
                "Put a value that holds a colon in quotation marks, and close the lines with ---.",
            ),
            "first-signs": Message(
                "These lines count only between two lines of three hyphens, with no space before them.",
                "Write --- in their place.",
            ),
            "elsewhere": Message(
                "These lines count only at the very top of the file.", "Move them there, between two lines ---."
            ),
            "empty-line": Message(
                "These lines count only at the very top of the file.", "Delete the empty line above them."
            ),
            "comment": Message(
                "A comment here is no comment, and the site shows it with the chapter's description.",
                "Begin it with # in a line of its own.",
            ),
            "nested": Message(
                "The lines at the top of the chapter hold more than plain values.",
                "Put a value that begins with & or * in quotation marks.",
            ),
        },
        "lost-character": {
            "": Message("A character here was lost when the text was copied.", "Type it again."),
            "repeated": Message(
                'A character of "{word}" was lost when the text was copied, here and {more} below.', "Type it again."
            ),
        },
        "unsafe-address": Message(
            'An address here cannot begin with "{scheme}:".',
            "Name a file of the guide, or begin it with https:// or mailto:.",
        ),
        "unsafe-html": {
            "tag": Message(
                "The tag <{tag}> may not stand in a page.",
                'Take it out, write it as Markdown, or "&lt;{tag}>" if readers shall see it.',
            ),
            "words": Message(
                'The words behind "<{tag}" are read as HTML, and no reader sees them.', 'Write "&lt;" for the sign.'
            ),
            "left-out": Message(
                'What stands between "{signs}" and ">" is left out of the page.', "Take it out, or write it as `code`."
            ),
            "attribute": Message(
                'The attribute "{attribute}" of <{tag}> may not stand in a page.',
                "Take it out, or write it as Markdown.",
            ),
        },
        "tangled-text": Message(
            "Nobody can tell what so many signs in one paragraph mean.",
            "Close the brackets, and put an empty line between paragraphs.",
        ),
        "lost-citation": {
            "html": Message(
                'The citation of "{key}" becomes no note here: it stands in HTML, or in the words of a picture.',
                _NOT_IN_HTML,
            ),
            "code": Message(
                "The spaces at the start of this line make code of it, in which nothing is a citation or a link.",
                "Take them out. Code that you want to show stands between two lines of ```.",
            ),
        },
        "lost-heading": Message("This heading becomes none: it stands in HTML.", _NOT_IN_HTML),
    },
)
