"""Reports in print: readable aloud, in good Polish typography, of any length."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pikepdf
import pytest

from documents.exports import Column, Heading, KeyValues, Paragraph, Report, Signature, Table, pdf
from documents.exports.print_data import Parts
from documents.typesetting.coverage import drawable_ranges
from documents.typesetting.orders import TypesettingFailed, typeset
from tests.documents.reports import full_report, many_rows, remarks_table, report_of
from tests.documents.written import written

SHORT_WORDS = set("aiouwzAIOUWZ")


def pages_of(content: bytes) -> list[str]:
    """The text of each page, as a reader that is not ours sees it."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [plain(page.extract_text()) for page in document.pages]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u200b", "")


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def declares_standard(document: pikepdf.Pdf) -> bool:
    with document.open_metadata() as metadata:
        return metadata.get("pdfuaid:part") == "1"


def joined(report: Report) -> bytes:
    """The report as a long one is made: in small parts."""
    stream = io.BytesIO()
    pdf.write(report, stream, part_weight=3_000)
    return stream.getvalue()


def tags(document: pikepdf.Pdf) -> list[tuple[str, pikepdf.Object]]:
    """All structure elements in the order of reading."""
    found: list[tuple[str, pikepdf.Object]] = []

    def walk(element: Any) -> None:
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            return
        found.append((str(element.S), element))
        children = element.get("/K", pikepdf.Array())
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            walk(child)

    roots = document.Root.StructTreeRoot.K
    for root in roots if isinstance(roots, pikepdf.Array) else [roots]:
        walk(root)
    return found


def test_it_declares_what_screen_readers_need() -> None:
    document = pikepdf.open(io.BytesIO(written(full_report(), "pdf")))

    assert bool(document.Root.MarkInfo.Marked) is True
    assert str(document.Root.Lang) == "pl"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle) is True
    assert str(document.docinfo["/Title"]) == "Raport z konsultacji"
    assert declares_standard(document)


def test_headings_tables_and_drawings_are_tagged() -> None:
    elements = tags(document := opened(written(full_report(), "pdf")))
    names = [name for name, _ in elements]

    assert [name for name in names if name in ("/Title", "/H1", "/H2")] == [
        "/Title",
        "/H1",
        "/H2",
        "/H1",
        "/H1",
    ]
    # A chart's table has three columns and two rows, the remarks' six and three.
    assert names.count("/Table") == 2
    assert names.count("/TH") == 3 + 6
    assert names.count("/TD") == 3 * 2 + 6 * 3
    (figure,) = [found for name, found in elements if name == "/Figure"]
    assert document.pages
    assert str(figure.Alt) == "Stanowiska. Większość uwag uwzględniono."


def test_everything_is_on_the_pages() -> None:
    text = "\n".join(pages_of(written(full_report(), "pdf")))

    for expected in (
        "Raport z konsultacji",
        "Program współpracy na 2027 rok",
        "Urząd Przykładowy",
        "20.10.2026, 14:30",
        "Na podstawie art. 5 ustawy",
        "1–21 października",
        "1 234 567,50",
        "06.10.2026",
        "Zażółć gęślą",
        "=1+1",
        "Anna Przykładowa",
        "Projekt współfinansowany przez Unię Europejską.",
    ):
        assert expected in text


@pytest.mark.parametrize(
    "text",
    [
        "#strong[x] #{1+1} #pagebreak()",
        "*pogrubione* _kursywa_ `kod` $x^2$",
        "@odsylacz <etykieta> // komentarz /* inny */",
        "= Nagłówek",
        '"); #panic("x") ("',
        r"\u{41} \ ~ -- ---",
        "#import sys: inputs",
        "https://example.org/?a=1&b=2#c",
    ],
)
def test_no_text_is_taken_for_markup(text: str) -> None:
    report = report_of(
        Heading(1, text),
        Paragraph(text),
        KeyValues([("Fakt", text)]),
        Table("t", text, [Column("a", text)], [(text,)]),
        Signature(text, text),
        title=text,
    )

    seen = "".join("".join(pages_of(written(report, "pdf"))).split())

    # Title, heading, paragraph, fact, caption, header, cell, signature (2).
    assert seen.count("".join(text.split())) == 9


def test_pages_are_numbered_in_polish() -> None:
    pages = pages_of(written(report_of(remarks_table(many_rows(120))), "pdf"))

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"Strona {number} z {len(pages)}")


def test_the_header_of_a_table_is_repeated_on_each_page() -> None:
    pages = pages_of(written(report_of(remarks_table(many_rows(120))), "pdf"))

    assert len(pages) > 2
    for page in pages:
        assert page.count("Jednostka") == 1


