"""Read an e-book as a reading program does: the archive, the package, the documents in their order."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from studyguide.data.guide import load_guide

NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
}


@dataclass(frozen=True)
class Publication:
    """An e-book."""

    files: Mapping[str, bytes]
    package: etree._Element
    documents: Mapping[str, etree._Element]
    """The documents of the spine, by their path in the archive."""

    def metadata(self, name: str) -> list[str]:
        """The values of a property, or of an element of Dublin Core as `dc:title`."""
        path = f"//{name}" if name.startswith("dc:") else f"//o:meta[@property='{name}']"
        return [str(element.text) for element in self.find(self.package, path)]

    def find(self, root: etree._Element, path: str) -> list[etree._Element]:
        return list(root.xpath(path, namespaces=NAMES))

    def all(self, path: str) -> list[etree._Element]:
        """What an XPath finds in all documents, in their order."""
        return [found for document in self.documents.values() for found in self.find(document, path)]

    def target(self, document: str, address: str) -> etree._Element | None:
        """The element to which a link in a document leads; the root without a fragment, None if it leads nowhere."""
        file, _, fragment = address.partition("#")
        name = normpath(join(dirname(document), unquote(file))) if file else document
        if name not in self.documents:
            return None
        root = self.documents[name]
        if not fragment:
            return root
        return next((each for each in root.iter() if each.get("id") == unquote(fragment)), None)


def read_epub(content: bytes) -> Publication:
    """Open an e-book by its container."""
    with ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    container = etree.fromstring(files["META-INF/container.xml"])
    (path,) = container.xpath("//c:rootfile/@full-path", namespaces=NAMES)
    package = etree.fromstring(files[str(path)])
    hrefs = {item.get("id"): item.get("href", "") for item in package.iterfind(".//o:manifest/o:item", NAMES)}
    spine = [hrefs[item.get("idref")] for item in package.iterfind(".//o:spine/o:itemref", NAMES)]
    names = [normpath(join(dirname(str(path)), href)) for href in spine]
    return Publication(files, package, {name: etree.fromstring(files[name]) for name in names})


def text_of(element: etree._Element) -> str:
    """The words of an element, with single spaces."""
    return " ".join("".join(map(str, element.itertext())).split())


def not_there_once(guide: Path, site: Path, book: Publication, style: str = "") -> list[str]:
    """The terms, events, sources and notes of a guide that an e-book does not have once, by the site's pages."""
    data = load_guide(guide, style)
    pages = {
        page.parent.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")
    }
    sources = [source.anchor for source in data.sources if f'<li id="{source.anchor}"' in pages["bibliography"]]
    wanted = [*(term.anchor for term in data.terms), *(event.anchor for event in data.events), *sources]
    ids = Counter(each.get("id") for root in book.documents.values() for each in root.iter())
    lost = [anchor for anchor in wanted if ids[anchor] != 1]
    for name, root in book.documents.items():
        html = pages.get(Path(name).stem, pages["."] if name.endswith("/index.xhtml") else "")
        notes = re.findall(r'<li id="(fn:\d+)">', html) if name.startswith("EPUB/chapters/") else []
        asides = [note.get("id", "") for note in book.find(root, "//h:aside[@epub:type='footnote']")]
        references = [link.get("href", "").partition("#")[2] for link in book.find(root, "//h:a[@epub:type='noteref']")]
        lost += [f"{name}#{note}" for note in set(notes) ^ set(asides)] + [f"{name}: {len(asides)}"] * (notes != asides)
        lost += [f"{name}#{note} is not called" for note in set(notes).difference(references)]
    return lost
