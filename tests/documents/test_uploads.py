"""Uploads are judged by what they contain; each refusal is one clear sentence."""

from __future__ import annotations

import hashlib
import io
import random
import struct
import zipfile
from typing import Any

import pikepdf
import pytest
from django.utils import translation

from documents.uploads import KINDS, REASONS, UploadRefused, check_upload, readable_size
from tests.documents import uploaded
from tests.documents.uploaded import image_file, pdf_file, upload, with_parts, zip_file

MEGABYTE = 1024 * 1024
HTML = "<!DOCTYPE html>\n<html lang=pl><body><p>Zażółć</p></body></html>".encode()


def check(content: bytes, name: str = "plik", **options: Any) -> Any:
    options = {"allowed": set(KINDS), "max_bytes": 50 * MEGABYTE, **options}
    return check_upload(upload(content, name), **options)


def refusal(content: bytes, name: str = "plik", **options: Any) -> UploadRefused:
    with pytest.raises(UploadRefused) as caught:
        check(content, name, **options)
    return caught.value


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf_file(), "pdf"),
        (uploaded.docx_file(), "docx"),
        (uploaded.xlsx_file(), "xlsx"),
        (uploaded.odf_file(uploaded.ODT), "odt"),
        (uploaded.odf_file(uploaded.ODS), "ods"),
        (HTML, "html"),
        (b"\xef\xbb\xbf  <!-- x -->\n<HTML><body>", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "html"),
        (b'<?xml version="1.0"?><akomaNtoso><act/></akomaNtoso>', "xml"),
        ("Zażółć gęślą jaźń".encode(), "txt"),
        ("Zażółć gęślą jaźń".encode("cp1250"), "txt"),
        ("Zażółć gęślą jaźń".encode("utf-16"), "txt"),
        (image_file("PNG"), "png"),
        (image_file("JPEG"), "jpeg"),
        (image_file("WEBP"), "webp"),
    ],
)
def test_the_content_tells_the_kind_whatever_the_name(content: bytes, kind: str) -> None:
    checked = check(content, "cokolwiek.dat")

    assert checked.kind == kind
    assert checked.content_type == KINDS[kind].content_type
    assert checked.name == "cokolwiek" + KINDS[kind].extensions[0]
    assert checked.size == checked.file.size
    kept = checked.file.read()
    assert checked.sha256 == hashlib.sha256(kept).hexdigest()
    if kind not in ("png", "jpeg", "webp"):
        assert kept == content


@pytest.mark.parametrize(("name", "kind"), [("a.csv", "csv"), ("a.htm", "html"), ("a.txt", "txt")])
def test_the_name_helps_only_among_texts(name: str, kind: str) -> None:
    assert check(b"<p>raz</p>;dwa\n", name).kind == kind


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("uchwała nr 5.pdf", "uchwała nr 5.pdf"),
        ("C:\\Dokumenty\\projekt.PDF", "projekt.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("umowa.docx", "umowa.pdf"),
        ("a\x00b\n\u202ec.pdf", "a b c.pdf"),
        (".pdf", "pdf.pdf"),
        ("...", "plik.pdf"),
        ("ż" * 300 + ".pdf", "ż" * 150 + ".pdf"),
    ],
)
def test_names_are_kept_but_made_harmless(name: str, kept: str) -> None:
    file = upload(pdf_file())
    file._name = name

    assert check_upload(file, {"pdf"}, MEGABYTE).name == kept


def test_the_kind_must_be_among_those_asked_for() -> None:
    refused = refusal(pdf_file(), "projekt.docx", allowed={"docx", "odt"})

    assert refused.code == "wrong_kind"
    assert refused.message == "Takich plików tu nie przyjmujemy. Dozwolone są: DOCX, ODT."


def test_bytes_of_no_known_kind_are_refused() -> None:
    assert refusal(bytes(range(256)) * 4).code == "wrong_kind"


def test_an_empty_file() -> None:
    assert refusal(b"").message == "Plik jest pusty."


