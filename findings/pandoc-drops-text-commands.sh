#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) drops some of the signs that LaTeX spells out, and the words in a box, from a source.
#
# Guess beforehand: the commands for signs of the encoding T1 and of textcomp become that sign, as \ss and \oe do, or at
# least stay as they are written; \mbox, which only keeps a line whole, gives its words.
# Seen: \DJ, \textendash and \mbox with its words are gone, a name begins with its second letter, and no warning is
# given. \ss and \oe are read.
#
#   {\DJ}okovi{\'c} -> oković      \mbox{part two} -> nothing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > sources.bib <<'BIB'
@book{a, title = {Stra{\ss}e, c{\oe}ur}, author = {M{\"u}ller, Ann}, date = {2001}}
@book{b, title = {Rivers \textendash{} a view, \mbox{part two} of it}, author = {{\DJ}okovi{\'c}, Ann}, date = {2001}}
BIB
"$pandoc" -f biblatex -t csljson sources.bib > sources.json
env/bin/python - <<'PY' | tee seen
import json

for source in json.load(open("sources.json", encoding="utf-8")):
    print(source["author"][0]["family"], "|", source["title"])
PY
diff - seen <<'EXPECTED'
Müller | Straße, cœur
oković | Rivers  a view,  of it
EXPECTED
