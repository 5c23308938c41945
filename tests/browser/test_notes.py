"""The reader's own notes in a real Chromium: passages, merging and files as pure functions, then what a reader does."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PATIENCE, PHONE, Visit
from tests.browser.test_accessibility import violations

MANY = 5000
SHOWN_AT_ONCE = 50
"""How many notes a heading of 'My notes' shows before more are asked for."""
AHEAD = "2999-01-01T10:00:00Z"
OLD, NEW, NEWEST = "2026-01-01T10:00:00.000Z", "2026-01-02T10:00:00.000Z", "2026-01-03T10:00:00.000Z"
SELECT = """([first, last]) => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const range = new Range();
  let isStarted = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = isStarted ? 0 : node.data.indexOf(first);
    if (start < 0) continue;
    if (!isStarted) range.setStart(node, start);
    isStarted = true;
    const end = node.data.indexOf(last, start);
    if (end < 0) continue;
    range.setEnd(node, end + last.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
  throw new Error("these words are not there");
}"""

PRESS_UNMARKED = """async (button) => {
  const unmarked = new Promise((resolve) => document.addEventListener("selectionchange", resolve, { once: true }));
  getSelection().removeAllRanges();
  await unmarked;
  if (button.checkVisibility()) button.click();
}"""
"""A press as some phones tell of it: the finger has unmarked the words before."""
PRINT = """async () => {
  const note = { page: "background/", section: "old", sectionTitle: "Old", quote: "Words", text: "", heading: "" };
  const place = { section: "types", sectionTitle: "New" };
  const { section } = guideNotes.paper({ all: async () => [note], finder: async () => () => ({ calls: [], place }) });
  document.querySelector("article").append(section);
  const button = [...section.querySelectorAll("button")].find(({ textContent }) => textContent === "Print");
  const isAlone = () => document.body.classList.contains("guide-prints-paper");
  await new Promise((resolve) => {
    window.print = () => resolve(dispatchEvent(new Event("afterprint")));
    button.click();
  });
  const { textContent: source } = section.querySelector(".guide-paper-quotesource");
  const { content } = getComputedStyle(section.querySelector(".guide-paper-note [href^=http]"), "::after");
  section.remove();
  return [isAlone(), dispatchEvent(new PointerEvent("pointerdown")) && isAlone(), source, content];
}"""
WITHIN_BODY = "document.body.addEventListener('click', (event) => event.stopPropagation())"
"""As in Safari on a phone, where a press on plain text is no click for the body, and for nothing around it."""


@pytest.fixture(scope="module")
def functions(browser: Browser, address: str) -> Iterator[Page]:
    """A page with the scripts of notes loaded, for their pure functions."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("background/")
    page.evaluate("studyguideNotes.all()")
    yield page
    context.close()


def note(**parts: Any) -> dict[str, Any]:
    """A note as a file has it."""
    return {
        "id": "a",
        "page": "background/",
        "section": "s",
        "sectionTitle": "S",
        "quote": "",
        "before": "",
        "after": "",
        "text": "words",
        "heading": "",
        "order": 0,
        "created": OLD,
        "changed": OLD,
        "written": OLD,
        "earlier": [],
        "sources": [],
        "warning": "",
        **parts,
    }


def test_draft_is_the_print_until_the_next_press(functions: Page) -> None:
    """Phones say that they have printed while their preview is open, and draw it anew for another printer.

    A passage is cited where it stands now, and an address is printed once.
    """
    functions.emulate_media(media="print")
    source = "Quotation from the guide: Background information, New"
    assert functions.evaluate(PRINT) == [True, False, source, "none"]
    functions.emulate_media(media="screen")


