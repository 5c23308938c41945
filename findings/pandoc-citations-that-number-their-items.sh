#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) takes two works for one where each citation of a Word file numbers its own items.
#
# Guess beforehand: a field "ADDIN CSL_CITATION" carries its sources whole. CSL's schema of a citation asks for an id of
# each item, but not that it is the same in the whole document; Mendeley writes "ITEM-1" for the first of every field.
# With +citations the references are two, with ids that were made to differ.
# Seen: one reference, the work that is cited last. Both citations lead to it; of the first only the printed words would
# tell, and they are gone too.
#
#   (Doe, Dams) ... (Roe, Wells) -> references: Wells; cited: ITEM-1, ITEM-1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-docx==1.2.0
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > write.py <<'PY'
import json

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

document = Document()
paragraph = document.add_paragraph("Both say so ")


def mark(kind: str) -> None:
    paragraph.add_run()._r.append(element := OxmlElement("w:fldChar"))
    element.set(qn("w:fldCharType"), kind)


def cite(family: str, title: str) -> None:
    work = {"id": "ITEM-1", "type": "book", "title": title, "author": [{"family": family, "given": "Ann"}]}
    citation = {"citationItems": [{"id": "ITEM-1", "itemData": work}], "properties": {"noteIndex": 0}}
    mark("begin")
    paragraph.add_run()._r.append(field := OxmlElement("w:instrText"))
    field.text = "ADDIN CSL_CITATION " + json.dumps(citation)
    mark("separate")
    paragraph.add_run(f"({family})")
    mark("end")


cite("Doe", "Dams")
paragraph.add_run(" and ")
cite("Roe", "Wells")
document.save("cited.docx")
PY
env/bin/python write.py
"$pandoc" -f docx+citations -t json cited.docx > cited.json
env/bin/python - <<'PY' | tee seen
import json

read = json.load(open("cited.json", encoding="utf-8"))
references = read["meta"]["references"]["c"]
print("references:", *(reference["c"]["title"]["c"][0]["c"] for reference in references))
(paragraph,) = read["blocks"]
print("cited:", *(part["c"][0][0]["citationId"] for part in paragraph["c"] if part["t"] == "Cite"))
PY
diff - seen <<'EXPECTED'
references: Wells
cited: ITEM-1 ITEM-1
EXPECTED