def test_a_file_over_the_limit_is_told_both_numbers() -> None:
    class Huge(type(upload(b"x"))):  # type: ignore[misc]
        size = 200 * MEGABYTE

    file = Huge("film.pdf", b"%PDF-1.7")
    file.size = 200 * MEGABYTE

    with pytest.raises(UploadRefused) as caught:
        check_upload(file, {"pdf"}, 50 * MEGABYTE)

    assert caught.value.message == "Plik ma 200 MB, a największy dozwolony to 50 MB."


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (1, "0,1 KB"),
        (1024, "1 KB"),
        (1536 * 1024, "1,5 MB"),
        (50 * MEGABYTE, "50 MB"),
        (50 * MEGABYTE + 1, "50,1 MB"),
    ],
)
def test_sizes_as_people_say_them(size: int, expected: str) -> None:
    assert readable_size(size) == expected


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\x00" + b"\x00" * 100, "faktura.pdf"),
        (b"\x7fELF\x02\x01" + b"\x00" * 100, "faktura.pdf"),
        (b"#!/bin/sh\necho", "faktura.txt"),
        (b"\xca\xfe\xba\xbe\x00\x00", "a.pdf"),
        (b"\xcf\xfa\xed\xfe\x00", "a.pdf"),
        (b"alert(1)", "faktura.pdf.js"),
        (b"del *.*", "x.BAT"),
    ],
)
def test_programs(content: bytes, name: str) -> None:
    assert refusal(content, name).code == "executable"


@pytest.mark.parametrize(
    "content",
    [
        zip_file({"a.txt": b"a"}),
        b"Rar!\x1a\x07\x00",
        b"7z\xbc\xaf\x27\x1c\x00",
        b"\x1f\x8b\x08\x00",
        zip_file({"mimetype": b"application/epub+zip", "content.xml": b"x"}),
        zip_file({"[Content_Types].xml": b"<Types/>"}),
    ],
)
def test_archives(content: bytes) -> None:
    assert refusal(content, "a.docx").code == "archive"


def test_old_office_files() -> None:
    assert (
        refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc").code == "old_office"
    )


@pytest.mark.parametrize(
    "content",
    [
        uploaded.encrypted_ooxml(),
        pdf_file(encryption=pikepdf.Encryption(user="haslo", owner="haslo")),
        uploaded.odf_file(
            uploaded.ODT, **{"META-INF/manifest.xml": b"<manifest:encryption-data/>"}
        ),
    ],
)
def test_files_with_a_password(content: bytes) -> None:
    assert refusal(content).code == "encrypted"


def test_a_zip_with_encrypted_parts() -> None:
    content = bytearray(zip_file({"[Content_Types].xml": b"x"}))
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(content)).code == "encrypted"


def test_a_pdf_that_only_forbids_changes_can_be_read_by_all() -> None:
    content = pdf_file(encryption=pikepdf.Encryption(user="", owner="haslo"))

    assert check(content).kind == "pdf"


@pytest.mark.parametrize(
    "content",
    [
        with_parts(uploaded.docx_file(), {"word/vbaProject.bin": b"x"}),
        with_parts(uploaded.xlsx_file(), {"xl/vbaProject.bin": b"x"}),
        with_parts(
            uploaded.docx_file(),
            {"[Content_Types].xml": f'<Override ContentType="{uploaded.MACRO_MAIN}"/>'.encode()},
        ),
        uploaded.odf_file(uploaded.ODT, **{"Basic/Standard/Module1.xml": b"x"}),
        uploaded.odf_file(uploaded.ODS, **{"Scripts/python/x.py": b"x"}),
    ],
)
def test_macros(content: bytes) -> None:
    assert refusal(content, "a.docx").code == "macros"


@pytest.mark.parametrize("place", ["open action", "names"])
def test_a_pdf_with_scripts(place: str) -> None:
    document = pikepdf.new()
    document.add_blank_page()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    if place == "names":
        document.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", script]))
    else:
        document.Root.OpenAction = script

    assert refusal(uploaded.saved(document)).code == "active"


