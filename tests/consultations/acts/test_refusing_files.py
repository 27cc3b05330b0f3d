"""Files that cannot be read are refused with the code that tells their sender why."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

import pytest

from consultations.acts.reading import read_document
from consultations.acts.tree import UnreadableDocument

from .opendocument import opendocument, paragraph
from .typesetting import typeset
from .word import WordFile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
WORD_TYPE = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    b'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    b'.wordprocessingml.document.main+xml"/></Types>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def code_for(data: bytes, filename: str, **options: int) -> str:
    """The code of the refusal."""
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(io.BytesIO(data), filename, **options)
    return refusal.value.code


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def word_package(document: bytes, **parts: bytes) -> bytes:
    """A DOCX package with this main part."""
    return archive({"[Content_Types].xml": WORD_TYPE, "word/document.xml": document, **parts})


def protected_pdf() -> bytes:
    """A PDF that asks for a password: the key in it fits no empty one."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">>>"
        b"endobj\ntrailer<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF"
    )
    return body


@pytest.mark.parametrize(
    ("data", "filename", "code"),
    [
        (b"", "uchwala.docx", "empty"),
        (b" \r\n\t\x00 ", "uchwala.txt", "empty"),
        (b"...\n---\n", "uchwala.txt", "empty"),
        (b"<html><body><p> </p></body></html>", "uchwala.html", "empty"),
        (WordFile().save(), "uchwala.docx", "empty"),
        (opendocument(paragraph("")), "uchwala.odt", "empty"),
        (PNG, "skan.png", "wrong_type"),
        (PNG, "uchwala.docx", "not_a_docx"),
        (PNG, "uchwala.pdf", "not_a_pdf"),
        ("§ 1. Tekst.".encode(), "uchwala.docx", "not_a_docx"),
        ("§ 1. Tekst.".encode(), "uchwala.pdf", "not_a_pdf"),
        (b"{\\rtf1 Tekst}", "uchwala.rtf", "wrong_type"),
        (archive({"a.txt": b"x"}), "uchwala.zip", "wrong_type"),
        (archive({"a.txt": b"x"}), "uchwala.docx", "not_a_docx"),
        (archive({"[Content_Types].xml": b"spreadsheetml"}), "budzet.xlsx", "wrong_type"),
        (OLE, "uchwala.doc", "wrong_type"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "uchwala.docx", "password_protected"),
        (protected_pdf(), "uchwala.pdf", "password_protected"),
        (typeset(["#rect(width: 100%)"]), "skan.pdf", "scanned_pdf"),
        (b"%PDF-1.7\nnothing of a PDF", "uchwala.pdf", "damaged"),
        (b"PK\x03\x04 nothing of a ZIP", "uchwala.docx", "damaged"),
        (WordFile().save()[:3000], "uchwala.docx", "damaged"),
        (word_package(b"<w:document"), "uchwala.docx", "damaged"),
        (word_package(b"<document/>"), "uchwala.docx", "not_a_docx"),
        (archive({"[Content_Types].xml": WORD_TYPE}), "uchwala.docx", "not_a_docx"),
    ],
)
def test_the_code_says_why(data: bytes, filename: str, code: str) -> None:
    assert code_for(data, filename) == code


def test_the_content_decides_and_not_the_name() -> None:
    word = WordFile()
    word.lines("§ 1. Tekst.")

    document = read_document(io.BytesIO(word.save()), "uchwala.pdf")

    assert [unit.eid for unit in document.units] == ["par_1"]


def test_the_limit_of_size_is_the_callers() -> None:
    data = "§ 1. Tekst.".encode()

    assert code_for(data, "x.txt", max_bytes=len(data) - 1) == "too_large"
    assert read_document(io.BytesIO(data), "x.txt", max_bytes=len(data)).units


def test_nothing_beyond_the_limit_is_read_into_memory() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            Endless.asked = size
            return b"a" * min(size, 11)

    with pytest.raises(UnreadableDocument):
        read_document(Endless(), "x.txt", max_bytes=10)  # type: ignore[arg-type]

    assert Endless.asked == 11


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    bomb = word_package(b"<w:document>" + b" " * (100 * 1024 * 1024))

    assert len(bomb) < 200_000
    assert code_for(bomb, "uchwala.docx") == "too_large"


def test_a_zip_that_lies_about_its_size_is_refused_too() -> None:
    honest = word_package(b"<w:document>" + b" " * (97 * 1024 * 1024))
    size = (97 * 1024 * 1024 + 12).to_bytes(4, "little")

    lying = honest.replace(size, (100).to_bytes(4, "little"))

    assert code_for(lying, "uchwala.docx") in ("too_large", "damaged")


def test_entities_are_not_expanded() -> None:
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(9)
    )  # fmt: skip
    document = (
        f'<?xml version="1.0"?><!DOCTYPE w:document [{laughs}]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>&l8;</w:t></w:r></w:p></w:body></w:document>"
    )

    assert code_for(word_package(document.encode()), "uchwala.docx") == "damaged"


def test_files_of_the_server_cannot_be_asked_for() -> None:
    document = (
        '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )

    assert code_for(word_package(document.encode()), "uchwala.docx") == "damaged"


def test_a_part_whose_checksum_is_wrong_is_damaged() -> None:
    word = WordFile()
    word.lines("§ 1. Tekst.")
    data = bytearray(archive({"[Content_Types].xml": WORD_TYPE, "word/document.xml": b"x" * 999}))
    start = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[start : start + 4] = zlib.compress(b"y")[:4]

    assert code_for(bytes(data), "uchwala.docx") == "damaged"


def nested_page(depth: int) -> bytes:
    """A page whose text lies so many elements deep."""
    return b"<html><body>" + b"<div>" * depth + "§ 1. Tekst.".encode() + b"</div>" * depth


def test_a_deeply_nested_page_is_read_without_exhausting_the_stack() -> None:
    document = read_document(io.BytesIO(nested_page(1500)), "x.html")

    assert [unit.text for unit in document.walk()] == ["Tekst."]


def test_a_page_nested_beyond_the_parser_is_refused_rather_than_cut_off() -> None:
    assert code_for(nested_page(5000), "x.html") == "damaged"
