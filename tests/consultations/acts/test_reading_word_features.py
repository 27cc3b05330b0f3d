"""What offices put into DOCX files besides paragraphs."""

from __future__ import annotations

import io
import zipfile

from consultations.acts.tree import Notice, UnitKind

from .outline import description, expected, outline, reading
from .word import WordFile

BOX = """<w:r><mc:AlternateContent
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">
<w:txbxContent>{0}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{0}</w:txbxContent>
</mc:Fallback></mc:AlternateContent></w:r>"""


def strategy() -> bytes:
    """A strategy set with heading styles, a table of contents, a table, notes and bullets."""
    word = WordFile()
    word.paragraph("Strategia rozwoju wolontariatu", style="Title")
    word.paragraph("w województwie opolskim na lata 2026–2032", centered=True)
    contents = word.document.styles.add_style("toc 1", 1)
    word.paragraph("Diagnoza\t3", style=contents.name)
    word.paragraph("Cele\t5", style=contents.name)
    word.paragraph("Diagnoza", style="Heading 1")
    paragraph = word.paragraph("W regionie działa 3 200 organizacji, z których część nie ma biura.")
    word.note(paragraph, "Dane z rejestrów na koniec 2024 r.")
    word.paragraph("Wolontariusze w powiatach", style="Heading 2")
    word.table(("Powiat", "2023", "2024"), ("brzeski", "410", "455"), ("nyski", "620", "601"))
    word.paragraph("Cele", style="Heading 1")
    bullets = word.new_list((("bullet", "\uf0b7"),))
    word.paragraph("Strategia ma trzy cele:")
    for text in ("więcej wolontariuszy;", "lepsze przygotowanie;", "trwałe partnerstwa."):
        word.item(bullets, 0, text)
    word.paragraph("1) cel pomocniczy zapisany ręcznie;")
    word.paragraph("Każdy cel ma wskaźniki.")
    word.paragraph("Monitoring", style="Heading 1")
    word.paragraph("1. Raport powstaje co dwa lata.")
    word.paragraph("2. Raport publikuje się na portalu.")
    return word.save()


def test_a_strategy_with_heading_styles() -> None:
    assert description(reading(strategy(), "strategia.docx")) == expected(
        "strategia-wolontariatu.docx"
    )


def test_text_boxes_are_read_once_and_before_the_paragraph_that_holds_them() -> None:
    word = WordFile()
    word.lines("§ 1. Ustala się wzór formularza.")
    paragraph = word.paragraph("FORMULARZ", bold=True)
    lines = ("Załącznik nr 1", "do uchwały nr 5/2025")
    word.append_xml(
        paragraph, BOX.format("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))
    )

    assert outline(reading(word.save(), "x.docx")) == (
        "par_1 § 1. Ustala się wzór formularza.\n"
        "zal_1 Załącznik nr 1 <FORMULARZ> do uchwały nr 5/2025"
    )


def test_superscripts_make_other_articles() -> None:
    word = WordFile()
    for base, index in (("2", ""), ("2", "1"), ("2", "12"), ("3", "")):
        paragraph = word.paragraph(f"Art. {base}")
        if index:
            paragraph.add_run(index).font.superscript = True
        paragraph.add_run(". Tekst.")

    document = reading(word.save(), "x.docx")

    assert [(unit.eid, unit.number) for unit in document.units] == [
        ("art_2", "2"),
        ("art_2-1", "2¹"),
        ("art_2-12", "2¹²"),
        ("art_3", "3"),
    ]


def test_manual_line_breaks_separate_units_and_join_sentences() -> None:
    word = WordFile()
    paragraph = word.paragraph("Rozdział 1", centered=True)
    paragraph.add_run().add_break()
    paragraph.add_run("Przepisy ogólne")
    paragraph = word.paragraph("§ 1. 1. Zarząd")
    paragraph.add_run().add_break()
    paragraph.add_run("Województwa ogłasza konsultacje.")
    paragraph.add_run().add_break()
    paragraph.add_run("2. Rada opiniuje projekt.")

    assert outline(reading(word.save(), "x.docx")) == (
        "rozdz_1 Rozdział 1 <Przepisy ogólne>\n"
        "  par_1 § 1.\n"
        "    par_1__ust_1 1. Zarząd Województwa ogłasza konsultacje.\n"
        "    par_1__ust_2 2. Rada opiniuje projekt."
    )


def test_tables_nest_in_the_unit_that_they_follow_and_boxes_are_no_tables() -> None:
    word = WordFile()
    word.lines("§ 1. Stawki:")
    word.table(("zadanie", "stawka"), ("szkolenie", "100 zł"))
    word.table(("§ 2. Uwaga w ramce.",))
    word.lines("§ 3. Koniec.")

    assert outline(reading(word.save(), "x.docx")) == (
        "par_1 § 1. Stawki:\n"
        "  par_1__tab_1 zadanie | stawka / szkolenie | 100 zł\n"
        "par_2 § 2. Uwaga w ramce.\n"
        "par_3 § 3. Koniec."
    )


def test_page_headers_are_left_out_and_shown_to_the_official() -> None:
    word = WordFile()
    word.document.sections[0].header.paragraphs[0].text = "Projekt nr 7 z 12 marca"
    word.document.sections[0].footer.paragraphs[0].text = "Strona"
    word.lines("§ 1. Tekst.")

    document = reading(word.save(), "x.docx")

    assert outline(document) == "par_1 § 1. Tekst."
    assert document.notices == [Notice("page_headers", "Strona | Projekt nr 7 z 12 marca")]


def test_the_strict_variant_of_the_format_is_read_too() -> None:
    word = WordFile()
    word.lines("§ 1. Tekst.")
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word.save())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(usual, strict))

    assert outline(reading(stream.getvalue(), "x.docx")) == "par_1 § 1. Tekst."


def test_a_picture_is_announced() -> None:
    word = WordFile()
    word.lines("§ 1. Tekst.")
    paragraph = word.paragraph("§ 2. Wzór znaku.")
    word.append_xml(
        paragraph,
        '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
        "</w:drawing></w:r>",
    )

    document = reading(word.save(), "x.docx")

    assert document.notices == [Notice("pictures", "1")]
    assert [unit.kind for unit in document.walk()] == [UnitKind.SECTION, UnitKind.SECTION]
