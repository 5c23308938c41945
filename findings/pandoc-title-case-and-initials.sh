#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) loses the capitals of initials and Roman numerals in a BibLaTeX title that a style
# prints in title case.
#
# Guess beforehand: a title that is typed in title case comes out of a style with text-case="title" as it went in. Pandoc
# first puts it in sentence case, which must know that "U.S." and "O'Brien" are no common words, as it knows "UNESCO".
# Seen: words with a capital behind their first letter keep it (UNESCO, McDonald, II), but not those with a sign between
# (U.S., O'Brien) and not single letters (I, X); the style's title case then leaves them small.
#
#   Malcolm X in U.S. History  -> Malcolm x in u.s. History
#   O'Brien and UNESCO         -> o’brien and UNESCO (behind the first word)
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
cat > sources.bib <<'BIB'
@book{one, title = {Malcolm X in U.S. History}, author = {Example, Anna}, publisher = {Example}, date = {2020}}
@book{two, title = {On O'Brien and UNESCO in World War I and II}, author = {Example, Anna}, publisher = {Example}, date = {2021}}
BIB
printf '[@one]\n\n[@two]\n' | "$pandoc" --citeproc --bibliography sources.bib --csl title.csl -f markdown -t plain | tee seen
diff - seen <<'EXPECTED'
Malcolm x in u.s. History

On o’brien and UNESCO in World War i and II
EXPECTED
