import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from benchmarks.chart import draw
from benchmarks.figures import difference, exponent, ratio
from benchmarks.goals import Goal, Results, goals, megabytes
from benchmarks.idioms import MkDocsBibtex, MkDocsEzglossary, PlainMkDocs, SphinxMyst, StudyGuide
from benchmarks.importing import Importing
from benchmarks.measure import Command, MeasureError, Run, memory_of, run, size_of
from benchmarks.model import Citation, Guide, Mention, Paragraph, make_guide
from benchmarks.stacks import BIBTEX, OURS, PEERS
from benchmarks.store import Store
from benchmarks.trials import Comparison, Handout, Printing, Site

SIZE = 8


@pytest.fixture(scope="module")
def guide() -> Guide:
    return make_guide(SIZE)


def paragraphs_of(guide: Guide, chapter: int) -> list[Paragraph]:
    return [paragraph for section in guide.chapters[chapter].sections for paragraph in section.paragraphs]


def words_in(paragraph: Paragraph) -> list[str]:
    text = "".join(
        piece.words if isinstance(piece, Mention) else "" if isinstance(piece, Citation) else piece
        for piece in paragraph
    )
    return text.split()


def test_the_guide_is_the_same_each_time(guide: Guide) -> None:
    assert make_guide(SIZE) == guide


def test_the_guide_has_what_goes_with_its_chapters(guide: Guide) -> None:
    assert (len(guide.chapters), len(guide.sources), len(guide.terms), len(guide.events)) == (8, 40, 24, 16)
    assert len({source.key for source in guide.sources}) == 40
    assert len({term.name for term in guide.terms}) == 24
    assert [event.day for event in guide.events] == sorted(event.day for event in guide.events)


@pytest.mark.parametrize("chapter", range(SIZE))
def test_a_chapter_has_its_words_citations_and_mentions(guide: Guide, chapter: int) -> None:
    paragraphs = paragraphs_of(guide, chapter)
    pieces = [piece for paragraph in paragraphs for piece in paragraph]
    citations = [piece for piece in pieces if isinstance(piece, Citation)]
    mentions = [piece for piece in pieces if isinstance(piece, Mention)]
    assert sum(len(words_in(paragraph)) for paragraph in paragraphs) == 1200
    assert len({citation.source.key for citation in citations}) == len(citations) == 6
    assert sum(citation.page is not None for citation in citations) == 2
    assert len({mention.term.id for mention in mentions}) == len(mentions) == 10


def test_every_source_is_cited_and_every_term_mentioned(guide: Guide) -> None:
    pieces = [piece for chapter in range(SIZE) for paragraph in paragraphs_of(guide, chapter) for piece in paragraph]
    assert {piece.source for piece in pieces if isinstance(piece, Citation)} == set(guide.sources)
    assert {piece.term for piece in pieces if isinstance(piece, Mention)} == set(guide.terms)


def test_only_a_mention_has_a_terms_words(guide: Guide) -> None:
    names = {word for term in guide.terms for form in (term.name, term.plural) for word in form.lower().split()}
    texts = [piece for paragraph in paragraphs_of(guide, 0) for piece in paragraph if isinstance(piece, str)]
    assert names.isdisjoint(word.strip(".").lower() for text in texts for word in text.split())


def test_a_guide_can_have_more_terms() -> None:
    terms = make_guide(2, 10_000).terms
    assert len({term.id for term in terms}) == 10_000


def test_each_idiom_has_the_same_words(guide: Guide, tmp_path: Path) -> None:
    idioms = (PlainMkDocs(), MkDocsBibtex(), MkDocsEzglossary(), StudyGuide(), SphinxMyst())
    plain = [" ".join(words_in(paragraph)) for paragraph in paragraphs_of(guide, 0)]
    for idiom in idioms:
        idiom.write(guide, tmp_path / type(idiom).__name__)
        text = (tmp_path / type(idiom).__name__ / "docs" / "chapter-001.md").read_text(encoding="utf-8")
        for paragraph in plain:
            assert paragraph.rpartition(".")[0].rpartition(". ")[2] in text  # its last sentence, which cites nothing


