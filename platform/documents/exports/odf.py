"""The small fixed parts of an OpenDocument spreadsheet: names, manifest, styles, settings."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from documents.exports.cells import clean_text
from documents.exports.description import Report

NAMESPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"
    for name, urn in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
        "config": "config",
    }.items()
}
NAMESPACES["dc"] = "http://purl.org/dc/elements/1.1/"
_DECLARATIONS = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
_XML = '<?xml version="1.0" encoding="UTF-8"?>'


def name(prefixed: str) -> str:
    """``prefix:local`` as lxml wants it."""
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def manifest(mimetype: str) -> str:
    """The list of the package's files."""
    uri = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    files = [("/", mimetype)]
    files += [(f"{part}.xml", "text/xml") for part in ("content", "styles", "meta", "settings")]
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in files
    )
    return (
        f'{_XML}<manifest:manifest xmlns:manifest="{uri}" manifest:version="1.3">'
        f"{entries}</manifest:manifest>"
    )


def meta(report: Report) -> str:
    """Title, publisher, time and language."""
    return (
        f'{_XML}<office:document-meta {_DECLARATIONS} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(clean_text(report.title))}</dc:title>"
        f"<dc:creator>{escape(clean_text(report.publisher))}</dc:creator>"
        f"<dc:date>{report.created_at:%Y-%m-%dT%H:%M:%S}</dc:date>"
        f"<dc:language>{escape(report.language)}</dc:language>"
        "</office:meta></office:document-meta>"
    )


def styles(language: str) -> str:
    """The document's language and look of a page."""
    country = {"pl": "PL", "de": "DE", "en": "GB"}.get(language, "none")
    return (
        f'{_XML}<office:document-styles {_DECLARATIONS} office:version="1.3"><office:styles>'
        '<style:default-style style:family="table-cell"><style:text-properties '
        f'fo:language={quoteattr(language)} fo:country="{country}" fo:font-size="10pt"/>'
        "</style:default-style>"
        '<style:style style:name="Default" style:family="table-cell"/>'
        "</office:styles><office:automatic-styles>"
        '<style:page-layout style:name="wide"><style:page-layout-properties '
        'fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" '
        'style:scale-to-X="1"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Default" '
        'style:page-layout-name="wide"/></office:master-styles></office:document-styles>'
    )


def automatic_styles() -> str:
    """The looks of cells, with real date formats, as the content part declares them."""
    wrapped = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"{}/>'
    bold = '<style:text-properties fo:font-weight="bold"{}/>'
    shaded = wrapped.format(' fo:background-color="#e3ecf4" fo:border="0.5pt solid #8a99a8"')
    day = (
        '<number:day number:style="long"/><number:text>.</number:text>'
        '<number:month number:style="long"/><number:text>.</number:text>'
        '<number:year number:style="long"/>'
    )
    time = (
        '<number:text> </number:text><number:hours number:style="long"/>'
        '<number:text>:</number:text><number:minutes number:style="long"/>'
    )
    looks = {
        "text": wrapped.format(""),
        "name": wrapped.format("") + bold.format(""),
        "header": shaded + bold.format(""),
        "heading": bold.format(' fo:font-size="12pt"'),
        "title": bold.format(' fo:font-size="16pt"'),
    }
    cells = "".join(
        f'<style:style style:name="{key}" style:family="table-cell" '
        f'style:parent-style-name="Default">{look}</style:style>'
        for key, look in looks.items()
    )
    dates = "".join(
        f'<number:date-style style:name="{key}-format">{pattern}</number:date-style>'
        f'<style:style style:name="{key}" style:family="table-cell" '
        f'style:parent-style-name="Default" style:data-style-name="{key}-format">'
        f"{wrapped.format('')}</style:style>"
        for key, pattern in {"date": day, "datetime": day + time}.items()
    )
    return cells + dates


def settings(frozen_sheets: list[str]) -> str:
    """Views: the header row of each table's sheet stays in sight."""
    items = [
        ("HorizontalSplitMode", "short", "0"),
        ("VerticalSplitMode", "short", "2"),
        ("VerticalSplitPosition", "int", "1"),
        ("ActiveSplitRange", "short", "2"),
        ("PositionTop", "int", "0"),
        ("PositionBottom", "int", "1"),
    ]
    view = "".join(
        f'<config:config-item config:name="{key}" config:type="{kind}">{value}</config:config-item>'
        for key, kind, value in items
    )
    entries = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(sheet)}>{view}"
        "</config:config-item-map-entry>"
        for sheet in frozen_sheets
    )
    return (
        f'{_XML}<office:document-settings {_DECLARATIONS} office:version="1.3">'
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1'
        '</config:config-item><config:config-item-map-named config:name="Tables">'
        f"{entries}</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>"
    )