def test_words_of_a_footnote_are_of_the_page_and_name_their_source(functions: Page) -> None:
    found = functions.evaluate(
        """() => {
            const [first] = document.querySelectorAll(".footnote li");
            const page = guideNotes.readPage(document.querySelector("article"));
            const start = page.nodes.findIndex((node) => first.contains(node));
            const note = guideNotes.describe(page, start, start + 20);
            const source = first.querySelector("[href*='#ref-']").hash.slice("#ref-".length);
            return [note.section, note.sources, guideNotes.find(guideNotes.searchable(page), note).how, source];
        }"""
    )
    title = functions.locator("h1").get_attribute("id")
    assert found[:3] == [title, [found[3]], "same"]


def test_cells_of_a_row_stand_in_one_line(functions: Page) -> None:
    text = functions.evaluate(
        """() => {
            const article = document.createElement("article");
            const rows = "<tr>\\n<th>A</th>\\n<th> B </th>\\n</tr>\\n<tr><td><p>C\\nD</p></td><td>E</td></tr>";
            article.innerHTML = `<p>One</p><table>${rows}</table><p>Two</p>`;
            return guideNotes.readPage(article).text;
        }"""
    )
    assert text == "One\nA\tB\nC D\tE\nTwo"


def test_words_of_an_entry_name_its_source(functions: Page) -> None:
    """Marked in the bibliography; a note on all of it names none."""
    found = functions.evaluate(
        """() => {
            const article = document.createElement("article");
            const entries = ["a", "b", "c"].map((key) => `<li id="ref-${key}"><p><i>Title</i> ${key}.</p></li>`);
            article.innerHTML = `<h1 id="h">Works</h1><ul>${entries.join("")}</ul>`;
            const page = guideNotes.readPage(article);
            const words = guideNotes.describe(page, page.text.indexOf("b."), page.text.indexOf("c."));
            return [words.sources, guideNotes.describeSection(page, "h").sources];
        }"""
    )
    assert found == [["b", "c"], []]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Two one.", [1]),
        ("one. Three", [1]),
        ("three four", [2, 3]),  # the notes at the end of their sentence
        ("One one.", []),
        ("One", []),
        ("最后", [4]),
        ("没有", []),
        ("Title", []),
    ],
)
def test_part_of_a_sentence_has_its_notes(functions: Page, words: str, numbers: list[int]) -> None:
    text, calls = "", []
    for piece in ("Title\nOne one. Two one.", 1, " Three three four five.", 2, 3, "\n没有。最后一句。", 4, "\nSix."):
        if isinstance(piece, int):
            calls.append({"at": len(text), "number": piece})
        else:
            text += piece
    start = text.index(words)
    script = "([page, start, end]) => guideNotes.callsIn(page, start, end).map(({ number }) => number)"
    page = {"text": text, "calls": calls}
    assert functions.evaluate(script, [page, start, start + len(words)]) == numbers


# Finding a passage again


def find(page: Page, paragraphs: list[str], **parts: str) -> dict[str, Any]:
    """Where a note's passage is in a page of two sections, as words."""
    text = "First\n" + paragraphs[0] + "\nSecond\n" + paragraphs[1]
    sections = [
        {"id": "first", "title": "First", "at": 0},
        {"id": "second", "title": "Second", "at": text.index("Second")},
    ]
    found: dict[str, Any] = page.evaluate(
        """([text, sections, note]) => {
            const page = guideNotes.searchable({ text, sections });
            const found = guideNotes.find(page, note);
            if (found.end) found.words = text.slice(page.places[found.start], page.places[found.end - 1] + 1);
            return found;
        }""",
        [text, sections, note(section="first", sectionTitle="First", **parts)],
    )
    return found