def test_a_caption_goes_overleaf_with_its_table() -> None:
    column = Column("name", "Nazwa")
    tables = [
        Table(f"t{number}", f"Podpis {number}.", [column], lambda n=number: [(f"Wiersz {n}.",)])
        for number in range(60)
    ]

    pages = pages_of(written(report_of(*tables), "pdf"))

    assert len(pages) > 3
    torn = [
        number
        for number in range(60)
        if not any(f"Podpis {number}." in page and f"Wiersz {number}." in page for page in pages)
    ]
    assert torn == []


def test_a_wide_table_turns_the_paper_and_takes_its_introduction_along() -> None:
    report = report_of(
        Heading(1, "Podstawa"),
        Paragraph("Tekst."),
        Heading(1, "Uwagi"),
        Paragraph("Oto one."),
        remarks_table(),
        Heading(1, "Podpis"),
    )

    content = written(report, "pdf")

    with pdfplumber.open(io.BytesIO(content)) as document:
        turned = [page.width > page.height for page in document.pages]
    assert turned == [False, True, False]
    upright, wide, last = pages_of(content)
    assert "Uwagi" not in upright
    assert "Uwagi" in wide
    assert "Oto one." in wide
    assert "Podpis" in last


def test_no_line_ends_with_a_one_letter_word() -> None:
    text = "Organizacje i samorządy w regionie z uwagą czytają o zmianach a u nas w domu. " * 20
    columns = [Column("a", "Uwaga"), Column("b", "Uwaga w skrócie")]
    report = report_of(Paragraph(text), Table("t", "T", columns, [(text, text)]))

    with pdfplumber.open(io.BytesIO(written(report, "pdf"))) as document:
        lines = [line["text"] for page in document.pages for line in page.extract_text_lines()]

    assert len(lines) > 30
    assert [line for line in lines if line.split()[-1] in SHORT_WORDS] == []


def test_a_cell_longer_than_a_page_goes_on_on_the_next() -> None:
    words = [f"słowo{number}" for number in range(3000)]
    report = report_of(remarks_table([(1, "§ 1", " ".join(words), None, None, None)]))

    pages = pages_of(written(report, "pdf"))

    assert len(pages) > 2
    # Long words may be hyphenated at a line's end.
    text = "".join("".join(pages).replace("-\n", "").split())
    assert "słowo0" in text
    assert "słowo2999" in text


def test_short_rows_are_not_torn_between_pages() -> None:
    text = "Uwaga, która zajmuje kilka wierszy w swojej kolumnie. " * 5
    rows = [(number, f"Początek{number} {text} Koniec{number}") for number in range(40)]
    columns = [Column("no", "Lp.", 1, "integer"), Column("text", "Uwaga", 2)]

    pages = pages_of(written(report_of(Table("t", "T", columns, rows)), "pdf"))

    assert len(pages) > 2
    for number in range(40):
        assert [f"Początek{number} " in page for page in pages] == [
            f"Koniec{number}\n" in page for page in pages
        ]


def test_a_tall_row_in_a_narrow_column_is_let_go_to_the_next_page() -> None:
    columns = [Column(f"c{number}", f"K{number}", 1) for number in range(12)]
    text = " ".join(f"słowo{number}" for number in range(120))
    rows = [(text, *[""] * 11)]

    content = written(report_of(Table("t", "T", columns, rows)), "pdf")

    with pdfplumber.open(io.BytesIO(content)) as document:
        assert len(document.pages) > 1
        for page in document.pages:
            footer = min(word["top"] for word in page.extract_words() if word["text"] == "Strona")
            body = [word for word in page.extract_words() if word["text"].startswith("słowo")]
            assert max(word["bottom"] for word in body) < footer


def test_a_word_without_end_stays_in_its_column() -> None:
    report = report_of(
        Table(
            "t",
            "T",
            [Column("a", "Adres"), Column("b", "Obok")],
            [("https://example.org/" + "bardzodlugiadres" * 40, "X" * 500)],
        )
    )

    with pdfplumber.open(io.BytesIO(written(report, "pdf"))) as document:
        (page,) = document.pages
        middle = page.width / 2
        assert max(word["x1"] for word in page.extract_words()) < page.width - 50
        left = [sign for sign in page.chars if sign["text"] == "l" and sign["x0"] > middle]

    assert left == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Dobrze 👍🏽!", "Dobrze [thumbs up sign]!"),
        ("Rodzina 👨‍👩‍👧", "Rodzina [man][woman][girl]"),
        ("Napis 中文", "Napis □□"),
        ("Київ, Ελλάδα", "Київ, Ελλάδα"),
        ("e\u0301 zwarte", "é zwarte"),
    ],
)
def test_signs_without_a_shape_do_not_cost_the_report(text: str, seen: str) -> None:
    pages = pages_of(written(report_of(Paragraph(text), title=text), "pdf"))

    assert pages[0].count(seen) == 2


