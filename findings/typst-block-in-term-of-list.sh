#!/usr/bin/env bash
# Typst 0.15.2 (typst-py) refuses, for PDF/UA-1, a block within the term of a term list, and accepts it in a heading.
#
# Guess beforehand: a term, a heading and a table's cell are all containers of a line of text, so that a picture in a block
# is accepted in all three, or in none.
# Seen: the term list alone ends with "this element's PDF tag would be split up by another element"; a box instead of the
# block is accepted everywhere.
#
#   heading, block: written      term, block: would be split up      term, box: written
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check typst==0.15.2 pillow==12.0.0
cat > try.py <<'PY'
from PIL import Image
import typst

Image.new("RGB", (8, 8)).save("x.png")
PICTURE = '(image("x.png", alt: "A square"))'
for name, body in [
    ("heading, block", f"= A #block{PICTURE}"),
    ("term, block", f"/ A #block{PICTURE}: meaning"),
    ("term, box", f"/ A #box{PICTURE}: meaning"),
]:
    open("x.typ", "w").write(f'#set document(title: "T")\n#set text(lang: "en")\n{body}\n')
    try:
        typst.compile("x.typ", format="pdf", pdf_standards=["ua-1"])
        print(f"{name}: written")
    except typst.TypstError as error:
        print(f"{name}: {'would be split up' if 'split up' in str(error) else error}")
PY
env/bin/python try.py | tee seen
diff - seen <<'EXPECTED'
heading, block: written
term, block: would be split up
term, box: written
EXPECTED