def test_a_pdf_that_opens_at_a_page_is_welcome() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.OpenAction = pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit])

    assert check(uploaded.saved(document)).kind == "pdf"


@pytest.mark.parametrize(
    "content",
    [
        pdf_file()[:-40],
        b"%PDF-1.7\nnonsense\n%%EOF",
        uploaded.docx_file()[:-100],
        b"PK\x03\x04" + b"\x00" * 100,
        b'<?xml version="1.0"?><a><b></a>',
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        image_file("PNG")[:40],
        image_file("JPEG")[:30],
        b"RIFF\x00\x00\x00\x00WEBPnonsense",
        uploaded.saved(pikepdf.new()),
        zip_file({"mimetype": uploaded.ODT.encode()}),
        zip_file(
            {
                "[Content_Types].xml": f'<Override PartName="/word/document.xml" '
                f'ContentType="{uploaded.WORD_MAIN}"/>'.encode()
            }
        ),
        with_parts(uploaded.docx_file(), {"../evil.xml": b"x"}),
    ],
)
def test_damaged_files(content: bytes) -> None:
    assert refusal(content).code == "damaged"


def test_a_damaged_main_part_is_found_by_its_checksum() -> None:
    content = bytearray(uploaded.docx_file())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as package:
        entry = package.getinfo("word/document.xml")
    start = entry.header_offset + 30 + len(entry.filename)
    content[start + entry.compress_size // 2] ^= 0xFF

    assert refusal(bytes(content)).code == "damaged"


def test_a_package_that_unpacks_to_too_much() -> None:
    bomb = with_parts(uploaded.docx_file(), {"word/media/a.bin": b"\x00" * (64 * MEGABYTE)})

    assert len(bomb) < MEGABYTE
    assert refusal(bomb).code == "bomb"


def test_a_package_of_very_many_parts() -> None:
    assert refusal(zip_file({f"p{number}": b"" for number in range(5001)})).code == "bomb"


def test_a_part_that_must_be_small_is_not() -> None:
    content = zip_file({"[Content_Types].xml": b" " * (3 * MEGABYTE)})

    assert refusal(content).code == "bomb"


def test_parts_that_overlap() -> None:
    """The same lump of data named many times, as in the well-known small bombs."""
    content = zip_file({"a": random.Random(1).randbytes(5000)})
    central, end = content.find(b"PK\x01\x02"), content.find(b"PK\x05\x06")
    entry = content[central:end]
    tail = bytearray(content[end:])
    struct.pack_into("<HHI", tail, 8, 40, 40, len(entry) * 40)

    assert refusal(content[:central] + entry * 40 + bytes(tail)).code == "bomb"


@pytest.mark.parametrize(
    "content",
    [
        pdf_file() + zip_file({"evil.class": b"x"}),
        pdf_file() + b"\x00" * 5000,
        uploaded.docx_file() + b"MZ\x90\x00" * 20,
    ],
)
def test_documents_with_something_behind_their_end(content: bytes) -> None:
    assert refusal(content).code == "mixed"


def test_a_program_before_a_package_is_a_program() -> None:
    assert refusal(b"MZ\x90\x00" + b"\x00" * 60 + uploaded.docx_file()).code == "executable"


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    refused = refusal(image_file("PNG", "1", (20_000, 20_000)))

    assert refused.code == "too_many_pixels"
    assert refused.message == "Obraz jest zbyt duży. Zmniejsz go do 60 megapikseli."


@pytest.mark.parametrize("code", sorted(REASONS))
def test_each_reason_is_one_sentence_or_two_in_polish(code: str) -> None:
    details = {"size": "2 MB", "limit": "1 MB", "allowed": "PDF"}

    with translation.override("pl"):
        message = UploadRefused(code, **details).message

    assert message.endswith(".")
    assert "%" not in message
    assert message.count(". ") <= 1
    assert len(message) <= 120
