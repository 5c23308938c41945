#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) drops BibLaTeX's field issue where the article has no number.
#
# Guess beforehand: BibLaTeX's manual (2.2.2, issue; 2.3.11) keeps issue for what is called by a word, such as "Spring",
# and number for what is counted; one of both is the rule. So CSL's issue is the one that stands there.
# Seen: with number alone it is the number, with both it is "4, Spring", and with issue alone there is none.
#
#   number 4 -> 4      number 4, issue Spring -> 4, Spring      issue Spring -> nothing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > sources.bib <<'BIB'
@article{number, title = {A dam}, author = {Doe, Ann}, journaltitle = {Rivers}, date = {2001}, number = {4}}
@article{both, title = {A dam}, author = {Doe, Ann}, journaltitle = {Rivers}, date = {2001}, number = {4}, issue = {Spring}}
@article{issue, title = {A dam}, author = {Doe, Ann}, journaltitle = {Rivers}, date = {2001}, issue = {Spring}}
BIB
"$pandoc" -f biblatex -t csljson sources.bib > sources.json
env/bin/python - <<'PY' | tee seen
import json

for source in json.load(open("sources.json", encoding="utf-8")):
    print(source["id"], "->", source.get("issue", "nothing"))
PY
diff - seen <<'EXPECTED'
number -> 4
both -> 4, Spring
issue -> nothing
EXPECTED
