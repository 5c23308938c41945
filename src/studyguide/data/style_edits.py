"""The edits of the public CSL styles' macros: by style and macro, what is found once and what stands in its place.

The found text is a regular expression. Macros whose names begin with `guide-` are those of `styles/amendments`.
"""

from __future__ import annotations

from collections.abc import Mapping

_Edits = Mapping[str, Mapping[str, str]]
"""Of one style: the replacements by found text, by the name of the macro."""

_BLUEBOOK: _Edits = {
    "legal-date": {
        '<else-if type="legal_case">': (
            '<else-if type="legislation"><text macro="guide-year-of-law"/></else-if><else-if type="legal_case">'
        ),
    },
    "legal-date-case": {
        '<text variable="authority"/>': '<text macro="guide-court"/>',
        '<if variable="container-title">': '<if match="any" variable="page volume">',  # a newspaper needs the day
    },
    "legal-source": {'macro="legal-source-legislation"': 'macro="guide-law"'},
    "legal-source-case": {
        '<if variable="container-title">': '<if variable="container-title"><text macro="guide-number-of-case"/>',
        '<text variable="volume"/>': '<text macro="guide-volume-or-year"/>',
        '<text value="___"/>': "",  # in place of a page that is not yet known
        'macro="label-number-capitalized"': 'variable="number"',
    },
}
_IEEE: _Edits = {
    "collection": {
        # that of a book or a chapter stands behind its title
        '<text variable="volume" prefix="vol. "/>': (
            '<choose><if match="any" type="paper-conference speech">'
            '<text variable="volume" prefix="vol. "/></if></choose>'
        ),
    },
    "locators": {
        '<group delimiter=", ">': '<group delimiter=", "><text macro="guide-number-in-law"/>',
        '<text term="volume" form="short"/>': "",
        '<number variable="volume" form="numeric"/>': '<text macro="guide-volume"/>',
    },
    "access": {
        # each address as that of a page, which has "[Online]" also where the day of access is not given
        'type="webpage post post-weblog" match="any"': 'match="none" variable="DOI"',
        '<text term="online" prefix=[^>]*>': '<text macro="guide-medium"/>',
    },
}
_OSCOLA: _Edits = {
    "title": {
        'type="book motion_picture treaty"': 'type="book motion_picture"',
        'type="bill legislation"': 'type="bill legislation treaty"',
        '<text variable="title"/>': '<text text-case="title" variable="title"/>',
    },
    "date-parenthesis": {
        "<choose>": '<group delimiter=", "><text macro="guide-number-of-case"/><choose>',
        '<text macro="issued-year"/>': '<text macro="guide-year-of-law"/>',
        'variable="authority number"': 'is-numeric="number" variable="publisher"',
        'variable="container-title number volume"': 'variable="container-title"',
        "</choose>": (
            '<else-if match="any" type="article-journal article-magazine">'
            '<text macro="issued-year" prefix="(" suffix=")"/></else-if></choose></group>'
        ),
    },
    "publisher": {
        '<else-if match="any" type="broadcast': (
            '<else-if type="treaty"><text macro="issued-full" prefix="adopted "/></else-if>'
            '<else-if match="any" type="broadcast'
        ),
        '<text strip-periods="true" variable="container-title"/>': '<text macro="guide-gazette-without-volumes"/>',
        '<text macro="editor"/>': '<text macro="editor"/><text macro="guide-event"/>',
        'match="any" type="article book [^"]*"': 'match="none" type="article-journal article-magazine legal_case"',
        '<text font-style="italic" variable="container-title"/>': '<text macro="guide-name-of-site"/>',
        '<else-if type="interview">': (
            '<else-if type="report" variable="number"><text macro="guide-body-and-day"/></else-if>'
            '<else-if type="interview">'
        ),
    },
    "volume-book": {'macro="label-volume"': 'macro="guide-volume"'},
    "bill-number": {
        "</if>": (
            '</if><else-if type="legislation" variable="container-title volume">'
            '<text macro="guide-official-journal"/></else-if>'
        ),
    },
    "article-case-info": {
        'variable="authority number"': 'is-numeric="number" type="legal_case" variable="publisher"',
        'variable="authority"': 'variable="publisher"',
        'type="legal_case" variable="container-title"': 'type="legal_case"',  # also one that has a short title alone
    },
    "page-first": {'<text variable="page-first"/>': '<text macro="guide-first-page"/>'},
    "court": {
        'variable="number"': 'variable="container-title number"',
        '<text [^>]*variable="authority"/>': '<text macro="guide-court"/>',
    },
    "URL": {
        # a case that is reported, or has a neutral citation, needs none
        '<if match="any" type="bill legal_case legislation"/>': (
            '<if match="any" type="bill legislation"/>'
            '<else-if type="legal_case" variable="container-title"/>'
            '<else-if is-numeric="number" type="legal_case" variable="publisher"/>'
        ),
    },
}
EDITS: Mapping[str, _Edits] = {"bluebook": _BLUEBOOK, "ieee": _IEEE, "oscola": _OSCOLA}
"""By the name of the file in `styles/amendments` that has the macros which they call."""
