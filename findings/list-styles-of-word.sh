#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17), mammoth 1.13.0 and docx2python 3.7.1 do not nest the built-in list styles of Word.
#
# Guess beforehand: Word prints "List Bullet 2" and "List Number 2" further in than "List Bullet" and "List Number", and
# offers them for lists within lists; a reader takes the number in the style's name, or its indent, for a level.
# Seen: each of the styles is a list of its own with one level (ISO/IEC 29500-1, 17.9.22, numPr), and that is what counts.
# pandoc ends the list at each change, and starts another or goes on with the first; mammoth makes one flat list, so that
# the third line, which Word numbers 2, is its 3; docx2python has paragraphs.
#
#   List Bullet: Water / List Bullet 2: Clean / List Bullet: Air -> three lists, or one of three items
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 mammoth==1.13.0 docx2python==3.7.1 python-docx==1.2.0
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > write.py <<'PY'
from docx import Document

for kind in ("Bullet", "Number"):
    document = Document()
    for text, level in (("Water", ""), ("Clean", " 2"), ("Air", "")):
        document.add_paragraph(text, style=f"List {kind}{level}")
    document.save(f"{kind}.docx")
PY
env/bin/python write.py
cat > read.py <<'PY'
import sys

import mammoth
from docx2python import docx2python

with open(sys.argv[1], "rb") as file:
    print("mammoth:", mammoth.convert_to_html(file).value)
with docx2python(sys.argv[1]) as read:
    print("docx2python:", " / ".join(read.text.split("\n\n")))
PY
{
  for kind in Bullet Number; do
    echo "$kind, pandoc: $("$pandoc" -t html "$kind.docx" | tr -d '\n')"
    env/bin/python read.py "$kind.docx"
  done
} | tee seen
diff - seen <<'EXPECTED'
Bullet, pandoc: <ul><li><p>Water</p></li></ul><ul><li><p>Clean</p></li></ul><ul><li><p>Air</p></li></ul>
mammoth: <ul><li>Water</li><li>Clean</li><li>Air</li></ul>
docx2python: Water / Clean / Air
Number, pandoc: <ol type="1"><li><p>Water</p></li></ol><ol type="1"><li><p>Clean</p></li></ol><ol start="2" type="1"><li><p>Air</p></li></ol>
mammoth: <ol><li>Water</li><li>Clean</li><li>Air</li></ol>
docx2python: Water / Clean / Air
EXPECTED
