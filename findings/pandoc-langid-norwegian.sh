#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) capitalises a title as English where `langid` is `norwegian`, which BibLaTeX lists.
#
# Guess beforehand: the two names of the language, `norsk` (babel's option) and `norwegian` (in the table of languages of
# BibLaTeX's manual), are one language, and pandoc maps both to a tag, so that no title case for English titles is applied.
# Seen: `norsk` becomes "nb-NO"; `norwegian` is passed on as the language "norwegian", which a style with
# text-case="title" takes for none: the CSL rule to capitalise only English titles does not protect the title.
#
#   norsk     -> language nb-NO,     "Vann for et liv"
#   norwegian -> language norwegian, "Vann for Et Liv"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > title.csl <<'CSL'
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>Title alone</title><id>title</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title" text-case="title"/></layout></citation>
</style>
CSL
for language in norsk norwegian; do
  cat > sources.bib <<BIB
@book{vann, title = {Vann for et liv}, author = {Example, Anna}, publisher = {Example}, date = {2020}, langid = {$language}}
BIB
  "$pandoc" -f biblatex -t csljson sources.bib | grep '"language"' | tr -d ' ,'
  printf '[@vann]\n' | "$pandoc" --citeproc --bibliography sources.bib --csl title.csl -f markdown -t plain
done | tee seen
diff - seen <<'EXPECTED'
"language":"nb-NO"
Vann for et liv
"language":"norwegian"
Vann for Et Liv
EXPECTED
