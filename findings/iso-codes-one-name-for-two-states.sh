#!/usr/bin/env bash
# pycountry 26.2.16, with the translations of iso-codes, gives two states of ISO 3166-1 one name in several languages.
#
# Guess beforehand: in one language two states can share a name where that language does not tell them apart, as with the
# two Congos; not where their English names have nothing in common.
# Seen: the Kingdom of Sweden is the Republic of the Sudan in Welsh, the Republic of the Gambia the Slovak Republic in
# Slovak, the Republic of Nicaragua Paraguay in Occitan, South Korea South Africa in Gujarati.
#
#   pt_BR: "Islamic Republic of Afghanistan" -> "República Islâmica do Paquistão"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pycountry==26.2.16

cat > read.py <<'PY'
from gettext import translation

import pycountry

NAMES = [
    ("cy", "Kingdom of Sweden", "Republic of the Sudan"),
    ("fa", "the State of Eritrea", "the State of Palestine"),
    ("gu", "South Korea", "South Africa"),
    ("kk", "Federal Democratic Republic of Nepal", "Central African Republic"),
    ("oc", "Republic of Nicaragua", "Paraguay"),
    ("pt_BR", "Islamic Republic of Afghanistan", "Islamic Republic of Pakistan"),
    ("sk", "Republic of the Gambia", "Slovak Republic"),
    ("tk", "Latvia", "Lithuania"),
]
for language, one, other in NAMES:
    names = translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])
    print(f"{language}: {one}: {names.gettext(one)} / {other}: {names.gettext(other)}")
PY
env/bin/python read.py | tee seen
diff - seen <<'EXPECTED'
cy: Kingdom of Sweden: Gweriniaeth y Swdan / Republic of the Sudan: Gweriniaeth y Swdan
fa: the State of Eritrea: فلسطین / the State of Palestine: فلسطین
gu: South Korea: દક્ષિણ આફ્રિકા / South Africa: દક્ષિણ આફ્રિકા
kk: Federal Democratic Republic of Nepal: Орталық Африка Республикасы / Central African Republic: Орталық Африка Республикасы
oc: Republic of Nicaragua: Paraguai / Paraguay: Paraguai
pt_BR: Islamic Republic of Afghanistan: República Islâmica do Paquistão / Islamic Republic of Pakistan: República Islâmica do Paquistão
sk: Republic of the Gambia: Slovenská republika / Slovak Republic: Slovenská republika
tk: Latvia: Litwiýa / Lithuania: Litwiýa
EXPECTED
