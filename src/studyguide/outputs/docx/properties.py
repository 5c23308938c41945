"""The facts about the Word file that programs show beside it, and its settings."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from studyguide.outputs.book import Book
from studyguide.outputs.docx.languages import language_attributes
from studyguide.outputs.docx.package import Package

_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{facts}</cp:coreProperties>"""
_APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{facts}</Properties>"""
_CUSTOM = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{facts}</Properties>"""
_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of the properties that users define: [MS-OSHARED], 2.3.3.2.3.1.2."""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:zoom w:percent="100"/><w:trackRevisions/><w:defaultTabStop w:val="720"/>
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
</w:compat><w:themeFontLang {languages}/>
<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" \
w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" \
w:followedHyperlink="followedHyperlink"/></w:settings>"""
"""Changes are recorded, so that whoever gets a copy back sees each; 15 is the mode of Word since 2013."""


def set_properties(package: Package, book: Book, own: Mapping[str, str]) -> None:
    """Set the properties of the file, its own ones, which are not shown, and its settings."""
    facts, labels, day = book.title_page, book.guide.labels, f"{book.day.isoformat()}T00:00:00Z"
    core = {
        "dc:title": facts.title,
        "dc:subject": facts.description,
        "dc:creator": facts.author,
        "cp:keywords": ", ".join([labels.gettext("Model United Nations"), labels.gettext("study guide")]),
        "dc:description": facts.licence,
        "cp:lastModifiedBy": facts.author,
        'dcterms:created xsi:type="dcterms:W3CDTF"': day,
        'dcterms:modified xsi:type="dcterms:W3CDTF"': day,
        "dc:language": book.guide.language,
        "cp:version": facts.edition,
    }
    package.put("docProps/core.xml", _CORE.format(facts=_elements(core)).encode())
    app = {"Application": "studyguide", "Company": facts.conference}
    package.put("docProps/app.xml", _APP.format(facts=_elements(app)).encode())
    package.put("docProps/custom.xml", _CUSTOM.format(facts=_own_elements(own)).encode())
    package.put("word/settings.xml", _SETTINGS.format(languages=language_attributes(book.guide.language)).encode())


def _elements(facts: Mapping[str, str]) -> str:
    return "".join(f"<{name}>{escape(value)}</{name.split()[0]}>" for name, value in facts.items() if value)


def _own_elements(facts: Mapping[str, str]) -> str:
    """Return properties with numbers from 2 on, as the format wants them."""
    return "".join(
        f'<property fmtid="{_OWN}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(facts.items(), 2)
    )
