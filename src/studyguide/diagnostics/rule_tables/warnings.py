"""The warnings: rules that do not stop the build."""

from __future__ import annotations

from studyguide.diagnostics.rule import Message, Severity, rules_of

_LATEX = "LaTeX is printed as it is typed."
_NO_TEXT = 'No text has the name "{name}", so that it becomes no link.'
_PASTED = "Type the word again; `make fix` does it."

RULES = rules_of(
    "warnings",
    Severity.WARNING,
    {
        # Sources
        "untitled-source": {
            "": Message('The source "{key}" has no title.', "Add title = {{...}}."),
            "begun": Message(
                'The title of the source "{key}" is still to be written.', "Write it between the braces: title = {{}}."
            ),
        },
        "missing-address": Message(
            'Nothing in the source "{key}" tells a reader where to find it.',
            "Add url = {{...}}, doi = {{...}} or publisher = {{...}}, or its number in a register: isbn, eprint.",
        ),
        "unknown-source-field": {
            "": Message('"{field}" is no field of a source, and is not printed.'),
            "own": Message(
                '"{field}" is no field of a source, and is not printed.',
                "Write what is to be printed under note.",
            ),
            "other-name": Message('"{field}" is no field of a source, and is not printed.', "Write {meant} = {{...}}."),
        },
        "lost-words": {
            "": Message(
                '"{command}" is no command here, and the words in its braces are not printed.',
                "Take the command out, and leave the words.",
            ),
            "citation": Message(
                '"{command}" cites nothing here, and is not printed.',
                "Write the author and the title of the source that is meant.",
            ),
            "note": Message(
                '"{command}" makes no note here, and its words are not printed.',
                "Write them under note = {{...}}, without the command.",
            ),
            "reference": Message(
                '"{command}" refers to nothing here, and is not printed.', "Write the number that is meant."
            ),
        },
        "un-symbol": {
            "session": Message(
                "{symbol} is of session {session} of the {body}, held {time}, and this source is dated {date}.",
                "Check the number and the date.",
            ),
            "of-year": Message(
                "{symbol} is of {year}, and this source is dated {date}.", "Check the number and the date."
            ),
            "no-session": Message("{symbol} names a session {session}, which is still to come.", "Check the number."),
            "roman": Message(
                "Until 1976 a resolution's number ran on, and its session stood behind it in Roman numerals.",
                "Write {field} = {{{symbol}}}.",
            ),
            "year": Message(
                "The year of a resolution of the Security Council stands in brackets behind its number.",
                "Write {field} = {{{symbol}}}.",
            ),
            "body": Message(
                "{symbol} is of the {body}, and the author is the {other}.", "Check the number and the author."
            ),
            "place": Message(
                "{symbol} is the number of a document, and stands under {field}.",
                "Write number = {{{symbol}}}, and take it out here.",
            ),
            "address": Message(
                "The number is {symbol}, and the address leads to {other}.", "Check which document is meant."
            ),
            "issue": Message(
                "{symbol} is the number of a document, and is printed as that of an issue of @{type}.",
                "Write @report in place of @{type}.",
            ),
            "no-address": Message(
                "This document of the United Nations can be read on the web.", "Add url = {{{address}}}."
            ),
        },
        "other-act": {
            "other": Message("The {first} is of {act}, and the {second} of {other}.", "Check which act is meant."),
        },
        "source-twin": Message(
            'This is the same source as "{key}" on line {line}: they have the same {mark}.',
            "Keep one of the two, and cite it as [@{key}] where [@{own}] stands.",
        ),
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
            "Without braces of its own, an organisation is a person to BibTeX, with the last word as family name.",
            "Write {field} = {{{written}}}.",
        ),
        "misread-name": {
            "": Message("A name here is in a form that BibTeX misreads.", "Write {field} = {{{written}}}."),
            "several": Message('Between two names stands "and".', "Write {field} = {{{written}}}."),
        },
        "title-in-capitals": Message("This title is in capitals, and is printed so."),
        "source-as-text": Message(
            "This line looks like a source, and is left out.",
            "Write it as @online{{key, ...}} with its fields; if it is a remark, begin it with %.",
        ),
        "as-printed": Message(
            "This source was read by rules, and nobody has compared it with the words of the document.",
            "Compare them, mend what is wrong, and delete this line.",
        ),
        "missing-access-date": Message(
            'The web page "{key}" has no day on which somebody read it.',
            "Open it, and add urldate = {{YYYY-MM-DD}} with the year, month and day on which you did.",
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
            "before": Message(
                'The place "{words}" stands before its source, and would open the note.',
                "Write it behind the source: [@{key}, {words}].",
            ),
            "year": Message(
                '"{words}" is the year of the source, and would be printed as a page.',
                "Take it out: the note says it. A page of that number is p. {words}.",
            ),
            "backwards": Message('The pages "{words}" run backwards.', "Check the numbers."),
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
            "unread": Message('The date "{date}" cannot be read, and the year alone is printed.'),
            "issue": Message('"{date}" is printed as {words}.', "Write {field} = {{{years}}} if two years are meant."),
        },
        # Words
        "unused-term": Message(
            'Nothing in the guide uses the term "{id}".',
            "Add the words that the chapters use to its aliases, or take it out.",
        ),
        "broad-alias": Message(
            '"{alias}" is so common a word that it links in {count} of {sections} sections that mention a term.',
            'Take it out, write a longer alias that means this term alone, or link it once a page: "link: page".',
        ),
        "older-name": Message(
            '"{name}" is an older name, and stands outside the title of a source.', 'Write "{instead}".'
        ),
        "bare-address": {
            "": Message("An address in the text becomes no link.", "Write [words for it](address), or <address>."),
            "www": Message(
                "An address in the text becomes no link.", "Write [words for it](https://{site}), or <https://{site}>."
            ),
        },
        "doubtful-address": Message(
            'No website is called "{host}".',
            "Copy the address again from the browser, or write it as `code` if it is an example.",
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
            "passage": Message(
                "The end of this address names words that a browser searched the page for.",
                "Write {page}; `make fix` does it.",
            ),
            "short": Message(
                "This address hides where it leads, and ends when {host} does.",
                "Open it, and write the address that the browser shows then.",
            ),
            "login": Message(
                "This address leads through the login of a library, which other readers lack.",
                "Write the page's own address, or its DOI.",
            ),
        },
        "pasted-text": {
            "garbled": Message('Signs of "{word}" were garbled between two programs.', _PASTED),
            "invisible": Message('A sign that nobody sees stands in "{word}".', _PASTED),
            "between-words": Message("A sign that nobody sees stands between two words.", _PASTED),
            "separator": Message('A line end that no key types stands in "{word}".', _PASTED),
            "alphabet": Message('Letters of another alphabet stand in "{word}", and look alike.', _PASTED),
            "ligature": Message('Two letters of "{word}" are one sign, as in a PDF.', _PASTED),
            "hyphen": Message('The hyphen of "{word}" is another sign than the key types.', _PASTED),
            "apart": Message('A letter of "{word}" and its accent are two signs, as on a Mac.', _PASTED),
            "in-doubt": Message(
                'A line ends within "{before}-{after}", and a reader sees a space there.',
                'Write it in one line: "{before}{after}", or "{before}-{after}" if it has a hyphen.',
            ),
            "moved": Message('A line end divides "{word}".', "Write it in one; `make fix` does it."),
        },
        "email-address": Message(
            "This is an e-mail address, and everyone in the world can read and collect it.",
            "Take it out: who answers questions is said in mkdocs.yml, under contact.",
        ),
        "small-picture": Message(
            'The file "{name}" has {width} × {height} pixels: on the page and in print it is blurred, or tiny.',
            "Find it larger, at least 1000 pixels wide, or set the width at which it is meant: {{ width=120 }}.",
        ),
        "unlinked-file": {
            "": Message(
                "No page links to this file, so that it is not published.",
                "Link to it from a chapter, or move it out of docs/.",
            ),
            "chapter": Message(
                'The name of this file ends as "{name}", so that it is no chapter, and not published.',
                'Rename it to "{chapter}", or move it out of docs/.',
            ),
        },
        "empty-list": Message(
            "This file holds no {noun}, so that the page {page} is empty.",
            "Put its entries back, or write the first one; if there is none to come, take the page out.",
        ),
        "text-behind-hash": Message(
            "What stands behind # is left out as a remark.",
            "Put the text in quotation marks if it belongs to it.",
        ),
        "two-forms": {
            "": Message(_NO_TEXT, 'Write both forms: "{one}", "{several}".'),
            "several": Message(_NO_TEXT, "Write each name by itself: [{names}]."),
            "markup": Message(_NO_TEXT, "Write the words alone, without {markup}."),
        },
        "folded-text": {
            "": Message(
                "The lines of this text are joined, so that its list or its paragraphs run on.",
                "Write | behind the colon, and the text in the lines below without quotation marks.",
            ),
            "sign": Message(
                "{sign} joins the lines of this text, so that its list or its paragraphs run on.",
                "Write | in place of {sign}.",
            ),
        },
        "unquoted-word": Message(
            '"{word}" without quotation marks is read as {kind} by programs that read YAML.', 'Write "{word}".'
        ),
        # Signs and headings
        "unread-markup": {
            "open-code": Message(
                "Code begins here and does not end, so that its signs are printed.",
                "Write the same signs on a line of their own behind it.",
            ),
            "open-bold": Message(
                "Two stars open bold letters here and nothing closes them, so that they are printed.",
                'Write ** behind the last bold word, or "\\*\\*" for stars.',
            ),
            "open-italic": Message(
                "A star opens slanted letters here and nothing closes it, so that it is printed.",
                'Write * behind the last slanted word, or "\\*" for a star.',
            ),
            "open-backtick": Message(
                "A backtick opens code here and nothing closes it, so that it is printed.",
                'Write ` behind the code, or "\'" where it is a quotation mark.',
            ),
            "accent": Message(
                "A backtick stands here for an apostrophe, and is printed; two of them make code of what is between.",
                "Write ' in its place.",
            ),
            "loose": Message(
                "A space beside the stars keeps these words from being emphasised, and the stars are printed.",
                "Write {signs}{words}{signs}.",
            ),
            "open-tag": Message(
                "<{tag}> is read as HTML that does not end, and no reader sees it.",
                'Write </{tag}> behind its words, or "&lt;{tag}>" if readers shall see it.',
            ),
            "end-tag": Message(
                "</{tag}> is read as the end of HTML that does not begin, and no reader sees it.",
                "Write <{tag}> before its words, or take it out.",
            ),
            "declaration": Message("Signs of HTML or XML are printed.", "Take them out, or write them as `code`."),
            "no-address": Message(
                "This link has no address: no line gives one for its second brackets.",
                "Write [{words}](address).",
            ),
            "backslash": Message("The backslash is printed: {words} needs none here.", "Write {words} alone."),
            "line-end": Message(
                "The backslash at the end of this line is printed, and breaks no line.",
                "Write two spaces in its place, or leave an empty line.",
            ),
            "note": Message(
                "A note is not written so here, and its signs are printed.",
                'Write [^1] here, and a line "[^1]: ..." below the paragraph.',
            ),
            "citation": Message(_LATEX, "Write [@{words}]."),
            "bibliography": Message(_LATEX, "Take it out: the bibliography stands on a page of its own."),
            "command": Message(_LATEX, "Take {words} out, or write it in Markdown."),
            "formula": Message(
                "Formulas of LaTeX are printed as they are typed.",
                "Write it in plain signs, as in x<sup>2</sup>, or show a picture of it.",
            ),
            "role": Message(
                "{name} and the words in backticks are printed.",
                "Write a citation as [@key], a term as [word](term:name), and a link as [words](file.md).",
            ),
            "link": Message("This is no link here, and its signs are printed.", "Write [{words}]({target})."),
            "embed": Message(
                "This shows no file here, and its signs are printed.", "Write ![what it shows](file.png)."
            ),
            "tags": Message(
                "Tags in square brackets are printed.", "Write **bold**, *italic*, [words](address) or > quotation."
            ),
            "span": Message("The braces behind these brackets are printed.", "Write the words alone: {words}."),
            "picture": Message("This picture names no file, and its signs are printed.", "Write ![{label}](file.png)."),
            "snippet": Message(
                "Nothing puts a file in here, and the line is printed.", "Write the words, or a link to their chapter."
            ),
            "title-mark": Message(
                "A space before the signs keeps this from being a heading.", "Write {signs} {words} without it."
            ),
            "underline": Message(
                "This line of signs is printed.", "Write ## before a heading, or --- between empty lines for a line."
            ),
            "alert": Message(
                "Boxes are not written so here, and [!{words}] is printed.",
                'Write !!! note "Title" without ">", and indent the text below it by four spaces.',
            ),
            "block": Message(
                "{words} opens no box here, and is printed.",
                'Write !!! note "Title", and indent the text below it by four spaces; take the closing {words} out.',
            ),
            "directive": Message(
                "{words} is printed.", 'Write a box as !!! note "Title", and a picture as ![what it shows](file.png).'
            ),
            "task": Message("A box to tick is printed as brackets.", "Write the words of the item alone."),
            "tab": Message(
                "There are no tabs here, and the signs are printed.", "Write a heading in place of each tab."
            ),
            "abbreviation": Message(
                "An abbreviation is not explained so here, and the line is printed.",
                'Add an entry with "abbreviation: true" to glossary.yaml.',
            ),
            "definition": Message(
                "A definition is not written so here, and its colon is printed.",
                "Write **word**: its meaning, or add it to glossary.yaml.",
            ),
            "contents": Message(
                "No list of contents is made of this: it is printed.", "Take it out: site and handout have one."
            ),
            "template": Message("Nothing fills in what stands in these braces: they are printed.", "Write the words."),
            "remark": Message("A remark is not written so here, and every reader sees it.", "Write <!-- remark -->."),
            "grid": Message(
                "A table is not drawn so here.", "Write | a | b |, with | --- | --- | below the first row."
            ),
            "title": Message("This is no heading here, and its signs are printed.", "Write ## {words}."),
            "field": Message(
                "A reference was lost when the text was copied from Word.", "Write what it led to, or [words](file.md)."
            ),
            "edit": Message(
                "The signs of a proposed change are printed.", "Decide, and write the words without {{ and }}."
            ),
            "struck": Message("Tildes strike nothing out here, and are printed.", "Write <del>{words}</del>."),
            "marked": Message("Equals signs mark nothing here, and are printed.", "Write <mark>{words}</mark>."),
            "inserted": Message("These signs mark nothing here, and are printed.", "Write <ins>{words}</ins>."),
            "low": Message("Tildes lower nothing here, and are printed.", "Write {before}<sub>{words}</sub>."),
            "high": Message("Carets raise nothing here, and are printed.", "Write {before}<sup>{words}</sup>."),
            "bold": Message("Three apostrophes make nothing bold here, and are printed.", "Write **{words}**."),
            "italic": Message(
                "Two apostrophes are printed as they stand.", 'Write *{words}*, or "{words}" for a quotation.'
            ),
            "quotes": Message("These signs are no quotation marks here.", 'Write "{words}".'),
            "emoji": Message("{words} is printed as it stands.", "Type the sign itself, or leave it out."),
        },
        "unmeant-heading": {
            "underline": Message(
                "The dashes below this line make a heading of it.",
                "Leave an empty line above them for a line across the page, or write ## {words} for a heading.",
            ),
            "line": Message(
                "The dashes below this line make a heading of it.",
                "Leave an empty line above them for a line across the page.",
            ),
            "second": Message(
                "This is a second title of the chapter, and begins a chapter of its own in the handout.",
                'Write ## {title}, or "\\#" where the sign belongs to the text.',
            ),
            "in-entry": Message(
                "A heading within an entry is one of the whole list.",
                'Write it as **bold** text, or "\\#" where the sign belongs to the text.',
            ),
        },
        "indented-text": Message(
            "The spaces at the start of this line make code of it.",
            "Take them out. Code that you want to show stands between two lines of ```.",
        ),
        "marked-up-name": Message(
            "A title or name is plain text, so that readers see {markup} as it stands.",
            "Write the words alone; a source stands under sources, and a link in the text of the entry.",
        ),
        "check-without-note": {
            "": Message(
                '"{id}" is marked to be checked, and no reader is told.',
                'Add a line "note: ..." that says what is in doubt.',
            ),
            "minor": Message(
                '"{id}" has "status: minor", which is about its note, and has no note.',
                'Add a line "note: ..." that says what was corrected, or take "status: minor" out.',
            ),
        },
        "lost-questions": Message(
            "The quick reference prints the questions of the section {{#{id}}}, which this chapter does not have.",
            'If they stand under "{title}", put {{#{id}}} behind that heading.',
        ),
        # What is left over
        "still-to-write": Message(
            '"{title}" is still to be written.', "Write it, and delete the box that says what belongs there."
        ),
        "unread-field": Message('Nothing reads the field "{name}" at the top of a chapter.', "Take the line out."),
        "unneeded-silence": Message(
            'There is no "{name}" here that this comment would allow.',
            "Delete it, or put it right above what it is about.",
        ),
        # Colours
        "palette-colour": {
            "primary": Message(
                '"primary: {value}" colours the header alone, and neither links nor print.',
                'Write "primary: custom" under palette, and colour: "{named}" under extra: guide:.',
            ),
            "accent": Message(
                '"accent: {value}" colours a link alone, and only while the pointer is on it.',
                'Write "accent: custom" under palette, and accent: "{named}" under extra: guide:.',
            ),
            "beside": Message(
                'The colours under extra: guide: take the place of "{name}: {value}".',
                'Write "{name}: custom" under palette.',
            ),
        },
        # Editions
        "wrong-edition": {
            "conflict": Message(
                "Two people made an edition, and Git left both versions here. The guide is compared with none.",
                "Take one of them whole: git checkout --theirs edition.json.",
            ),
            "short": Message(
                "This file ends too early, and the guide is compared with no edition.",
                "Get it back from Git, or delete it and make an edition: make edition.",
            ),
            "syntax": Message(
                "From here on this file is not as the command wrote it, and the guide is compared with no edition.",
                "Get it back from Git, or delete it and make an edition: make edition.",
            ),
            "foreign": Message(
                "This file is no edition of a study guide, and is passed over.",
                "Give it another name, so that make edition can write its own.",
            ),
            "version": Message(
                "Another version of the engine made this edition, and the guide is compared with none.",
                "Take that engine, or delete the file and make an edition: make edition.",
            ),
            "part": Message(
                '"{name}" is not as the command wrote it, and the guide is compared with no edition.',
                "Get the file back from Git, or delete it and make an edition: make edition.",
            ),
            "date": Message("This is no date, and the guide is compared with no edition.", 'Write it as "2026-01-31".'),
            "unit": Message(
                'What this file says of "{name}" was changed by hand, and the guide is compared with no edition.',
                "Get the file back from Git, or delete it and make an edition: make edition.",
            ),
        },
    },
)
