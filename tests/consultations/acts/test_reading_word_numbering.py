"""Automatic numbers of Word, computed as Word shows them."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from consultations.acts.readers import docx as reader

from .outline import outline, reading
from .word import WordFile


def labels(word: WordFile) -> list[str]:
    """The paragraphs as a reader of the document sees them."""
    return [block.full_text for block in reader.read(word.save()).blocks]


def test_levels_count_below_each_other_and_start_again() -> None:
    word = WordFile()
    act = word.new_list()
    for level in (0, 1, 2, 3, 3, 2, 1, 0, 1, 2):
        word.item(act, level, "x")

    assert labels(word) == [
        "§ 1. x", "1. x", "1) x", "a) x", "b) x", "2) x", "2. x", "§ 2. x", "1. x", "1) x",
    ]  # fmt: skip


def test_every_number_format_in_use() -> None:
    word = WordFile()
    formats = word.new_list(
        (("upperRoman", "Dział %1"), ("lowerRoman", "%2."), ("upperLetter", "%3."),
         ("decimalZero", "%4)"), ("none", "–"))
    )  # fmt: skip
    for level in (0, 0, 0, 0, 1, 1, 2, 2, 3, 4):
        word.item(formats, level, "x")

    assert labels(word) == [
        "Dział I x", "Dział II x", "Dział III x", "Dział IV x", "i. x", "ii. x", "A. x", "B. x",
        "01) x", "– x",
    ]  # fmt: skip


def test_numbers_of_levels_above_are_shown_and_legal_style_writes_them_in_digits() -> None:
    word = WordFile()
    number = word.new_list((("upperRoman", "%1."), ("decimal", "%1.%2.")))
    legal = word.new_list((("upperRoman", "%1."), ("decimal", "%1.%2.")))
    definition = word._numbering.findall("{*}abstractNum")[0]
    definition[1].append(parse_xml(f"<w:isLgl {nsdecls('w')}/>"))
    for level in (0, 1, 1):
        word.item(number, level, "x")
    for level in (0, 1, 1):
        word.item(legal, level, "x")

    assert labels(word) == ["I. x", "I.1. x", "I.2. x", "I. x", "1.1. x", "1.2. x"]


def test_letters_go_on_after_z_by_doubling() -> None:
    word = WordFile()
    act = word.new_list((("lowerLetter", "%1)"),))
    for _ in range(28):
        word.item(act, 0, "x")

    assert labels(word)[24:] == ["y) x", "z) x", "aa) x", "bb) x"]


def test_bullets_look_as_in_their_font() -> None:
    word = WordFile()
    bullets = word.new_list((("bullet", "\uf0b7"), ("bullet", "o"), ("bullet", "-")))
    for level in (0, 1, 2):
        word.item(bullets, level, "x")

    assert labels(word) == ["• x", "◦ x", "– x"]


def test_lists_of_one_definition_count_together_unless_one_is_told_to_start_again() -> None:
    word = WordFile()
    first = word.new_list()
    word.instance(901, first)
    word.instance(
        902, first, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    )
    for number in (first, first, 901, 902, 902, 901):
        word.item(number, 0, "x")

    assert labels(word) == ["§ 1. x", "§ 2. x", "§ 3. x", "§ 1. x", "§ 2. x", "§ 3. x"]


def test_a_level_that_never_restarts_counts_through_the_act() -> None:
    word = WordFile()
    act = word.new_list((("decimal", "Rozdział %1"), ("decimal", "§ %2.")))
    definition = word._numbering.findall("{*}abstractNum")[0]
    definition[1].append(parse_xml(f'<w:lvlRestart {nsdecls("w")} w:val="0"/>'))
    for level, text in ((0, "Zakres"), (1, "x"), (1, "x"), (0, "Tryb"), (1, "x")):
        word.item(act, level, text)

    document = reading(word.save(), "x.docx")

    assert outline(document) == (
        "rozdz_1 Rozdział 1 <Zakres>\n"
        "  par_1 § 1. x\n"
        "  par_2 § 2. x\n"
        "rozdz_2 Rozdział 2 <Tryb>\n"
        "  par_3 § 3. x"
    )


def test_a_style_carries_numbers_and_a_paragraph_may_refuse_them() -> None:
    word = WordFile()
    act = word.new_list()
    style = word.document.styles["List Number"].element
    for old in style.pPr.findall("{*}numPr"):
        style.pPr.remove(old)
    style.pPr.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{act}"/></w:numPr>'))
    word.paragraph("x", style="List Number")
    word.item(0, 0, "bez numeru", style="List Number")
    word.paragraph("x", style="List Number")

    assert labels(word) == ["§ 1. x", "bez numeru", "§ 2. x"]


def test_numbers_typed_by_hand_and_automatic_ones_make_one_tree() -> None:
    word = WordFile()
    act = word.new_list()
    word.paragraph("§ 1.\t1. Typed by hand:")
    word.item(act, 2, "pierwszy;")
    word.item(act, 2, "drugi.")
    word.paragraph("2. Znów ręcznie.")

    assert outline(reading(word.save(), "x.docx")) == (
        "par_1 § 1.\n"
        "  par_1__ust_1 1. Typed by hand:\n"
        "    par_1__ust_1__pkt_1 1) pierwszy;\n"
        "    par_1__ust_1__pkt_2 2) drugi.\n"
        "  par_1__ust_2 2. Znów ręcznie."
    )


def test_a_number_without_a_dot_is_known_to_be_a_number() -> None:
    word = WordFile()
    act = word.new_list((("decimal", "§ %1"), ("decimal", "%2"), ("lowerLetter", "%3.")))
    word.item(act, 0, "Zarząd ogłasza:")
    word.item(act, 2, "nabór;")
    word.item(act, 2, "konkurs.")
    word.item(act, 0, "Rada opiniuje.")

    assert outline(reading(word.save(), "x.docx")) == (
        "par_1 § 1 Zarząd ogłasza:\n"
        "  par_1__lit_a a. nabór;\n"
        "  par_1__lit_b b. konkurs.\n"
        "par_2 § 2 Rada opiniuje."
    )
