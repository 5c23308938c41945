#!/usr/bin/env bash
# Typst 0.15.2: a table whose head holds a link cannot be a PDF/UA-1 once the table runs over a page.
#
# Guess beforehand: the head's first copy is content and keeps its link; the copies on later pages are artifacts, in which
# Typst drops the link, or the note's mark, by itself.
# Seen: the same table passes on one page, and over two pages the export ends with "PDF artifacts may not contain links",
# without a place in the file. `table.header(repeat: false)` passes. A footnote in the head does the same.
#
#   4 rows: passes; 12 rows: error; 12 rows, repeat: false: passes; 12 rows, a footnote in the head: error
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check typst==0.15.2
env/bin/python - <<'PYTHON'
import typst

PAGE = '#set document(title: "Rivers")\n#set page(width: 10cm, height: 6cm)\n'
LINK = '#link("https://www.example.org")[The treaty]'


def outcome(head, rows, options=""):
    table = f"#table(columns: 1, table.header({options}[{head}]), ..range({rows}).map(n => [Row #n]))"
    with open("table.typ", "w", encoding="utf-8") as file:
        file.write(PAGE + table)
    try:
        typst.compile("table.typ", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return str(error)
    return "passes"


seen = [
    outcome(LINK, 4),
    outcome(LINK, 12),
    outcome(LINK, 12, "repeat: false, "),
    outcome("The treaty#footnote[Of 1997.]", 12),
]
print(*seen, sep="\n")
error = "PDF/UA-1 error: PDF artifacts may not contain links"
assert seen == ["passes", error, "passes", error], seen
PYTHON
