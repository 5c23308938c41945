#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17): a line break in a heading leaves half of the heading outside of it in Typst.
#
# Guess beforehand: the Typst writer keeps a heading in one piece, as its HTML and LaTeX writers do: with #linebreak(), or
# with the whole in #heading[…].
# Seen: the break is written as a backslash and a real line end, and a heading of Typst ends with its line: what stands
# behind the break is a paragraph, and the outline has half of the title. The label goes to that paragraph.
#
#   == Access to water \
#   and sanitation
#   <access>
#   in Typst's outline: "Access to water"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 typst==0.15.2
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

printf '<h2 id="access">Access to water<br>and sanitation</h2><p>Text.</p>' | "$pandoc" -f html -t typst | tee heading.typ
env/bin/python - <<'PYTHON'
import json
import typst

headings = json.loads(typst.query("heading.typ", "heading"))
text = json.dumps([heading["body"] for heading in headings])
print(text)
assert "Access" in text, text
assert "sanitation" not in text, "the heading is whole now"
PYTHON
