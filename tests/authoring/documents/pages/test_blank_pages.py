"""Text into the blank guide's pages, on a small page of the same form."""

from studyguide.authoring.documents.pages.blank_pages import (
    section_of,
    sections_from,
    with_body,
    with_introduction,
    with_section,
    with_true_links,
    without_empty_lists,
    without_examples,
    without_todo_boxes,
)

PAGE = """\
---
description: What it is about.
---

# Key terms

This page explains.

!!! todo "What belongs here"
    The terms.

    Ten are enough.

## Terms {#terms}

<!-- key-terms -->

## Abbreviations {#abbreviations}

!!! todo "What belongs here"
    Short forms.

<!-- abbreviations -->
"""


def test_boxes_go_whole() -> None:
    assert "todo" not in without_todo_boxes(PAGE)
    assert "enough" not in without_todo_boxes(PAGE)
    assert "This page explains.\n\n## Terms {#terms}" in without_todo_boxes(PAGE)


EXAMPLE = """\
# Introduction

Read on.

## How to cite {#how-to-cite}

States agree.[@charter, art. 2]

!!! todo "How the sentence above is written"
    As here:

        ... agree.[@charter, art. 2]

## United Nations {#un}

It keeps peace,
among others.[@charter]

!!! todo "What belongs here"
    See [what is hard](background.md#hard).

## Terms {#terms}

<!-- key-terms -->
"""


def test_examples_of_citations_go_and_sections_that_have_nothing_else() -> None:
    page = without_examples(EXAMPLE)
    assert "charter" not in page
    assert "How to cite" not in page
    assert page.startswith("# Introduction\n\nRead on.\n\n## United Nations {#un}\n\n!!! todo")
    assert page.endswith("## Terms {#terms}\n\n<!-- key-terms -->\n")


def test_sections_that_nobody_wrote_are_found_though_their_links_changed() -> None:
    written = EXAMPLE.replace("As here:", "Done:").replace("(background.md#hard)", "(background.md)")
    assert sections_from(written, EXAMPLE) == ["## United Nations {#un}"]


def test_a_body_leaves_top_and_title() -> None:
    assert with_body(PAGE, "New.") == "---\ndescription: What it is about.\n---\n\n# Key terms\n\nNew.\n"


def test_an_introduction_stands_before_the_first_section() -> None:
    assert "This page explains.\n\nMore.\n\n## Terms {#terms}" in with_introduction(without_todo_boxes(PAGE), "More.")


def test_an_introduction_stands_before_a_list_without_a_section() -> None:
    assert (
        with_introduction("# Timeline\n\n<!-- timeline -->\n", "More.") == "# Timeline\n\nMore.\n\n<!-- timeline -->\n"
    )


def test_a_section_changes_alone() -> None:
    changed = with_section(PAGE, "abbreviations", "None.")
    assert changed == PAGE[: PAGE.index("!!! todo", PAGE.index("## Abb"))] + "None.\n\n"
    assert section_of(changed, "abbreviations") == "## Abbreviations {#abbreviations}\n\nNone.\n\n"


def test_a_link_to_a_section_that_is_gone_leads_to_its_page() -> None:
    pages = {"a.md": "See [b](b.md#old) and [b](b.md#new), [c](c.md#any).", "b.md": "## New {#new}\n"}
    assert with_true_links(pages)["a.md"] == "See [b](b.md) and [b](b.md#new), [c](c.md#any)."


def test_the_section_of_an_empty_list_goes_unless_something_else_is_in_it() -> None:
    page = without_todo_boxes(PAGE)
    assert without_empty_lists(page, {"abbreviations"}) == page.partition("\n## Abbreviations")[0]
    assert without_empty_lists(PAGE, {"abbreviations"}) == PAGE
    assert without_empty_lists(page, {"key-terms"}).count("## ") == 1
    assert without_empty_lists(page, ()) == page
