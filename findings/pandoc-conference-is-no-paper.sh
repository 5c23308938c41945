#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) reads @conference as a source of no type, and drops the title of its proceedings.
#
# Guess beforehand: BibLaTeX's manual (2.1.2) lists @conference as a legacy alias for @inproceedings, so both give the
# same: a paper in a conference, with the proceedings as its container.
# Seen: the type is empty, and booktitle is nowhere, in BibLaTeX's format as in BibTeX's. No warning is given.
#
#   @inproceedings -> paper-conference, in "Papers on rivers"      @conference -> no type, in nothing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > sources.bib <<'BIB'
@inproceedings{a, title = {A dam}, booktitle = {Papers on rivers}, author = {Doe, Ann}, date = {2001}}
@conference{b, title = {A dam}, booktitle = {Papers on rivers}, author = {Doe, Ann}, date = {2001}}
BIB
"$pandoc" -f biblatex -t csljson sources.bib > sources.json
env/bin/python - <<'PY' | tee seen
import json

for source in json.load(open("sources.json", encoding="utf-8")):
    print([source["type"], source.get("container-title", "")])
PY
diff - seen <<'EXPECTED'
['paper-conference', 'Papers on rivers']
['', '']
EXPECTED
