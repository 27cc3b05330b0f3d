"""Tracked changes count as accepted, comments as absent; both are announced."""

from __future__ import annotations

from consultations.acts.tree import Notice

from .outline import outline, reading
from .word import WordFile

AUTHOR = 'w:id="1" w:author="Urząd" w:date="2025-03-01T10:00:00Z"'


def run(text: str, tag: str = "t") -> str:
    """A run of text."""
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def inserted(text: str) -> str:
    """Text that somebody added."""
    return f"<w:ins {AUTHOR}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    """Text that somebody struck out."""
    return f"<w:del {AUTHOR}>{run(text, 'delText')}</w:del>"


def test_inserted_text_stays_and_deleted_text_goes() -> None:
    word = WordFile()
    paragraph = word.paragraph("§ 1. Termin wynosi ")
    word.append_xml(paragraph, deleted("14") + inserted("21") + run(" dni."))

    document = reading(word.save(), "x.docx")

    assert outline(document) == "par_1 § 1. Termin wynosi 21 dni."
    assert document.notices == [Notice("tracked_changes", "2")]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    word = WordFile()
    source = word.paragraph("§ 1. Pierwszy.")
    word.append_xml(source, f"<w:moveFrom {AUTHOR}>{run(' Zdanie wędrowne.')}</w:moveFrom>")
    target = word.paragraph("§ 2. Drugi.")
    word.append_xml(target, f"<w:moveTo {AUTHOR}>{run(' Zdanie wędrowne.')}</w:moveTo>")

    document = reading(word.save(), "x.docx")

    assert outline(document) == "par_1 § 1. Pierwszy.\npar_2 § 2. Drugi. Zdanie wędrowne."


def test_a_deleted_paragraph_takes_no_number() -> None:
    word = WordFile()
    act = word.new_list()
    word.item(act, 0, "Pierwszy.")
    gone = word.item(act, 0, "")
    word.append_xml(gone, deleted("Skreślony."))
    word.delete_mark(gone)
    word.item(act, 0, "Drugi.")

    assert outline(reading(word.save(), "x.docx")) == "par_1 § 1. Pierwszy.\npar_2 § 2. Drugi."


def test_a_deleted_paragraph_mark_joins_the_paragraphs() -> None:
    word = WordFile()
    first = word.paragraph("§ 1. Konsultacje ")
    word.delete_mark(first)
    word.paragraph("prowadzi Zarząd.")

    assert outline(reading(word.save(), "x.docx")) == "par_1 § 1. Konsultacje prowadzi Zarząd."


def test_comments_are_ignored_and_counted() -> None:
    word = WordFile()
    paragraph = word.paragraph("§ 1. Tekst.")
    word.append_xml(paragraph, '<w:r><w:commentReference w:id="7"/></w:r>')
    word.append_xml(paragraph, '<w:r><w:commentReference w:id="8"/></w:r>')

    document = reading(word.save(), "x.docx")

    assert outline(document) == "par_1 § 1. Tekst."
    assert document.notices == [Notice("comments", "2")]


def test_hidden_text_is_not_part_of_the_act() -> None:
    word = WordFile()
    paragraph = word.paragraph("§ 1. Tekst")
    word.append_xml(
        paragraph,
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>ukryty</w:t></w:r>{run(' jawny.')}",
    )

    assert outline(reading(word.save(), "x.docx")) == "par_1 § 1. Tekst jawny."
