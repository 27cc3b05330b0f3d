"""Office files as packages: a ZIP archive opened and its XML parsed with suspicion."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from ..tree import UnreadableDocument

# A 300-page act in DOCX unpacks to some 20 MB; a bomb to gigabytes.
LARGEST_PART = 96 * 1024 * 1024
LARGEST_PACKAGE = 512 * 1024 * 1024
MOST_PARTS = 10_000


class Package:
    """Read access to the parts of an archive, within limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            infos = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise UnreadableDocument("damaged", "zip") from error
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_PACKAGE:
            raise UnreadableDocument("too_large", "unpacked")
        self.encrypted = any(info.flag_bits & 1 for info in infos)
        self.names = {info.filename for info in infos}

    def read(self, name: str, limit: int = LARGEST_PART) -> bytes | None:
        """The bytes of a part, or None when there is no such part."""
        if name not in self.names:
            return None
        try:
            with self._archive.open(name) as part:
                data = part.read(limit + 1)
        except (
            zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError,
            ValueError,
        ) as error:  # fmt: skip
            raise UnreadableDocument("damaged", name) from error
        if len(data) > limit:
            raise UnreadableDocument("too_large", name)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root element of a part, or None when there is no such part."""
        data = self.read(name)
        return None if data is None else parse_xml(data, name)


def parse_xml(data: bytes, name: str = "") -> etree._Element:
    """Parse XML without entities, network or DTD: uploads are hostile until shown otherwise."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("damaged", name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("damaged", "doctype")
    return root
