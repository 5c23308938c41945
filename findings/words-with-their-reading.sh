#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17), from .docx and .odt, and mammoth 1.13.0 drop a word with its reading above it.
#
# Guess beforehand: a Chinese or Japanese word with its reading in small letters above is w:ruby in Word ("phonetic
# guide", ISO/IEC 29500-1, 17.3.3.25) and text:ruby in OpenDocument 1.2; read without support for it, the word stays and
# the reading goes, or both stand in a row.
# Seen: the word itself is gone too, a hole in the sentence, with no warning but mammoth's of an element it does not
# know. docx2python 3.7.1 has both in a row.
#
#   本文は<ruby>漢字<rt>かんじ</rt></ruby>です。 -> 本文はです。
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 mammoth==1.13.0 docx2python==3.7.1 python-docx==1.2.0 odfpy==1.4.1
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > write.py <<'PY'
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf import text
from odf.opendocument import OpenDocumentText

RUBY = f"""<w:ruby {nsdecls("w")}>
<w:rubyPr><w:rubyAlign w:val="distributeSpace"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/>
<w:lid w:val="ja-JP"/></w:rubyPr>
<w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby>"""

document = Document()
paragraph = document.add_paragraph("本文は")
paragraph.add_run()._r.append(parse_xml(RUBY))
paragraph.add_run("です。")
document.save("reading.docx")

document = OpenDocumentText()
document.text.addElement(paragraph := text.P(text="本文は"))
paragraph.addElement(ruby := text.Ruby())
ruby.addElement(text.RubyBase(text="漢字"))
ruby.addElement(text.RubyText(text="かんじ"))
paragraph.addText("です。")
document.save("reading.odt")
PY
env/bin/python write.py
cat > read.py <<'PY'
import mammoth
from docx2python import docx2python

with open("reading.docx", "rb") as file:
    read = mammoth.extract_raw_text(file)
print("mammoth, .docx:", read.value.strip(), *(message.message for message in read.messages))
with docx2python("reading.docx") as read:
    print("docx2python, .docx:", read.text.strip())
PY
{
  for file in reading.docx reading.odt; do
    echo "pandoc, .${file#*.}: $("$pandoc" -t plain "$file" 2>&1)"
  done
  env/bin/python read.py
} | tee seen
diff - seen <<'EXPECTED'
pandoc, .docx: 本文はです。
pandoc, .odt: 本文はです。
mammoth, .docx: 本文はです。 An unrecognised element was ignored: w:ruby
docx2python, .docx: 本文はかんじ漢字です。
EXPECTED
