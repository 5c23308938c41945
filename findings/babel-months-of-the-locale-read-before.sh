#!/usr/bin/env bash
# Babel 2.18.0 gives Italian and French the months of Traditional Chinese, if that locale was read before in the process.
#
# Guess beforehand: what a locale's data are does not depend on which other locale a program has read.
# Seen: `months["stand-alone"]["wide"]`, the names that stand in a calendar's head, is "gennaio" for Italian in a fresh
# process, and "1月" once the same list of zh_Hant was asked for; French and German follow. Asked for first, Italian
# keeps its own. The names within a date, `months["format"]["wide"]`, stay right.
#
#   it alone -> gennaio      zh_Hant, then it, fr, de -> 1月 1月 1月      format: gennaio janvier Januar
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check babel==2.18.0

cat > months.py <<'PY'
import sys

from babel import Locale


def january(locale, form):
    return Locale.parse(locale).months[form]["wide"][1]


print(*(january(locale, "stand-alone") for locale in sys.argv[1:]))
print(*(january(locale, "format") for locale in sys.argv[1:]))
PY
{
  env/bin/python months.py it fr de
  env/bin/python months.py zh_Hant it fr de
} | tee seen
diff - seen <<'EXPECTED'
gennaio janvier Januar
gennaio janvier Januar
1月 1月 1月 1月
1月 gennaio janvier Januar
EXPECTED
