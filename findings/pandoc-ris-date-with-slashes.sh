#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) has no date for a RIS source whose month is given, and takes slashes for years.
#
# Guess beforehand: the RIS format writes a date "YYYY/MM/DD/other info" (specification of Reference Manager, Y1 and PY)
# of which each part but no slash may be missing, so that at least the year of "2019/05/03/" is read.
# Seen: the list of date parts is empty and the source is cited "n.d.", without a warning; "1998///Spring", the
# specification's own example, is lost alike. "2019///" is four dates, 2019 and three of the year 0: cited "2019–".
#
#   2019 -> 2019      2019/// -> 2019–      2019/05/03/ -> n.d.      1998///Spring -> n.d.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

for date in 2019 2019/// 2019/05// 2019/05/03/ 1998///Spring; do
  printf 'TY  - BOOK\nID  - rivers\nAU  - Doe, Ann\nTI  - Rivers\nPB  - Example\nPY  - %s\nER  - \n' "$date" > source.ris
  parts=$("$pandoc" -f ris -t csljson source.ris | tr -d ' \n' | sed 's/.*"date-parts":\(\[.*\]\)},.*/\1/')
  echo "$date $parts $(echo '[@rivers]' | "$pandoc" --citeproc --bibliography source.ris -t plain 2>&1 | head -1)"
done | tee seen
diff - seen <<'EXPECTED'
2019 [[2019]] (Doe 2019)
2019/// [[2019],[0],[0],[0]] (Doe 2019–)
2019/05// [] (Doe, n.d.)
2019/05/03/ [] (Doe, n.d.)
1998///Spring [] (Doe, n.d.)
EXPECTED
