"""Rendered citations as pieces of text."""

import pytest

from studyguide.outputs.site.text_pieces import Piece, text_pieces

PIECES: dict[str, list[Piece]] = {
    "Smith &amp; Lee,\n <em>Rivers</em>.": [{"text": "Smith & Lee, "}, {"text": "Rivers", "marks": "i"}, {"text": "."}],
    "<b>A <i>b</i></b>": [{"text": "A ", "marks": "b"}, {"text": "b", "marks": "bi"}],
    "2<sup>nd</sup> H<sub>2</sub>": [
        {"text": "2"},
        {"text": "nd", "marks": "u"},
        {"text": " H"},
        {"text": "2", "marks": "d"},
    ],
    '<span lang="fr">La <span class="nocase">Vie</span></span>': [{"text": "La Vie", "lang": "fr"}],
    '<span class="smallcaps">Who</span>': [{"text": "Who", "marks": "c"}],
    '<a href="https://a.example">https://a.example</a>': [{"text": "https://a.example", "link": "https://a.example"}],
    'At <a href="https://a.example/?b&amp;c"><i>A</i> B</a>.': [
        {"text": "At "},
        {"text": "A", "marks": "i", "link": "https://a.example/?b&c"},
        {"text": " B", "link": "https://a.example/?b&c"},
        {"text": "."},
    ],
    "<div>First</div>\n<div>second</div>": [{"text": "First second"}],
    "no.\u00a05": [{"text": "no.\u00a05"}],
    "a < b": [{"text": "a < b"}],
    "“<span data-cite-title></span>”<span data-cite-address></span>.": [
        {"text": "“"},
        {"slot": "title"},
        {"text": "”"},
        {"slot": "address", "before": ", ", "after": ""},
        {"text": "."},
    ],
    '<em><span data-cite-title></span></em><span data-cite-address=" [" data-cite-after="]"></span>': [
        {"slot": "title", "marks": "i"},
        {"slot": "address", "before": " [", "after": "]"},
    ],
}


@pytest.mark.parametrize("html", PIECES)
def test_pieces(html: str) -> None:
    assert text_pieces(html) == PIECES[html]