@pytest.mark.parametrize(
    ("paragraphs", "parts", "how", "words"),
    [
        # the same words, in the same section or another, and broken into lines elsewhere
        (["States agree.", "They differ."], {"quote": "States agree."}, "same", "States agree."),
        (["They differ.", "States agree."], {"quote": "States agree."}, "moved", "States agree."),
        (["States\nagree.", "No."], {"quote": "States agree."}, "same", "States\nagree."),
        (["缔约国 应当合作。", "不。"], {"quote": "缔约国应当合作"}, "same", "缔约国 应当合作"),
        # a word that stands twice is told by what is around it
        (
            ["A law is good. A law is bad.", "x"],
            {"quote": "law", "before": "is good. A ", "after": " is bad"},
            "same",
            "law",
        ),
        # other words in the same place, or a few other letters
        (
            ["In the year 2019, 45 million files were reported by companies.", "x"],
            {"quote": "16.9 million", "before": "In the year 2019, ", "after": " files were reported"},
            "changed",
            "45 million",
        ),
        (
            ["The Convention protects every child from harm.", "x"],
            {"quote": "The convention protects each child from harm."},
            "changed",
            "The Convention protects every child from harm.",
        ),
        (["Nothing of it.", "Nor here."], {"quote": "A treaty was signed in Lanzarote"}, "gone", None),
        (["ab", "cd"], {"quote": "ac"}, "gone", None),
    ],
)
def test_passage_is_found_again(
    functions: Page, paragraphs: list[str], parts: dict[str, str], how: str, words: str | None
) -> None:
    found = find(functions, paragraphs, **parts)
    assert found["how"] == how
    assert found.get("words") == words


def test_of_two_same_words_the_ones_with_the_same_around_them_are_found(functions: Page) -> None:
    parts = {"quote": "law", "before": "is good. A ", "after": " is bad"}
    assert find(functions, ["A law is good. A law is bad.", "x"], **parts)["start"] == len("FirstAlawisgood.A")


def test_section_is_found_by_its_id_or_its_title(functions: Page) -> None:
    assert find(functions, ["a", "b"])["how"] == "same"
    text = "Renamed\na"
    script = "([text, sections, note]) => guideNotes.find(guideNotes.searchable({ text, sections }), note).how"
    sections = [{"id": "other", "title": "First", "at": 0}]
    assert functions.evaluate(script, [text, sections, note(section="first", sectionTitle="First")]) == "same"
    assert functions.evaluate(script, [text, sections, note(section="first", sectionTitle="Gone")]) == "gone"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"page": "a/", "quote": "States agree.", "section": "a"}, ["b/", "moved"]),
        ({"page": "old/", "quote": "States agree.", "section": "s", "sectionTitle": "S"}, ["b/", "same"]),
        ({"page": "old/", "section": "s", "sectionTitle": "S"}, ["b/", "same"]),
        ({"page": "old/", "section": "s", "sectionTitle": "Other"}, [None, "gone"]),
        ({"page": "a/", "quote": "agree"}, ["a/", "gone"]),  # too short to be told from other words
    ],
)
def test_passage_is_found_in_another_chapter(functions: Page, parts: dict[str, str], found: list[str | None]) -> None:
    pages = [
        {"url": "a/", "text": "A\nNo.", "sections": [{"id": "a", "title": "A", "at": 0}]},
        {"url": "b/", "text": "S\nStates agree.", "sections": [{"id": "s", "title": "S", "at": 0}]},
    ]
    script = """([pages, note]) => {
        const all = pages.map((page) => ({ ...page, ...guideNotes.searchable(page) }));
        const { page, how } = guideNotes.guideFinder(all, ({ url }) => url)(note);
        return [page?.url ?? null, how];
    }"""
    assert functions.evaluate(script, [pages, note(**parts)]) == found


def test_search_for_thousands_of_lost_passages_is_bounded(functions: Page) -> None:
    """By the count of letters that are compared: 10^8 for all of them together."""
    left = functions.evaluate(
        """([text, note, many]) => {
            const page = guideNotes.searchable({ text, sections: [{ id: "s", title: "S", at: 0 }] });
            const budget = { steps: 1e6 };
            for (let number = 0; number < many; number += 1) guideNotes.find(page, note, budget);
            return budget.steps;
        }""",
        ["word " * 2000, note(quote="quite other letters" * 5), MANY],
    )
    assert 0 <= left < 1e6


# Merging