def test_an_idiom_writes_a_citation_and_a_mention_as_its_manual_has_them(guide: Guide) -> None:
    paragraph = paragraphs_of(guide, 0)[1]
    mention = next(piece for piece in paragraph if isinstance(piece, Mention))
    citation = next(piece for piece in paragraph if isinstance(piece, Citation))
    key, page, words, name = citation.source.key, citation.page, mention.words, mention.term.name
    notes: list[str] = []
    assert "[^1]" in PlainMkDocs().paragraph(paragraph, notes)
    assert notes[0].endswith(f", p. {page}.")
    assert f"[@{key}, p. {page}]" in MkDocsBibtex().paragraph(paragraph, [])
    assert f"<term:{name.lower()}|{words}>" in MkDocsEzglossary().paragraph(paragraph, [])
    assert f"{{cite:p}}`{key}{{p. {page}}}`" in SphinxMyst().paragraph(paragraph, [])
    assert f"{{term}}`{words} <{name}>`" in SphinxMyst().paragraph(paragraph, [])


def test_the_guide_builds_strictly_with_this_project(tmp_path: Path) -> None:
    command = OURS.write(make_guide(2), tmp_path / "guide")
    assert run(command).memory > 20_000_000  # bytes, of Python alone
    site = tmp_path / "guide" / "site"
    page = (site / "chapter-001" / "index.html").read_text(encoding="utf-8")
    assert page.count('class="footnote-ref"') == 6
    assert page.count('class="guide-term"') == 10
    assert not (site / "handout.pdf").exists()
    assert size_of(site) > len(page)


def test_a_command_that_fails_is_told_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "fails.py").write_text("raise SystemExit('No such guide.')", encoding="utf-8")
    with pytest.raises(MeasureError, match="No such guide"):
        run(Command((sys.executable, "fails.py"), tmp_path))


def test_a_command_runs_on_the_processors_that_it_gets(tmp_path: Path) -> None:
    script = "import os; open('seen', 'w').write(str(len(os.sched_getaffinity(0))))"
    run(Command((sys.executable, "seen.py"), _with_script(tmp_path, "seen.py", script)), cores=1)
    assert (tmp_path / "seen").read_text(encoding="utf-8") == "1"


def test_the_memory_of_all_processes_counts_what_they_share_once(tmp_path: Path) -> None:
    script = (
        "import os, time\nshared = b'x' * 60_000_000\nchild = os.fork()\nown = b'y' * 30_000_000\ntime.sleep(1)\n"
        "if child: os.waitpid(child, 0)"
    )
    peak = memory_of(Command((sys.executable, "own.py"), _with_script(tmp_path, "own.py", script)))
    assert 120_000_000 < peak < 160_000_000  # 60 MB once, 30 MB twice, and Python


def test_what_was_built_is_taken_away_and_the_cache_where_it_is_not_wanted(tmp_path: Path) -> None:
    command = Command((sys.executable, "ends.py"), _with_script(tmp_path, "ends.py", ""))
    for keeps_cache in (True, False):
        (tmp_path / ".cache").mkdir(exist_ok=True)
        (tmp_path / "site").mkdir(exist_ok=True)
        run(command, keeps_cache=keeps_cache)
        assert not (tmp_path / "site").exists()
        assert (tmp_path / ".cache").exists() == keeps_cache


def _with_script(folder: Path, name: str, script: str) -> Path:
    (folder / name).write_text(script, encoding="utf-8")
    return folder


def test_a_ratio_is_the_median_of_the_pairs() -> None:
    assert ratio([(1, 2), (30, 30), (8, 2)]) == 1  # the medians alone would say 8 / 2
    assert difference([(5, 4), (9, 1), (7, 5)]) == 2


def test_an_exponent_tells_how_fast_it_grows() -> None:
    assert exponent((80, 3), (400, 15)) == pytest.approx(1)
    assert exponent((80, 3), (400, 75)) == pytest.approx(2)


def test_a_goal_is_reached_up_to_its_bound() -> None:
    assert Goal("What", 2, 2.0, megabytes).is_reached
    assert not Goal("What", 2, 2.1, megabytes).is_reached


def test_goals_are_told_of_what_was_measured_alone() -> None:
    assert list(goals(Results())) == []
    peer = Site(BIBTEX.name, 80, pairs=[(3, 2), (6, 2), (2, 2)])
    (goal,) = goals(Results(sites=[Site(OURS.name, 80), peer]))
    assert (goal.measured, goal.is_reached) == (1.5, False)


