#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) parts a page number at the comma of its thousands, and shortens what is left.
#
# Guess beforehand: `[@key, p. 1,234-1,240]` prints "1,234–1,240", as one range: large reports of commissions and the
# United Nations Treaty Series have such pages. Without the commas, "1234-1240" gives "1234–40" in this style.
# Seen: the range is read between the two commas, as 234-1, and 1 is expanded to "31": the reader is sent to other pages.
#
#   p. 1234-1240   -> 1234–40
#   p. 1,234-1,240 -> 1, 234–31, 240
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > sources.bib <<'BIB'
@book{treaties, title = {Treaties of the Rivers}, author = {Example, Anna}, publisher = {Example Press}, date = {2020}}
BIB
for pages in "1234-1240" "1,234-1,240"; do
  printf '[@treaties, p. %s]\n' "$pages" | "$pandoc" --citeproc --bibliography sources.bib -f markdown -t plain | head -1
done | tee seen
diff - seen <<'EXPECTED'
(Example 2020, 1234–40)
(Example 2020, 1, 234–31, 240)
EXPECTED
