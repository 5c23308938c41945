#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) writes the tables of a right-to-left document into .docx from left to right.
#
# Guess beforehand: its manual ("Language variables") says that dir: rtl is the base direction of the document; so in
# .docx the paragraphs have w:bidi (ISO/IEC 29500-1, 17.3.1.6), and a table has w:bidiVisual (17.4.1), which puts its
# first column to the right, where dir="rtl" alone has it on a page of HTML.
# Seen: each paragraph is marked, those in the table's cells as well, and the table is not, nor is it in a div with
# dir=rtl: an Arabic reader, who begins at the right, meets the last column first.
#
#   dir: rtl, a table of 4 cells -> 4 paragraphs with w:bidi, no table with w:bidiVisual
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-docx==1.2.0
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

table=$'| السنة | الحدث |\n|---|---|\n| 1948 | الإعلان |\n'
printf '%s\n' "$table" | "$pandoc" -s -M dir=rtl -M lang=ar -o document.docx
printf '::: {dir=rtl lang=ar}\n%s\n:::\n' "$table" | "$pandoc" -s -o div.docx
env/bin/python - <<'PY' | tee seen
from docx import Document
from docx.oxml.ns import qn

for name in ("document.docx", "div.docx"):
    body = Document(name).element.body
    counts = {tag: len(list(body.iter(qn(tag)))) for tag in ("w:p", "w:bidi", "w:tbl", "w:bidiVisual")}
    print(name, *(f"{tag} {count}" for tag, count in counts.items()))
PY
diff - seen <<'EXPECTED'
document.docx w:p 4 w:bidi 4 w:tbl 1 w:bidiVisual 0
div.docx w:p 4 w:bidi 4 w:tbl 1 w:bidiVisual 0
EXPECTED
