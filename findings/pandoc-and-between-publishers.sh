#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) prints a semicolon for the "and" between publishers and between places.
#
# Guess beforehand: publisher and location are lists (BibLaTeX manual, 2.2.1), whose last two items BibLaTeX joins by
# "and"; so "Harper and Row" comes out as it went in, or at least as BibLaTeX has it.
# Seen: each "and" becomes "; ", in every style, since CSL has one text for a publisher: "Harper; Row", "Oxford; New
# York". Braces around the word, or around the whole, keep it.
#
#   Harper and Row -> Harper; Row      {Harper and Row} -> Harper and Row
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > sources.bib <<'BIB'
@book{a, title = {Rivers}, publisher = {Harper and Row}, location = {Oxford and New York}, date = {2001}}
@book{b, title = {Rivers}, publisher = {{Harper and Row}}, location = {Oxford {and} New York}, date = {2001}}
BIB
"$pandoc" -f biblatex -t csljson sources.bib > sources.json
env/bin/python - <<'PY' | tee seen
import json

for source in json.load(open("sources.json", encoding="utf-8")):
    print(source["publisher"], "|", source["publisher-place"])
PY
diff - seen <<'EXPECTED'
Harper; Row | Oxford; New York
Harper and Row | Oxford and New York
EXPECTED
