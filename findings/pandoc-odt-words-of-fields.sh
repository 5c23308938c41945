#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) drops the words of fields from .odt: dates, references, what was filled in.
#
# Guess beforehand: a field of OpenDocument 1.2 (part 1, chapter 7) has its current text as content, "10 December 1948",
# so that a reader which does not work fields out keeps that text as plain words.
# Seen: a caption's number and a reference to a bookmark are kept; a fixed date, a reference to a caption or a note,
# what was typed into a form, the document's title and a field of the user's own are gone, and no warning is given. Of
# the same date in .docx the words stay.
#
#   adopted on <text:date>10 December 1948</text:date>. -> adopted on .     in <text:sequence-ref>Table 1</…>. -> in .
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 odfpy==1.4.1 python-docx==1.2.0
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > write.py <<'PY'
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf import dc, meta, text
from odf.opendocument import OpenDocumentText

FIELDS = {
    "Table": text.Sequence(text="1", name="Table", formula="ooow:Table+1", numformat="1", refname="refTable0"),
    "in": text.SequenceRef(text="Table 1", referenceformat="category-and-value", refname="refTable0"),
    "under": text.BookmarkRef(text="Sources", referenceformat="text", refname="sources"),
    "in note": text.NoteRef(text="1", noteclass="footnote", referenceformat="text", refname="ftn1"),
    "adopted on": text.Date(text="10 December 1948", fixed="true", datevalue="1948-12-10"),
    "chaired by": text.TextInput(text="Ann Doe", description="Name of the chair"),
    "titled": text.Title(text="Rivers"),
    "of the": text.UserDefined(text="First Committee", name="Committee"),
}

open_document = OpenDocumentText()
open_document.meta.addElement(dc.Title(text="Rivers"))
open_document.meta.addElement(meta.UserDefined(text="First Committee", name="Committee", valuetype="string"))
open_document.text.addElement(declarations := text.SequenceDecls())
declarations.addElement(text.SequenceDecl(name="Table", displayoutlinelevel="0"))
open_document.text.addElement(sources := text.P())
sources.addElement(text.BookmarkStart(name="sources"))
sources.addText("Sources")
sources.addElement(text.BookmarkEnd(name="sources"))
sources.addElement(note := text.Note(id="ftn1", noteclass="footnote"))
note.addElement(text.NoteCitation(text="1"))
note.addElement(body := text.NoteBody())
body.addElement(text.P(text="A note."))
for words, field in FIELDS.items():
    open_document.text.addElement(paragraph := text.P(text=f"{words} "))
    paragraph.addElement(field)
    paragraph.addText(".")
open_document.save("fields.odt")

word = Document()
paragraph = word.add_paragraph("adopted on ")


def mark(kind):
    paragraph.add_run()._r.append(element := OxmlElement("w:fldChar"))
    element.set(qn("w:fldCharType"), kind)


mark("begin")
paragraph.add_run()._r.append(code := OxmlElement("w:instrText"))
code.text = ' DATE \\@ "d MMMM yyyy" '
mark("separate")
paragraph.add_run("10 December 1948")
mark("end")
paragraph.add_run(".")
word.save("field.docx")
PY
env/bin/python write.py
for file in fields.odt field.docx; do
  echo "$file"
  "$pandoc" -t plain --columns 200 "$file" 2>&1 | grep .
done | tee seen
diff - seen <<'EXPECTED'
fields.odt
Sources[1]
Table 1.
in .
under Sources.
in note .
adopted on .
chaired by .
titled .
of the .
[1] A note.
field.docx
adopted on 10 December 1948.
EXPECTED
