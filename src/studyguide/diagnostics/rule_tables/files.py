"""The rules on files as a whole, and on the settings in mkdocs.yml."""

from __future__ import annotations

from studyguide.diagnostics.rule import Message, Severity, rules_of

RULES = rules_of(
    "files",
    Severity.ERROR,
    {
        # Any file
        "active-file": Message(
            "A browser would run this file as a part of the site.",
            "Take it out of docs/, or name a script of your own under extra_javascript in mkdocs.yml.",
        ),
        "merge-conflict": Message(
            "A merge conflict is left here.",
            "Keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        ),
        "not-utf-8": Message("This file is not saved as UTF-8 text.", 'Save it again with the encoding "UTF-8".'),
        "unreadable-file": {
            "missing": Message("This file is missing.", "Put it back, or make it anew."),
            "refused": Message("This file cannot be read: {error}."),
            "outside": Message("This is a link to a file outside the guide's folder.", "Put the file itself here."),
            "emptied": Message(
                "This file holds no {noun}, and the guide names {uses}.",
                "Put its entries back, or take out what names them.",
            ),
            "empty": Message("This chapter is empty.", "Write the chapter, or get its text back."),
        },
        "wrong-silence": {
            "meant": Message("This was meant to allow a warning, and allows none.", 'Write it as "{example}".'),
            "unreadable": Message(
                "This comment seems to allow a warning, and cannot be read.",
                'Write "check: allow", the name, ", because" and the reason.',
            ),
            "error": Message('"{name}" stops the build, so that no comment can allow it.', "Mend what it tells of."),
            "unknown": Message('There is no kind of warning "{name}".', "The names are {names}."),
            "no-reason": Message(
                'This comment does not say why "{name}" is allowed.', 'Write ", because" and the reason behind it.'
            ),
        },
        "wrong-label": {
            "line": Message(
                "This line is not understood.",
                'Write msgid or msgstr, a space, and the text between straight quotation marks: msgstr "Text".',
            ),
            "entry": Message(
                "This is no whole entry.",
                "Write a msgid, and below it a msgstr; for a plural, msgid_plural, msgstr[0] and so on.",
            ),
            "header": Message(
                "This file cannot be used: {words}.", "The lines before the first text are not needed: take them out."
            ),
            "unknown": Message(
                'The engine has no text "{text}".', "Copy the msgid to the letter from the engine's messages.pot."
            ),
            "plurals": Message('"{text}" is not translated in the forms of this language.', "Write {forms}."),
            "signs": Message('"{text}" holds {signs}, which would not be shown as it is.', "Write it without."),
            "placeholders": Message(
                '"{text}" has not the same words in braces as its msgid.', "Write these in it, untranslated: {wanted}."
            ),
            "no-placeholders": Message('"{text}" has words in braces, and its msgid has none.', "Take them out."),
            "language": Message(
                'Nobody sees what this file says: the language of the guide is "{language}".', "Name it {name}."
            ),
        },
        # mkdocs.yml
        "wrong-setting": {
            "value": Message('MkDocs cannot use the setting "{name}": {words}.'),
            "text": Message('"{name}" must be text.', "Put it in quotation marks."),
            "boolean": Message('"{name}" must be true or false.', "Write one of them, without quotation marks."),
            "list": Message('"{name}" must be a list.', 'Write each of its items in a line of its own behind "- ".'),
            "path": Message('There is nothing at "{item}", which "{name}" names.', "Check the path, or take it out."),
            "plugin": Message('No plugin is called "{item}".', "Check its name, or take it out."),
            "option": Message('The plugin "{item}" has no option "{option}".', "Check its name, or take it out."),
            "extension": Message('No extension of Markdown is called "{item}".', "Check its name, or take it out."),
            "country": Message(
                'No member or observer state of the United Nations is called "{value}".',
                'Write a name, an equals sign and the country: "Britannia = United Kingdom", or "Holland = none".',
            ),
            "country-name": Message(
                '"{name}" is no name of a country: it has no letter.', "Write the words that the chapters have."
            ),
            "country-twice": Message(
                '"{name}" stands for two countries in this list.', "Keep the line of the one that is meant."
            ),
            "tag": Message('"{tag}" has no meaning here.', "Put text that begins with ! in quotation marks."),
            "mkdocs": Message("{words}"),  # the message of MkDocs
            "language": Message("{fault}"),  # shared with `studyguide new`
            "no-hook": Message(
                "The site would be built without its engine: no hook is hooks/guide.py.",
                "Write hooks: [hooks/guide.py].",
            ),
            "extensions": Message(
                "The guide's Markdown is not read as it is meant without the extensions {names}.",
                "Write each under markdown_extensions.",
            ),
            "theme": Message(
                'The guide\'s pages are made for the theme "material", not for "{name}".',
                'Write "name: material" under theme in mkdocs.yml.',
            ),
            "search": Message(
                'The guide can be searched with the plugin "{ours}" alone, and not with "{name}".',
                'Write "{ours}" in its place.',
            ),
            "colour": Message(
                '"{value}" is no colour that can be read.',
                'Write it as "#00796b", or by its name in CSS, such as navy.',
            ),
            "contrast": Message(
                'The {name} "{value}" is too light: it has a contrast of {figure} with white; text needs 4.5 (WCAG).',
                'Write a darker one, such as "{darker}".',
            ),
            "topic": Message(
                'No section of nav is called "{name}", as this topic is.',
                'Write "- {name}:" under nav, and below it, indented, the chapters of this topic.',
            ),
            "no-picture": Message('There is no file "{name}" in docs/.', "Put it there, or take the line out."),
        },
        "wrong-hook": {
            "": Message("This hook stops the build: {words}.", "Mend it, or take its file out of hooks in mkdocs.yml."),
            "event": Message('MkDocs has no event "{name}".'),
        },
        "unknown-chapter": {
            "": Message(
                'No chapter in docs/ is "{name}".', "Check the spelling, put the chapter back, or take the line out."
            ),
            "other-file": Message(
                'No chapter in docs/ is "{name}".',
                "The navigation lists chapters, which end in .md: link to any other file from one of them.",
            ),
        },
        "chapter-outside-nav": {
            "": Message(
                "No reader finds this chapter: the navigation leaves it out.",
                "Add it under nav in mkdocs.yml, or under not_in_nav.",
            ),
            "readme": Message(
                "No reader finds this chapter: index.md beside it takes its place.",
                "Give it another name and add it under nav in mkdocs.yml, or move it out of docs/.",
            ),
        },
        "wrong-bibliography": Message(
            'The guide\'s sources are in bibliography.bib, not in "{name}".', "Write bibliography.bib."
        ),
        "wrong-style": {
            "missing": Message(
                'There is no file "{name}" here.',
                "Download the style from https://www.zotero.org/styles into the folder styles, and name that file: "
                "{wanted}.",
            ),
            "name": Message('There is no file "{name}" here.', "Write csl_file: {style}, which comes with the engine."),
            "entities": Message("This style defines XML entities.", "Download a style without them."),
            "xml": Message("This style is not well-formed XML.", "Download it again from the Zotero style repository."),
            "no-style": Message("This file is no CSL style.", "A style's first element is <style>."),
            "dependent": Message(
                "This style has no rules of its own: it points at another one.", "Use that one in its place: {parent}"
            ),
            "no-citation": Message(
                "This style does not say how to cite.", "Choose a style that has a <citation> part."
            ),
        },
    },
)
