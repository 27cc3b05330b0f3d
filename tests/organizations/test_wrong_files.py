"""Files that are not what they should be end in a report in words, never in a crash."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart

from organizations.imports import tables
from organizations.imports.tables import MAX_ROWS, UnreadableTable, open_table
from organizations.models import ImportRun, ImportStage, Organization
from tests.accounts.factories import AdministratorFactory
from tests.organizations.test_imports import HEADER, MEADOW, Importer

pytestmark = pytest.mark.django_db


@pytest.fixture
def importer(
    as_user: Callable[..., Client],
    tasks_at_once: None,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> Importer:
    """Somebody who may import."""
    return Importer(as_user(AdministratorFactory()), django_capture_on_commit_callbacks)


def _zip(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def _book(fill: Callable[[Workbook], None]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    fill(book)
    book.save(stream)
    return stream.getvalue()


def _rows(*rows: list[Any]) -> bytes:
    return _book(lambda book: [book.active.append(row) for row in rows])


def _picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def _charts_only(book: Workbook) -> None:
    book.create_chartsheet().add_chart(BarChart())
    del book["Sheet"]


SHEET = _rows(["Nazwa", "KRS"], ["Fundacja Łąka", "123456"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zip.xlsx", _zip({"lista.txt": "Nazwa;KRS"})),
        ("obraz.xlsx", _picture()),
        ("obraz.csv", _picture()),
        ("tekst.xlsx", (HEADER + MEADOW).encode() + b"\x00"),
        ("uciety.xlsx", SHEET[: len(SHEET) // 2]),
        ("pusty.xlsx", _rows()),
        ("jeden.xlsx", _rows(["Nazwa"], ["Fundacja"])),
        ("wykresy.xlsx", _book(_charts_only)),
        ("szum.csv", random.Random(4).randbytes(5000)),
        ("zera.csv", b"Nazwa;KRS\n\x00\x00\x00;1\n"),
        ("pusty.csv", b"\n\n\n"),
        ("znacznik.csv", b"\xef\xbb\xbf"),
        ("szeroki.csv", ";".join(f"k{number}" for number in range(500)).encode()),
        ("cudzyslow.csv", b'"Nazwa;KRS\n' + b"x" * 1_100_000),
    ],
)
def test_what_is_no_register_is_refused_in_words(
    importer: Importer, name: str, content: bytes
) -> None:
    response = importer.upload(content, name)

    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert ImportRun.objects.count() == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_of_excel_is_read(importer: Importer, encoding: str) -> None:
    content = (HEADER + MEADOW).replace(";", "\t")
    marked = content if encoding == "utf-16" else f"\ufeff{content}"

    importer.carry_out(marked.encode(encoding))

    assert Organization.objects.get().name == "Fundacja Łąka"


@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2"])
def test_the_first_polish_letter_may_stand_far_down(importer: Importer, encoding: str) -> None:
    plain = "".join(f"Klub {number};{number:010d};;;;;\n" for number in range(1, 12_000))
    importer.check((HEADER.replace("ś", "s") + plain + MEADOW).encode(encoding))

    run = ImportRun.objects.get()
    assert run.new_count == 12_000
    content = (HEADER.replace("ś", "s") + plain + MEADOW).encode(encoding)
    *_rows, (_number, cells) = open_table(io.BytesIO(content), "csv").rows
    assert cells[0] == "Fundacja Łąka"


def test_a_known_source_whose_columns_have_gone_is_asked_about_again(importer: Importer) -> None:
    importer.carry_out((HEADER + MEADOW).encode())

    response = importer.upload(b"Podmiot;Telefon\nFundacja;77 000 00 00\n")
    run = ImportRun.objects.latest("pk")
    form = importer.client.get(response.url).context["form"]
    data = {field.html_name: field.initial or "" for field in form}
    page = importer.client.post(f"{run.get_absolute_url()}kolumny/", data)

    assert page.status_code == 200
    assert "Wskaż kolumnę z nazwą" in page.content.decode()


def test_one_number_twice_in_a_file_is_told_with_both_rows(importer: Importer) -> None:
    twice = "Fundacja Druga;0000123456;;;;;\n"

    run = importer.carry_out((HEADER + MEADOW + twice).encode())

    assert (run.new_count, run.wrong_count) == (1, 1)
    assert "już w wierszu 2" in run.preview["wrong"][0]["mistakes"][0]
    assert Organization.objects.get().name == "Fundacja Łąka"


@pytest.mark.parametrize(
    "row",
    [
        "=cmd|'/C calc'!A0;0000000001;;;;;",
        "+48;0000000001;;=1+1;;;",
        "@SUM(A1);0000000001;;;;-2+3;",
    ],
)
def test_formulas_of_a_file_never_become_formulas_of_ours(importer: Importer, row: str) -> None:
    run = importer.carry_out((HEADER + row + "\n").encode())

    assert run.stage == ImportStage.DONE
    addresses = ["/organizacje/eksport/csv/", f"{run.get_absolute_url()}bledy.csv"]
    written = b"".join(Client().get(addresses[0]).streaming_content)
    if run.error_file:
        written += b"".join(importer.client.get(addresses[1]).streaming_content)
    cells = [cell.strip('"') for line in written.decode().splitlines() for cell in line.split(";")]
    assert not [cell for cell in cells if cell[:1] in "=@" and cell]
    book = load_workbook(
        io.BytesIO(b"".join(Client().get("/organizacje/eksport/xlsx/").streaming_content))
    )
    assert not [cell for line in book.active for cell in line if cell.data_type == "f"]


def test_cells_that_hold_formulas_bring_their_result_or_nothing(importer: Importer) -> None:
    content = _rows(
        ["Nazwa", "KRS", "Miejscowość"],
        ["Fundacja Łąka", "0000123456", "=1+1"],
        ['=HYPERLINK("x")', "0000654321", ""],
    )

    run = importer.carry_out(content, "rejestr.xlsx")

    assert (run.new_count, run.wrong_count) == (1, 1)
    assert Organization.objects.get().town == ""


@pytest.mark.parametrize(
    "row",
    [
        ["x" * 5000, "0000000001"],
        ["Fundacja", "１２３４５６７８９０"],
        ["Fundacja", "²²²²²²²²²²"],
        ["Fundacja", "1" * 400],
        ["Fundacja", "-1"],
        ["Fundacja", "1e300"],
        ["Fundacja \u202e\u0301\U0001f33b", "0000000001"],
    ],
)
def test_odd_cells_stop_nothing(importer: Importer, row: list[str]) -> None:
    content = "Nazwa;KRS\n" + ";".join(row) + "\n" + "Fundacja Łąka;0000123456\n"

    run = importer.carry_out(content.encode())

    assert run.stage == ImportStage.DONE, run.failure
    assert Organization.objects.filter(krs="0000123456").exists()
    assert Client().get("/organizacje/").status_code == 200


def test_a_million_rows_are_read_and_one_more_is_told(tmp_path: Path) -> None:
    path = tmp_path / "wielki.csv"
    with path.open("w") as file:
        file.write("Nazwa;KRS\n")
        file.writelines(f"a;{number}\n" for number in range(MAX_ROWS + 1))

    with path.open("rb") as stream:
        rows = open_table(stream, "csv").rows
        for _count in range(MAX_ROWS):
            next(rows)
        with pytest.raises(UnreadableTable, match="1000000"):
            next(rows)


def test_a_file_of_too_many_rows_ends_before_anything_is_written(
    importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 1)

    run = importer.check((HEADER + MEADOW * 2).encode())

    assert run.stage == ImportStage.FAILED
    assert "Podziel go na części" in run.failure
    page = importer.client.get(run.get_absolute_url())
    assert "Podziel go na części" in page.content.decode()
    assert Organization.objects.count() == 0