def test_what_several_runs_measured_is_one_result(tmp_path: Path) -> None:
    """Each part is kept when it is done: the next run adds to it, or puts new measurements in the place of old ones."""
    ours, theirs = [Run(3.0, 40, 50), Run(4.0, 60, 70)], [Run(1.0), Run(2.0)]
    Store(tmp_path).keep_comparison(Comparison(80, "sphinx", ours, theirs, 100, 200))
    Store(tmp_path).keep_comparison(Comparison(8, "bibtex", [Run(9.0)], [Run(9.0)], 1, 1))
    Store(tmp_path).keep_comparison(Comparison(8, "bibtex", ours[:1], theirs[:1], 10, 20))
    Store(tmp_path).keep_comparison(Comparison(8, "floor", ours[1:], theirs[1:], 10, 30))
    Store(tmp_path).keep("rebuild", chapters=80, pairs=[(1.0, 2.0)])
    Store(tmp_path).keep("cores", chapters=80, seconds={1: [4.0, 5.0], 2: [2.0, 3.0]}, memory={1: 7, 2: 9})
    Store(tmp_path).keep("terms", chapters=8, seconds={2500: 1.0, 5000: 2.0})
    Store(tmp_path).keep("handout", ten_times=9.0, first=1.0, rebuild=0.5, size=7)
    Store(tmp_path).keep_printing("this-guide", Printing("this guide", [(1.0, 3.0)], [(1.0, 9.0)]))
    Store(tmp_path).keep("downloads", seconds=2.5)
    Store(tmp_path).keep_importing(Importing("styled", [(2.0, 1.0), (4.0, 1.0), (9.0, 1.0)], [(2.0, 1.0)], 6.0))
    results = Store(tmp_path).results()
    assert [(site.stack, site.chapters) for site in results.sites] == [
        (OURS.name, 8),
        (PEERS["floor"].name, 8),
        (BIBTEX.name, 8),
        (OURS.name, 80),
        (PEERS["sphinx"].name, 80),
    ]
    assert [run.seconds for run in results.sites[0].runs] == [4.0, 3.0]
    assert (results.sites[3].memory, results.sites[3].children_memory, results.sites[3].size) == (60, 70, 100)
    assert results.sites[4].pairs == [(3.0, 1.0), (4.0, 2.0)]
    assert (results.rebuild, results.check) == ((80, [(1.0, 2.0)]), None)
    assert results.cores == (80, {1: [4.0, 5.0], 2: [2.0, 3.0]}, {1: 7, 2: 9})
    assert results.terms == (8, {2500: 1.0, 5000: 2.0})
    assert (results.ten_times, results.handout) == (9.0, Handout(1.0, 0.5, 7))
    assert results.printing == [Printing("this guide", [(1.0, 3.0)], [(1.0, 9.0)])]
    documents = [(goal.most, goal.measured, goal.is_reached) for goal in goals(results)][-4:]
    assert documents == [(3, 2.5, True), (3, 2.0, True), (3, 4.0, False), (5, 6.0, False)]


def test_nothing_was_measured_yet(tmp_path: Path) -> None:
    assert Store(tmp_path / "none").results() == Results()


def test_the_figure_names_each_stack_and_its_seconds() -> None:
    svg = ElementTree.fromstring(draw("Seconds", {"one": [(8, 1), (80, 10)], "other & co": [(8, 2), (80, 2.5)]}))
    described = svg.find("{*}desc")
    assert described is not None
    one, other = (str(described.text)).split("; ")
    assert one == "one: 1.0 s for 8 chapters, 10.0 s for 80 chapters"
    assert other == "other & co: 2.0 s for 8 chapters, 2.5 s for 80 chapters"
    lines = [line.get("points", "").split() for line in svg.iterfind("{*}polyline")]
    heights = [[float(point.split(",")[1]) for point in line] for line in lines]
    assert heights[0][0] > heights[1][0] > heights[1][1] > heights[0][1]
    labels = [text.text for text in svg.iterfind("{*}text")]
    assert {"one", "other & co", "8", "80", "seconds", "chapters"} <= set(labels)
