#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) writes text behind bold print so that Typst 0.15.2 reads it as code.
#
# Guess beforehand: pandoc's Typst writer escapes whatever would be read as the end of the call `#strong[…]`; it does so
# for "(" and ";" right behind it.
# Seen: a full stop and a letter are left as they are, so "Aim" in bold and then ".The committee acts." becomes a field
# access, and Typst ends with an error about a field that content does not have.
#
#   #strong[Aim].The committee acts.
#   error: strong does not have field "The"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 typst==0.15.2
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

printf '<p><strong>Aim</strong>(a) and <strong>Aim</strong>; and so on</p>' | "$pandoc" -f html -t typst | tee escaped.typ
printf '<p><strong>Aim</strong>.The committee acts.</p>' | "$pandoc" -f html -t typst | tee left.typ
diff - left.typ <<'EXPECTED'
#strong[Aim].The committee acts.
EXPECTED
env/bin/python - <<'PYTHON'
import typst

assert typst.compile("escaped.typ").startswith(b"%PDF")
try:
    typst.compile("left.typ")
except typst.TypstError as error:
    print("error:", error)
    assert '"The"' in str(error), error
else:
    raise SystemExit("Typst accepts it now")
PYTHON
