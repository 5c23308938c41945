"""A small guide with a payload in every field of every file, to be built as `make build` builds this one."""

import json
import re
import shutil
from pathlib import Path

from tests.example_guide import lay_out_engine, with_header_link
from tests.paths import ROOT, THEME

SCRIPT = "<script>window.ran=1</script>"
PAYLOAD = f"</title>{SCRIPT}<img src=x onerror=window.ran=1>\"' onmouseover=window.ran=1 x='"
TYPESET = f'{PAYLOAD} #panic("x") $y$ \\ @here <label> ]; {{{{7*7}}}} [[z]] *a* _b_ `c`'
"""It also means something to Typst, to templates and to Markdown."""
_ADDRESS = "\"onmouseover='window.ran=1'<script>"
IN_MARKDOWN = "`" + SCRIPT + "` and \\<img src=x onerror=window.ran=1> and &lt;script&gt;window.ran=1&lt;/script&gt;"
"""As a chapter may say it: in code, behind a backslash, which stays, and as entities."""
CHAPTERS = {"index": "Home", "key-terms": "Terms", "background": "", "stakeholders": "S", "timeline": "T"}
CHAPTERS |= {"bibliography": "B", "corrections": "C"}
_SIGNS_OF_BIBTEX = re.compile(r'[#$%&_{}\\~^"]')


def lay_out_hostile(folder: Path) -> Path:
    """Write the guide into a new folder of `folder`."""
    guide = folder / "hostile"
    lay_out_engine(guide)
    _write_config(guide)
    _write_data(guide)
    _write_chapters(guide / "docs")
    return guide


def _write_config(guide: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    told = json.dumps(TYPESET)
    for name in ("site_name", "site_description", "site_author", "conference", "committee", "officer"):
        text, count = re.subn(rf"^( *{name}:).*", lambda found: f"{found[1]} {told}", text, count=1, flags=re.MULTILINE)
        assert count == 1, name
    nav = "".join(
        f"  - {json.dumps(f'{title} {TYPESET}') if title else 'x'}: {path}.md\n" for path, title in CHAPTERS.items()
    )
    nav = nav.replace("  - x: ", "  - ")  # its title is that of its heading
    text = re.sub(r"^nav:\n(?:  - .*\n)+", lambda found: f"nav:\n{nav}", text, flags=re.MULTILINE)
    text = text.replace('contact: ""', f"contact: {json.dumps(IN_MARKDOWN)}")
    text = with_header_link(text, f"[**{PAYLOAD}** {SCRIPT}](index.md?{_ADDRESS}#get-help)")
    (guide / "mkdocs.yml").write_text(text, encoding="utf-8")


def _write_data(guide: Path) -> None:
    term = {
        "id": "evil",
        "term": TYPESET,
        "definition": f"{IN_MARKDOWN}. More.[@evil, p. {SCRIPT}]",
        "aliases": [f"alias {TYPESET}"],
        "deprecated": [f"deprecated {TYPESET}"],
        "protect": [f"protected {TYPESET}"],
        "see_also": ["other"],
        "sources": [f"other, p. {SCRIPT}"],
        "note": IN_MARKDOWN,
        "former_ids": ["once"],
    }
    other = {"id": "other", "term": f"Other {TYPESET}", "definition": IN_MARKDOWN, "abbreviation": True}
    event = {
        "id": "evil",
        "date": "2007~",
        "title": TYPESET,
        "description": f"{IN_MARKDOWN}[@other]",
        "actors": ["actor"],
        "terms": ["evil"],
        "see": ["background.md#deep"],
        "sources": [f"evil, {SCRIPT}"],
        "note": IN_MARKDOWN,
        "status": "check",
    }
    (guide / "glossary.yaml").write_text(json.dumps([term, other], indent=1), encoding="utf-8")
    (guide / "timeline.yaml").write_text(json.dumps([event], indent=1), encoding="utf-8")
    plain = _SIGNS_OF_BIBTEX.sub("", PAYLOAD)
    names = ["publisher", "institution", "journal", "note", "howpublished", "address", "edition", "number", "volume"]
    names += ["series", "pages", "type", "doi", "isbn", "abstract", "language", "shorttitle", "booktitle"]
    fields = "".join(f"  {name} = {{{plain}}},\n" for name in names)
    head = f"  title = {{{plain} evil}},\n  author = {{{{{plain}}}}},\n  editor = {{{{{plain}}}}},\n"
    url = f"  url = {{https://example.org/{SCRIPT}?'onclick='window.ran=1}},\n  date = {{2020}},\n"
    entries = [f"@{kind}{{{key},\n{head}{url}{fields}}}\n" for kind, key in (("online", "evil"), ("book", "other"))]
    (guide / "bibliography.bib").write_text("\n".join(entries), encoding="utf-8")


def _write_chapters(docs: Path) -> None:
    docs.mkdir()
    matter = f"---\ndescription: {json.dumps(TYPESET)}\nauthor: {json.dumps(TYPESET)}\n"
    more = {
        "index": "<!-- contact --> <!-- topic --> <!-- committee --> <!-- conference --> <!-- officer -->\n\n"
        "<!-- handout -->\n\n## Get help {#get-help}\n",
        "key-terms": "## Terms\n\n<!-- key-terms -->\n\n## Abbreviations\n\n<!-- abbreviations -->\n",
        "background": f"## {IN_MARKDOWN} {{#deep}}\n\n{IN_MARKDOWN}[@evil, p. {SCRIPT}] Note.[^n]\n\n"
        f'![{_quoted(SCRIPT)}](p.png "{_quoted(SCRIPT)}")\n\n[words](key-terms.md "{_quoted(SCRIPT)}")\n\n'
        f"| {IN_MARKDOWN} | b |\n| --- | ---: |\n| 1 | {IN_MARKDOWN} |\n\n"
        f'<figure class="chart" aria-label="{_quoted(PAYLOAD)}" markdown="1">\n\n'
        f"| a | b |\n| --- | --- |\n| {IN_MARKDOWN} | 3 |\n\n</figure>\n\n"
        f'!!! correction "{SCRIPT.replace(chr(60), "&lt;")}"\n    {IN_MARKDOWN}\n\n[^n]: {IN_MARKDOWN}\n',
        "stakeholders": f"## Actor {IN_MARKDOWN} {{#actor}}\n\nText.\n",
        "timeline": "<!-- timeline -->\n",
        "bibliography": "## Works cited\n\n<!-- works-cited -->\n\n## Further reading\n\n<!-- further-reading -->\n",
        "corrections": "## Corrections\n\n<!-- corrections -->\n\n## Open\n\n<!-- open-checks -->\n",
    }
    for path, text in more.items():
        title = f"title: {json.dumps(f'{path} {TYPESET}')}\n" if path == "stakeholders" else ""
        (docs / f"{path}.md").write_text(f"{matter}{title}---\n\n# {path} {IN_MARKDOWN}\n\n{text}", encoding="utf-8")
    shutil.copy(THEME / "assets" / "images" / "favicon.png", docs / "p.png")


def _quoted(text: str) -> str:
    """For the inside of quotation marks: HTML's own signs as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
