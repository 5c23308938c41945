#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) drops the alternative text of a picture in .odt, and joins the words of its title.
#
# Guess beforehand: OpenDocument 1.2 (9.3.17, svg:title, and 9.3.18, svg:desc) keeps a short and a long text for those who
# do not see a picture; LibreOffice asks for both under "Alt text". Read by pandoc, one is the picture's description and
# the other its title, as they are written.
# Seen: the description is empty, the long text is nowhere, and the title is "a-map-of-rivers", like an anchor.
#
#   title "A map of rivers", text "Two rivers meet" -> description nothing, title a-map-of-rivers
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 odfpy==1.4.1
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > write.py <<'PY'
import struct
import zlib

from odf.draw import Frame, Image
from odf.opendocument import OpenDocumentText
from odf.svg import Desc, Title
from odf.text import P


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
with open("map.png", "wb") as picture:
    picture.write(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))
document = OpenDocumentText()
frame = Frame(width="1cm", height="1cm", anchortype="as-char")
frame.addElement(Image(href=document.addPicture("map.png"), type="simple"))
frame.addElement(Title(text="A map of rivers"))
frame.addElement(Desc(text="Two rivers meet"))
paragraph = P()
paragraph.addElement(frame)
document.text.addElement(paragraph)
document.save("picture.odt")
PY
env/bin/python write.py
"$pandoc" -f odt -t json picture.odt > picture.json
env/bin/python - <<'PY' | tee seen
import json

(paragraph,) = json.load(open("picture.json", encoding="utf-8"))["blocks"]
(picture,) = paragraph["c"]
_, description, (_, title) = picture["c"]
print("description", description or "nothing")
print("title", title)
PY
diff - seen <<'EXPECTED'
description nothing
title a-map-of-rivers
EXPECTED
