#!/usr/bin/env bash
# Typst 0.15.2 (typst-py) prints the rows of a table over each other where a cell holds a sticky block longer than a page.
#
# Guess beforehand: `sticky` keeps a block with the next one where that can be, so that a block longer than a page breaks
# as it does without it, or moves as a whole to the next page.
# Seen: without `sticky` no word lies over another. With it, a page holds the table's head alone, and on the last page
# words of the next row lie over words of the long paragraph. No warning is given.
#
#   plain: 3 pages, no words over others      sticky: 3 pages, some words over others
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check typst==0.15.2 pdfplumber==0.11.7
cat > try.py <<'PY'
import pdfplumber
import typst

PAGE = """#set page(width: 120mm, height: 100mm, margin: 10mm)
#set text(size: 10pt)
#table(columns: (20mm, 1fr), table.header([Year], [Event]), [A], [#lorem(20)],
  [B], [*Title* #parbreak() #block(sticky: STICKY)[#lorem(165)] #block(sticky: STICKY)[Terms: x] #block[See: y]],
  [C], [after])
"""


def overlaps(one, other):
    width = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
    height = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return width > 1 and height > 1


for name, sticky in [("plain", "false"), ("sticky", "true")]:
    open("x.typ", "w").write(PAGE.replace("STICKY", sticky))
    typst.compile("x.typ", output="x.pdf")
    with pdfplumber.open("x.pdf") as pdf:
        pages = [page.extract_words() for page in pdf.pages]
    over = sum(any(overlaps(word, other) for other in words if other is not word) for words in pages for word in words)
    print(f"{name}: {len(pages)} pages, {'some' if over else 'no'} words over others")
PY
env/bin/python try.py | tee seen
diff - seen <<'EXPECTED'
plain: 3 pages, no words over others
sticky: 3 pages, some words over others
EXPECTED