def merge(page: Page, mine: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All records after theirs were added to mine."""
    records: list[dict[str, Any]] = page.evaluate(
        """([mine, theirs]) => {
            const kept = new Map(mine.map((record) => [record.id, record]));
            for (const record of guideNotes.merge(mine, theirs).records) kept.set(record.id, record);
            return [...kept.values()];
        }""",
        [mine, theirs],
    )
    return records


def texts(records: list[dict[str, Any]]) -> list[str]:
    return sorted(record["text"] for record in records if "text" in record)


BASE = note(text="old")
EDITED = note(text="new", changed=NEW, written=NEW, earlier=[OLD])
OTHERWISE = note(text="other", changed=NEWEST, written=NEWEST, earlier=[OLD])
DELETED = {"id": "a", "deleted": NEW, "written": OLD, "earlier": []}
SORTED = note(text="old", heading="done", changed=NEWEST)


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [
        ([], [BASE], ["old"]),
        ([BASE], [note(id="b", text="two")], ["old", "two"]),
        ([BASE], [EDITED], ["new"]),
        ([EDITED], [BASE], ["new"]),
        ([EDITED], [OTHERWISE], ["new", "other"]),
        ([BASE], [note(text="at once")], ["at once", "old"]),
        ([BASE], [DELETED], []),
        ([DELETED], [BASE], []),
        ([DELETED], [EDITED], ["new"]),  # who deleted it had never seen this text
        ([EDITED], [SORTED], ["new"]),
        ([], [DELETED], []),
    ],
)
def test_merging_loses_nothing_and_brings_nothing_back(
    functions: Page, mine: list[dict[str, Any]], theirs: list[dict[str, Any]], kept: list[str]
) -> None:
    merged = merge(functions, mine, theirs)
    assert texts(merged) == kept
    assert texts(merge(functions, theirs, mine)) == kept
    assert merge(functions, merged, theirs) == merged  # the same file again changes nothing
    assert merge(functions, merged, mine) == merged


def test_newer_place_goes_with_the_newer_text(functions: Page) -> None:
    (merged,) = merge(functions, [EDITED], [SORTED])
    assert (merged["text"], merged["heading"]) == ("new", "done")


# Files


def read(page: Page, text: str) -> Any:
    """What is read of a file, or what is said of it."""
    return page.evaluate(
        "(text) => { try { return guideNotes.fromFile(text); } catch (error) { return error.message; } }", text
    )


def file_of(*notes: Any, **parts: Any) -> str:
    return json.dumps({"format": "studyguide-notes", "version": 1, "guide": "G", "notes": notes, **parts})


def test_file_is_read_as_it_was_written(functions: Page) -> None:
    text = functions.evaluate("(records) => guideNotes.toFile(records, 'G')", [EDITED, DELETED])
    assert read(functions, text) == {"records": [EDITED | {"id": "a"}, DELETED], "guide": "G", "unread": 0}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no file of notes"),
        ("[1, 2", "no file of notes"),
        ("null", "no file of notes"),
        ("[]", "no file of notes"),
        (file_of(format="other"), "no file of notes"),
        (file_of(notes={}), "no file of notes"),
        (file_of(version=2), "newer edition"),
        (file_of(version={}), "no file of notes"),
        (file_of(notes=[1] * 20001), "too large"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(functions: Page, text: str, told: str) -> None:
    assert told in read(functions, text)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        5,
        "note",
        [],
        {},
        note(id=""),
        note(id="<b>"),
        note(id={"a": 1}),
        note(text=["a"]),
        note(text="x" * 50001),
        note(quote={"toString": "x"}),
        note(changed="yesterday"),
        note(changed="2026-13-45T99:00:00Z"),
        note(text="", quote=""),
        {"id": "a", "deleted": "soon"},
    ],
)
def test_what_is_no_note_is_counted_and_left_out(functions: Page, wrong: Any) -> None:
    found = read(functions, file_of(wrong, note(id="good")))
    assert [record["id"] for record in found["records"]] == ["good"]
    assert found["unread"] == 1


def test_names_of_prototypes_are_mere_names(functions: Page) -> None:
    parts = '"id": "__proto__", "__proto__": {"ran": 1}, "constructor": 1, "changed": "' + OLD + '", "text": "a"'
    text = file_of().replace("[]", "[{" + parts + "}]")
    (record,) = read(functions, text)["records"]
    assert record["id"] == "__proto__"
    assert record.keys() == note().keys()
    assert functions.evaluate("({}).ran") is None
    assert texts(merge(functions, [], [record])) == ["a"]


# The texts of the pages


def test_page_is_read_as_the_build_has_written_it(visit: Visit) -> None:
    """Else a passage that is still there would be said to be gone."""
    page = visit("my-notes/")
    page.add_script_tag(url="../assets/notes-passages.js")
    pages = page.evaluate("guideNotesPages")
    assert len(pages) > 5
    for written in pages:
        page.goto(written["url"])
        page.evaluate("studyguideNotes.all()")
        shown = page.evaluate("guideNotes.bareLetters(guideNotes.readPage(document.querySelector('article')).text)")
        assert shown == page.evaluate("(text) => guideNotes.bareLetters(text)", written["text"]), written["url"]


# What a reader does


def add_file(page: Page, upload: Any) -> None:
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Add from a file").click()
    chosen.value.set_files(upload)


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Your note").fill(words)
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def notes_of(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("studyguideNotes.all()")
    return found


def test_texts_of_the_pages_that_did_not_come_are_asked_for_again(visit: Visit, faults: list[str]) -> None:
    page = visit("background/")
    page.evaluate("studyguideNotes.all()")
    its = [note(), note(id="b", page="javascript:ran=1//?["), note(id="c", page="")]
    page.evaluate("(notes) => guideNotes.store(() => {}).add(notes)", its)
    page.route("**/notes-passages.js", lambda route: route.abort())
    page.goto("my-notes/")
    places = page.locator(".guide-notes-where")
    expect(places.first).to_have_text("background/ › S")
    root = page.url.removesuffix("my-notes/")
    assert all(link.evaluate("(link) => link.href").startswith(root) for link in places.locator("a").all())
    page.unroute("**/notes-passages.js")
    page.get_by_label("Under").first.select_option("What we propose")
    expect(places).to_have_text(["Home › S", "javascript:ran=1//?[ › S", "Background › S"])
    assert all("notes-passages.js" in fault for fault in faults)
    faults.clear()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_words_are_marked_and_listed(visit: Visit, width: int) -> None:
    page = visit("background/", width=width)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.evaluate(SELECT, ["Children left", "The internet"])
    page.get_by_role("button", name="Note on these words").evaluate(PRESS_UNMARKED)
    assert violations(page) == []
    write(page, "<img src=x onerror=ran=1> ours")
    (kept,) = notes_of(page)
    assert kept["quote"].startswith("Children left the house less")
    assert kept["quote"].endswith("family. The internet")  # without the number of the note
    assert kept["sources"] == ["weprotect2021threat"]
    assert (kept["page"], kept["section"]) == ("background/", "covid-19")
    assert page.evaluate("CSS.highlights.get('guide-note').size") == 1
    page.goto("my-notes/")
    item = page.locator(".guide-notes-note")
    expect(item).to_contain_text("<img src=x onerror=ran=1> ours")
    item.get_by_label("Under").select_option("What we propose")
    expect(page.get_by_role("heading", name="What we propose (1)")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("window.ran") is None
    assert not [url for url in requested if "?" in url or "ours" in url]


def test_section_is_noted_by_keyboard_alone(visit: Visit) -> None:
    page = visit("background/")
    page.get_by_role("button", name="Note on: Online grooming").focus()
    page.keyboard.press("Enter")
    passage = page.get_by_label("The passage")
    passage.select_option(index=1)
    page.get_by_label("to the sentence").select_option(index=0)
    field = page.get_by_role("textbox", name="Your note")
    field.focus()
    page.keyboard.type("By keys")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    (kept,) = notes_of(page)
    assert kept["quote"].startswith("In online grooming, an adult")
    assert kept["quote"].count(".") == 1
    expect(page.get_by_role("button", name="Note on: Online grooming")).to_be_focused()


def place_of(page: Page, words: str) -> tuple[float, float]:
    """A point on these words of the page, which stand in one piece."""
    page.evaluate(SELECT, [words, words])
    x, y = page.evaluate(
        """() => {
            const range = getSelection().getRangeAt(0);
            range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
            const [{ left, top, width, height }] = range.getClientRects();
            getSelection().removeAllRanges();
            return [left + width / 2, top + height / 2];
        }"""
    )
    return x, y


@pytest.mark.parametrize("highlights", [True, False], ids=["highlights", "marks"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_press_on_a_marked_passage_opens_its_note(visit: Visit, width: int, highlights: bool) -> None:
    """Links in it are still followed, a word of it may still be marked, and a press beside it opens nothing."""
    page = visit("background/", width=width)
    page.evaluate(WITHIN_BODY)
    if not highlights:
        page.evaluate("Object.defineProperty(CSS, 'highlights', { value: undefined })")
    for number, words in enumerate((["Children left", "The internet"], ["Children left", "house less"]), 1):
        page.evaluate(SELECT, words)
        page.get_by_role("button", name="Note on these words").click()
        write(page, words[1])
        expect(page.get_by_role("button", name="Note on: COVID-19 pandemic")).to_have_text(f"Note ({number})")
    press = page.touchscreen.tap if width == PHONE else page.mouse.click
    field = page.get_by_role("textbox", name="Your note")
    press(*place_of(page, "touch with friends"))
    expect(field).to_have_value("The internet")
    page.get_by_role("button", name="Cancel").click()
    press(*place_of(page, "house less"))
    expect(field).to_have_value("house less")  # the nearer of two
    assert violations(page) == []
    page.get_by_role("button", name="Open: The internet").click()
    write(page, "changed")
    assert sorted(each["text"] for each in notes_of(page)) == ["changed", "house less"]
    page.mouse.dblclick(*place_of(page, "house less"))
    press(*place_of(page, "adults supervised"))
    page.locator("sup .footnote-ref[href='#fn:12']").click()
    expect(page.locator(":target")).to_have_attribute("id", "fn:12")  # the address soon names the section on screen
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_every_note_is_listed_at_a_button(visit: Visit) -> None:
    """Also one on what stands above the first heading, under one without a button, and under one that is gone."""
    page = visit("background/", width=PHONE)
    page.get_by_role("button", name="Note on: Background information").click()
    page.get_by_label("The passage").select_option(index=1)
    write(page, "Above")
    (above,) = notes_of(page)
    assert above["section"] == "background-information"
    assert above["quote"]
    lost = [note(id=f"lost{section}", section=section, text=f"In {section}") for section in ("", "gone")]
    page.evaluate("(notes) => guideNotes.store(() => {}).add(notes)", lost)
    page.reload()
    button = page.get_by_role("button", name="Note on: Background information")
    expect(button).to_have_text("Note (3)")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Open: In gone").press("Enter")
    expect(page.get_by_role("textbox", name="Your note")).to_have_value("In gone")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_thousands_of_notes_on_a_section_are_listed_in_parts(visit: Visit) -> None:
    page = visit("background/")
    page.evaluate("studyguideNotes.all()")
    many = [note(id=f"n{number}", section="covid-19", text=f"Note {number}") for number in range(MANY)]
    page.evaluate("(notes) => guideNotes.store(() => {}).add(notes)", many)
    page.reload()
    button = page.get_by_role("button", name="Note on: COVID-19")
    expect(button).to_have_text(f"Note ({MANY})", timeout=PATIENCE)
    button.click()
    items = page.get_by_role("dialog").get_by_role("listitem")
    expect(items).to_have_count(SHOWN_AT_ONCE)
    page.get_by_role("button", name=f"Show more ({MANY - SHOWN_AT_ONCE} are left)").click()
    expect(items).to_have_count(2 * SHOWN_AT_ONCE)


def test_warning_goes_along(visit: Visit) -> None:
    page = visit("background/")
    box = page.locator(".admonition.check").first
    heading = box.evaluate(
        """box => [...document.querySelectorAll("article :is(h2, h3)[id]")].filter((heading) =>
            heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1).id"""
    )
    page.locator(f"#{heading} + .guide-tools .guide-note").click()
    expect(page.get_by_role("dialog")).to_contain_text("Check before you quote")
    write(page, "Careful")
    assert notes_of(page)[0]["warning"]


def test_notes_of_a_file_are_added_and_thousands_stay_usable(visit: Visit) -> None:
    page = visit("my-notes/")
    many = [note(id=f"n{number}", text=f"Note {number}") for number in range(MANY)]
    guide = page.locator(".guide-notes").get_attribute("data-guide")
    content = json.dumps({"format": "studyguide-notes", "version": 1, "guide": guide, "notes": many}).encode()
    upload = {"name": "my-notes.json", "mimeType": "application/json", "buffer": content}
    add_file(page, upload)
    expect(page.locator(".guide-notes-status").first).to_have_text(f"{MANY} notes were added.", timeout=PATIENCE)
    expect(page.locator(".guide-notes-note")).to_have_count(SHOWN_AT_ONCE)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".guide-notes-note")).to_have_count(2 * SHOWN_AT_ONCE)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save to a file").click()
    assert len(json.loads(saved.value.path().read_text(encoding="utf-8"))["notes"]) == MANY


def test_file_of_another_guide_asks_first(visit: Visit) -> None:
    page = visit("my-notes/")
    content = file_of(note(text="theirs"), guide="<b>Another</b>").encode()
    upload = {"name": "a.json", "mimeType": "application/json", "buffer": content}
    add_file(page, upload)
    expect(page.locator(".guide-notes-status").first).to_contain_text("another guide: <b>Another</b>")
    expect(page.locator(".guide-notes-note")).to_have_count(0)
    page.get_by_role("button", name="Add them all the same").click()
    expect(page.locator(".guide-notes-note")).to_have_count(1)


def test_two_tabs_lose_nothing(visit: Visit) -> None:
    first = visit("my-notes/")
    second = first.context.new_page()
    second.goto("background/")
    second.get_by_role("button", name="Note on: Online grooming").click()
    write(second, "From the other tab")
    expect(first.locator(".guide-notes-note")).to_contain_text("From the other tab")  # without a reload
    first.get_by_role("button", name="Delete: From the other tab").click()
    expect(first.locator(".guide-notes-note")).to_have_count(0)
    first.get_by_role("button", name="Undo").click()
    expect(first.locator(".guide-notes-note")).to_have_count(1)


def test_notes_of_the_same_order_are_moved(visit: Visit) -> None:
    """As two devices numbered theirs, by clocks that run ahead. What a reader wrote runs in its own direction."""
    page = visit("my-notes/")
    its = [
        note(id=f"n{number}", text=words, heading="done", order=1, changed=AHEAD) for number, words in enumerate("אבג")
    ]
    add_file(page, {"name": "a.json", "mimeType": "application/json", "buffer": file_of(*its, guide="").encode()})
    page.get_by_role("button", name="Down: א").click()
    expect(page.locator(".guide-note-text")).to_have_text(["ב", "א", "ג"])
    page.get_by_role("button", name="Up: ג").click()
    expect(page.locator(".guide-note-text")).to_have_text(["ב", "ג", "א"])
    assert page.locator(".guide-note-text").first.evaluate("(text) => getComputedStyle(text).direction") == "rtl"
    page.get_by_role("button", name="Delete: ב").press("Enter")
    expect(page.get_by_role("button", name="Change: ג")).to_be_focused()  # the note that follows
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".guide-note-text")).to_have_count(3)
    check_what_is_not_kept_is_told(page)


def check_what_is_not_kept_is_told(page: Page) -> None:
    """On a device that is full, and once the browser has removed what the page still shows."""
    said, under = page.locator(".guide-notes-status").first, page.get_by_label("Under").first
    page.evaluate(
        "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    for act in (lambda: under.select_option("topic"), page.get_by_role("button", name="Delete: ב").click):
        act()
        expect(said).to_have_text("This device has no room for the note.")
        expect(under).to_have_value("done")
        page.get_by_role("button", name="Save to a file").click()
        expect(said).to_contain_text("Saved as my-notes.json")
    page.context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": page.evaluate("origin"), "storageTypes": "indexeddb"}
    )
    under.select_option("topic")
    page.get_by_role("button", name="Save for Word").click()
    for status in (said, page.locator(".guide-paper [role=status]")):
        expect(status).to_contain_text("has removed your notes")
    expect(under).to_have_value("done")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save to a file").click()
    assert len(json.loads(saved.value.path().read_text(encoding="utf-8"))["notes"]) == 3


def test_note_is_kept_after_another_tab_removed_all(visit: Visit) -> None:
    page = visit("background/")
    page.get_by_role("button", name="Note on: Online grooming").click()
    write(page, "First")
    other = page.context.new_page()
    other.goto("my-notes/")
    other.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Note on: Online grooming").click()
    other.get_by_role("button", name="Remove all").click()
    expect(other.locator(".guide-notes-note")).to_have_count(0)
    write(page, "Second")
    assert [each["text"] for each in notes_of(page)] == ["Second"]


def test_what_is_no_text_of_the_page_is_no_passage(visit: Visit) -> None:
    """A note on the number of a footnote is one on the section; the words of a tooltip cannot be marked."""
    page = visit("background/")
    call, offer = page.locator("sup .footnote-ref").first, page.get_by_role("button", name="Note on these words")
    call.evaluate("(call) => getSelection().selectAllChildren(call)")
    expect(offer).to_be_visible()
    call.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    tip.evaluate("(tip) => getSelection().selectAllChildren(tip)")
    expect(offer).to_be_hidden()
    call.evaluate("(call) => getSelection().selectAllChildren(call)")
    offer.click()
    write(page, "On the section")
    (kept,) = notes_of(page)
    assert kept["quote"] == ""
    assert kept["section"]
    assert kept["sources"]


def test_without_storage_the_text_stays_and_it_is_said(visit: Visit) -> None:
    page = visit("background/")
    page.evaluate("() => { IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }; }")
    page.get_by_role("button", name="Note on: Online grooming").click()
    page.get_by_role("textbox", name="Your note").fill("Kept in the field")
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_role("alert")).to_contain_text("The note was not saved: This browser keeps nothing")
    expect(page.get_by_role("textbox", name="Your note")).to_have_value("Kept in the field")


def test_browser_without_highlights_gets_marks_that_break_nothing(visit: Visit) -> None:
    page = visit("background/")
    before = page.locator("article").inner_text()
    page.evaluate("delete CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined })")
    page.evaluate(SELECT, ["the law forbids", "differ widely"])
    page.get_by_role("button", name="Note on these words").click()
    write(page, "Marked")
    marks = page.locator("mark.guide-noted")
    expect(marks.first).to_be_visible()
    assert "".join(marks.all_text_contents()).split() == notes_of(page)[0]["quote"].split()
    assert page.locator("mark.guide-noted a, a mark.guide-noted").count() > 0
    assert page.locator("article p").first.inner_text() in before
    page.locator("sup .footnote-ref").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def test_nothing_is_kept_before_the_first_note(visit: Visit) -> None:
    page = visit("background/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("[...document.scripts].some(({ src }) => src.includes('notes-desk'))") is False
