#!/usr/bin/env bash
# EbookLib 0.20 writes an e-book that it has read with each footnote as a page of its page list, and without landmarks.
#
# Guess beforehand: it makes the navigation document (EPUB 3.3, 7.4) anew from the contents that it knows, so that page
# list and landmarks are kept as they were, or lost at worst.
# Seen: the landmarks are lost. The page list is made of everything that has an epub:type and an id: a note "n1" is the
# third page of two.
#
#   <aside epub:type="footnote" id="n1"> -> <nav epub:type="page-list"> … <a href="chapter.xhtml#n1">n1</a>
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check EbookLib==0.20

cat > write.py <<'PY'
from zipfile import ZipFile

HTML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title></head><body>{body}</body></html>"""
CHAPTER = """<h1>Water</h1>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="p1" aria-label="1"></span>Clean
water.<a epub:type="noteref" role="doc-noteref" href="#n1">1</a></p>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="p2" aria-label="2"></span>For all.</p>
<aside epub:type="footnote" role="doc-footnote" id="n1"><p>A note.</p></aside>"""
NAVIGATION = """<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="chapter.xhtml">Water</a></li></ol></nav>
<nav epub:type="page-list" hidden=""><ol><li><a href="chapter.xhtml#p1">1</a></li>
<li><a href="chapter.xhtml#p2">2</a></li></ol></nav>
<nav epub:type="landmarks" hidden=""><ol><li><a epub:type="bodymatter" href="chapter.xhtml">Begin</a></li></ol></nav>"""
PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:2f1a9f1c-57c7-4a6b-9d3e-0f6f1f0f7f11</dc:identifier>
<dc:title>Water</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="chapter" href="chapter.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="chapter"/></spine></package>"""
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""

with ZipFile("before.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", CONTAINER)
    book.writestr("EPUB/package.opf", PACKAGE)
    book.writestr("EPUB/nav.xhtml", HTML.format(title="Contents", body=NAVIGATION))
    book.writestr("EPUB/chapter.xhtml", HTML.format(title="Water", body=CHAPTER))
PY
cat > read_and_write.py <<'PY'
from ebooklib import epub

epub.write_epub("after.epub", epub.read_epub("before.epub"))
PY
cat > lists.py <<'PY'
import sys
from zipfile import ZipFile

from lxml import etree

TYPE = "{http://www.idpf.org/2007/ops}type"
root = etree.fromstring(ZipFile(sys.argv[1]).read("EPUB/nav.xhtml"))
for nav in root.iter("{*}nav"):
    print(f"{sys.argv[1]}: {nav.get(TYPE)}:", *(f"{link.text} ({link.get('href')})" for link in nav.iter("{*}a")))
PY
env/bin/python write.py
env/bin/python read_and_write.py
{
  env/bin/python lists.py before.epub
  env/bin/python lists.py after.epub
} | tee seen
diff - seen <<'EXPECTED'
before.epub: toc: Water (chapter.xhtml)
before.epub: page-list: 1 (chapter.xhtml#p1) 2 (chapter.xhtml#p2)
before.epub: landmarks: Begin (chapter.xhtml)
after.epub: toc: Water (chapter.xhtml)
after.epub: page-list: 1 (chapter.xhtml#p1) 2 (chapter.xhtml#p2) n1 (chapter.xhtml#n1)
EXPECTED