def test_each_drawable_character_can_be_drawn() -> None:
    signs = "".join(
        chr(code)
        for first, last in drawable_ranges()
        for code in range(first, last + 1)
        if not chr(code).isspace()
    )
    # One row for each handful: a failure names the sign.
    rows = [(signs[start : start + 64],) for start in range(0, len(signs), 64)]

    content = written(report_of(Table("t", "T", [Column("a", "A")], rows)), "pdf")

    assert declares_standard(opened(content))


def test_a_sign_that_breaks_the_standard_still_leaves_a_report(tmp_path: Any, caplog: Any) -> None:
    (part,) = Parts(report_of(Paragraph("Uwaga X")), tmp_path).write()
    part.write_text(part.read_text().replace("Uwaga X", "Uwaga 😀"))

    content = pdf._whole(part).read_bytes()

    assert not declares_standard(opened(content))
    assert [name for name, _ in tags(opened(content))].count("/P") > 0
    assert "breaks PDF/UA-1" in caplog.text


@pytest.fixture(scope="module")
def report() -> Report:
    return full_report(many_rows(150))


@pytest.fixture(scope="module")
def content(report: Report) -> bytes:
    return joined(report)


class TestLongReports:
    """A long report is typeset in parts and joined; nobody should notice."""

    def test_the_words_are_the_same(self, report: Report, content: bytes) -> None:
        whole = " ".join(pages_of(written(report, "pdf")))
        in_parts = " ".join(pages_of(content))

        for number in range(1, 151):
            assert f"Uwaga numer {number} " in in_parts.replace("\n", " ")
        assert in_parts.count("(ciąg dalszy)") > 2
        assert in_parts.count("Anna Przykładowa") == whole.count("Anna Przykładowa") == 1

    def test_the_pages_are_numbered_through(self, content: bytes) -> None:
        pages = pages_of(content)

        for number, page in enumerate(pages, 1):
            assert page.endswith(f"Strona {number} z {len(pages)}")

    def test_all_tags_are_kept(self, content: bytes) -> None:
        document = opened(content)
        names = [name for name, _ in tags(document)]

        assert names[0] == "/Document"
        assert names.count("/Document") == names.count("/Title") == 1
        assert names.count("/TD") == 3 * 2 + 6 * 150
        assert [name for name in names if name in ("/H1", "/H2")] == ["/H1", "/H2", "/H1", "/H1"]

    def test_each_page_finds_its_tags(self, content: bytes) -> None:
        document = pikepdf.open(io.BytesIO(content))
        index = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
        keys = [int(page.obj.StructParents) for page in document.pages]

        assert len(set(keys)) == len(keys)
        assert max(keys) < int(document.Root.StructTreeRoot.ParentTreeNextKey)
        for page, key in zip(document.pages, keys, strict=True):
            owners = [element for element in index[key] if isinstance(element, pikepdf.Dictionary)]
            assert owners
            on_page = [element for element in owners if "/Pg" in element]
            assert all(element.Pg.objgen == page.obj.objgen for element in on_page)

    def test_the_tree_hangs_together(self, content: bytes) -> None:
        document = opened(content)
        elements = tags(document)
        identifiers = [str(element.ID) for _, element in elements if "/ID" in element]
        index = pikepdf.NameTree(document.Root.StructTreeRoot.IDTree)

        assert len(set(identifiers)) == len(identifiers)
        assert sorted(identifiers) == sorted(str(name) for name in index)
        for _, element in elements:
            for child in element.get("/K", pikepdf.Array()):
                if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                    assert child.P.objgen == element.objgen

    def test_bookmarks_lead_through_all_parts(self, content: bytes) -> None:
        document = pikepdf.open(io.BytesIO(content))

        with document.open_outline() as outline:
            titles = [item.title for item in outline.root]

        assert titles == ["Podstawa prawna", "Zestawienie uwag", "Podpis"]

    def test_the_file_has_no_fault_and_declares_the_standard(self, content: bytes) -> None:
        document = pikepdf.open(io.BytesIO(content))

        assert document.check_pdf_syntax() == []
        assert str(document.Root.Lang) == "pl"
        assert declares_standard(document)


def test_a_report_without_blocks_has_one_page() -> None:
    (page,) = pages_of(written(report_of(), "pdf"))

    assert "Raport z konsultacji" in page


def test_the_typesetters_own_words_tell_what_failed(tmp_path: Any) -> None:
    template = tmp_path / "broken.typ"
    template.write_text('#panic("zepsute")')

    with pytest.raises(TypesettingFailed, match="zepsute"):
        typeset({"main.typ": template}, tmp_path / "out.pdf", inputs={})


def test_a_template_cannot_read_files_that_it_was_not_given(tmp_path: Any) -> None:
    template = tmp_path / "curious.typ"
    template.write_text('#read("/etc/hostname")')

    with pytest.raises(TypesettingFailed, match="file not found"):
        typeset({"main.typ": template}, tmp_path / "out.pdf", inputs={})
