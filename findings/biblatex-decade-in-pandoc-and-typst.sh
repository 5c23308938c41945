#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) has no date, and Typst 0.15.2 (typst-py) the last year, for a source of a decade.
#
# Guess beforehand: date = {194X} is "some time in the 1940s", and {1947/..} "from 1947, still going on" (BibLaTeX
# manual, 2.3.8, after EDTF); both programs print a decade and an open range, in one form or another.
# Seen: pandoc takes both for no date at all, "n.d.", without a warning; a range that ends with nothing, {1947/}, is
# read. Typst prints 1949 for the decade, as if that were known, 1899 for {18XX}, and of a range of years only the last.
#
#   194X -> n.d., 1949      18XX -> n.d., 1899      1947/.. -> n.d., 1947      1946/1948 -> 1946–1948, 1948
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 typst==0.15.2 pdfplumber==0.11.7
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > try.py <<'PY'
import subprocess
import sys

import pdfplumber
import typst

WORK = "@book{one, title = {Rivers}, author = {Doe, Ann}, publisher = {Example}, date = {DATE}}"

for date in ("1947-05/1947-06", "194X", "18XX", "1947/..", "1947/", "1946/1948"):
    with open("one.bib", "w", encoding="utf-8") as sources:
        sources.write(WORK.replace("DATE", date))
    pandoc = [sys.argv[1], "--citeproc", "--bibliography", "one.bib", "-t", "plain"]
    read = subprocess.run(pandoc, input="[@one]", capture_output=True, text=True, check=True)
    with open("one.typ", "w", encoding="utf-8") as source:
        source.write('#cite(<one>)\n#hide(bibliography("one.bib", style: "chicago-author-date"))\n')
    typst.compile("one.typ", output="one.pdf")
    with pdfplumber.open("one.pdf") as pdf:
        lines = pdf.pages[0].extract_text().splitlines()
    print(date, read.stdout.splitlines()[0], lines[0], read.stderr or "no warning")
PY
env/bin/python try.py "$pandoc" | tee seen
diff - seen <<'EXPECTED'
1947-05/1947-06 (Doe 1947) (Doe 1947) no warning
194X (Doe, n.d.) (Doe 1949) no warning
18XX (Doe, n.d.) (Doe 1899) no warning
1947/.. (Doe, n.d.) (Doe 1947) no warning
1947/ (Doe 1947–) (Doe 1947) no warning
1946/1948 (Doe 1946–1948) (Doe 1948) no warning
EXPECTED
