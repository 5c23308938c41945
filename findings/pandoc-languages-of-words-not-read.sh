#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) writes the language of words into .docx and .odt, and does not read it from either.
#
# Guess beforehand: its manual ("Language variables") says that a span with lang switches the language within a document;
# the writers of both formats do (w:lang, fo:language). What it wrote it reads again, as it does the direction of writing.
# Seen: from .docx the direction comes back and the language does not; from .odt neither.
#
#   [bonjour]{lang=fr} -> .docx: bonjour        <span lang=ar dir=rtl> -> .docx: dir=rtl alone
#   [bonjour]{lang=fr} -> .odt:  bonjour
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

echo 'They say [bonjour]{lang=fr} and [سلام]{lang=ar dir=rtl}.' > words.md
"$pandoc" -f markdown words.md -o words.docx
"$pandoc" -f markdown words.md -o words.odt
env/bin/python - "$pandoc" <<'PY' | tee seen
import json
import re
import subprocess
import sys
import zipfile

for name, part, language in (
    ("words.docx", "word/document.xml", r'w:lang w:val="(\w+)"'),
    ("words.odt", "content.xml", r'fo:language="(\w+)"'),
):
    with zipfile.ZipFile(name) as file:
        written = re.findall(language, file.read(part).decode("utf-8"))
    read = json.loads(subprocess.run([sys.argv[1], "-t", "json", name], capture_output=True, check=True).stdout)
    spans = [dict(part["c"][0][2]) for part in read["blocks"][0]["c"] if part["t"] == "Span"]
    print(name, "written:", *sorted(written), "read:", *(f"{key}={value}" for span in spans for key, value in span.items()))
PY
diff - seen <<'EXPECTED'
words.docx written: ar fr read: dir=rtl
words.odt written: ar fr read:
EXPECTED
