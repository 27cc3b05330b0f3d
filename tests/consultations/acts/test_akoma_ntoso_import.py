"""Acts of other countries in Akoma Ntoso, and files that only pretend to be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from consultations.acts.akoma_ntoso import (
    ActMetadata,
    from_akoma_ntoso,
    schema_errors,
    to_akoma_ntoso,
)
from consultations.acts.tree import DocumentKind, ParsedDocument, Unit, UnreadableDocument

SAMPLES = Path(__file__).parent / "foreign_acts"
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def read(name: str) -> ParsedDocument:
    xml = (SAMPLES / f"{name}.xml").read_bytes()
    assert schema_errors(xml) == []
    return from_akoma_ntoso(xml)


def outline(units: Sequence[Unit], depth: int = 0) -> list[str]:
    """Each unit on a line: kind, label, heading and text, indented by depth."""
    lines = []
    for unit in units:
        said = [part for part in (unit.label, unit.heading, unit.text) if part]
        said += [" | ".join(row) for row in unit.rows]
        lines.append("  " * depth + f"{unit.kind}: " + " / ".join(said))
        lines += outline(unit.children, depth + 1)
    return lines


def wrapped(body: str, element: str = "act") -> bytes:
    return (
        f'<akomaNtoso xmlns="{NAMESPACE}"><{element} name="x"><meta/><body>{body}</body>'
        f"</{element}></akomaNtoso>"
    ).encode()


def test_a_kenyan_act_without_addresses() -> None:
    act = read("kenyan_style")

    assert (act.kind, act.title) == (DocumentKind.STATUTE, "Village Halls Act")
    assert act.preface == "No. 7 of 2024\nAN ACT to provide for halls in which villages meet"
    assert outline(act.units) == [
        "part: Part I / Preliminary",
        "  section: 1. / Interpretation / In this Act, unless the context otherwise requires—",
        "    point: (a) / “hall” means a roofed place of meeting;",
        "    point: (b) / “village” means—",
        "      letter: (i) / a settlement; or",
        "      letter: (ii) / a group of settlements.",
        "  section: 2. / Use of halls",
        "    paragraph: (1) / A hall may be used by—",
        "      point: (a) / residents;",
        "      point: (b) / associations,",
        "      closing: free of charge.",
        "    paragraph: (2) / The committee sets the hours.",
        "      text: It shows them at the door.",
        "annex: First Schedule",
        "  text: Fees for weddings",
        "  table: Hall and fee |  / Small | 10 shillings\nan hour",
    ]
    assert [unit.eid for unit in act.walk()][:6] == [
        "czesc_I", "par_1", "par_1__pkt_a", "par_1__pkt_b", "par_1__pkt_b__lit_i",
        "par_1__pkt_b__lit_ii",
    ]  # fmt: skip


def test_a_south_african_by_law_with_lists_inside_paragraphs() -> None:
    act = read("south_african_style")

    assert (act.title, act.preface) == ("Benches By-law", "")
    assert outline(act.units) == [
        "preamble: The council, wishing that people may sit, makes this by-law.",
        "chapter: 1 / Benches",
        "  heading: Public places",
        "  section: 1. / Where benches stand",
        "    text: A bench stands at every stop that is—",
        "      point: (a) / used daily;",
        "      point: (b) / shaded by—",
        "        letter: (i) / a tree; or",
        "        letter: (ii) / a roof.",
        "      closing: Other places follow.",
        "  section: 2. / Care / The council\nrepairs benches [amended].",
        "    indent: with paint",
        "    indent: with wood",
        "      subindent: local",
        "annex: Schedule 1 Colours",
        "  text: Green or brown.",
    ]


def test_addresses_of_the_file_are_kept_and_the_missing_ones_filled_in() -> None:
    eids = [unit.eid for unit in read("south_african_style").walk()]

    assert eids[:6] == [
        "preambula_1", "chp_1", "chp_1__nagl_1", "chp_1__sec_1", "chp_1__sec_1__hcontainer_1",
        "chp_1__sec_1__list_1__item_a",
    ]  # fmt: skip
    assert eids[-2:] == ["att_1", "att_1__hcontainer_1"]
    assert len(set(eids)) == len(eids)


def test_a_swiss_ordinance_with_footnotes() -> None:
    act = read("swiss_style")

    assert (act.title, act.preface) == ("Verordnung über die Dorfbrunnen", "400.1")
    assert outline(act.units) == [
        "preamble: Der Rat,",
        "preamble: gestützt auf Artikel 3 des Brunnengesetzes, verordnet:",
        "  footnote: 1 / SR 400",
        "chapter: 1. Abschnitt: / Gegenstand",
        "  article: Art. 1 / Brunnen",
        "    paragraph: 1 / Als Brunnen gelten:",
        "      point: a. / Laufbrunnen;",
        "      point: b. / Ziehbrunnen.",
        "    paragraph: 2 / Der Rat führt ein Verzeichnis.",
        "      footnote: 2 / Fassung vom 1. Mai.\nIn Kraft.",
        "text: Im Namen des Rates",
    ]
    assert "art_1/para_1" not in {unit.eid for unit in act.walk()}
    assert [unit.number for unit in act.walk()][3:6] == ["1", "1", "1"]


def test_a_british_act_that_amends_another() -> None:
    act = read("british_style")

    assert act.title == "Footpaths Act 2021"
    assert outline(act.units) == [
        "heading: Paths",
        "  section: 1 / Width of paths",
        "    paragraph: (1) / For section 4(2) of the Paths Act substitute—",
        "      quoted: “",
        "        paragraph: (2) / A path is two metres wide.",
        "      closing: .",
        "    paragraph: (2) / In section 5, for “one metre” substitute “two metres”.",
        "annex: Schedule 1 / Signs",
        "  paragraph: 1",
        "    point: (1) / A sign shows—",
        "      letter: (a) / the way;",
    ]


@pytest.mark.parametrize(
    "name", ["kenyan_style", "south_african_style", "swiss_style", "british_style"]
)
def test_an_imported_act_can_be_written_again(name: str) -> None:
    act = read(name)

    xml = to_akoma_ntoso(act, ActMetadata(authority="Urząd", drafted_on=date(2026, 1, 1)))

    assert schema_errors(xml) == []
    assert from_akoma_ntoso(xml).units == act.units


def test_a_document_of_plain_sections_is_no_statute() -> None:
    def doc(body: str) -> bytes:
        return wrapped(body, "doc").replace(b"body>", b"mainBody>")

    assert from_akoma_ntoso(doc("<p>One.</p><p>Two.</p>")).kind is DocumentKind.OTHER
    levels = "<level><heading>Aims</heading><level><content><p>One.</p></content></level></level>"
    assert from_akoma_ntoso(doc(levels)).kind is DocumentKind.PLAN


def test_older_versions_of_the_standard_are_read() -> None:
    xml = wrapped('<section id="s1"><num>1</num><content><p>Old.</p></content></section>')
    old = xml.replace(NAMESPACE.encode(), b"http://www.akomantoso.org/2.0")

    (section,) = from_akoma_ntoso(old).units

    assert (section.eid, section.label, section.text) == ("s1", "1", "Old.")


def code(xml: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        from_akoma_ntoso(xml, **limits)
    return caught.value.code


ENTITY = "<!DOCTYPE akomaNtoso [<!ENTITY {name} {value}>]>"
LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG", "damaged"),
        (b"<akomaNtoso><act>", "damaged"),
        (b"<html><body/></html>", "wrong_type"),
        (b"<akomaNtoso/>", "wrong_type"),
        (b"<akomaNtoso><act><meta/></act></akomaNtoso>", "wrong_type"),
        (b"<akomaNtoso><judgment><body/></judgment></akomaNtoso>", "wrong_type"),
    ],
)
def test_what_is_no_act_is_refused(xml: bytes, expected: str) -> None:
    assert code(xml) == expected


@pytest.mark.parametrize(
    "declared",
    [
        ENTITY.format(name="e", value='"harmless"'),
        ENTITY.format(name="e", value='SYSTEM "file:///etc/hostname"'),
        ENTITY.format(name="e", value='SYSTEM "http://127.0.0.1:9/"'),
        f'<!DOCTYPE akomaNtoso [<!ENTITY l0 "ha">{LAUGHS}<!ENTITY e "&l9;">]>',
    ],
)
def test_entities_are_not_followed(declared: str) -> None:
    xml = wrapped("<section><content><p>&e;</p></content></section>")

    assert code(declared.encode() + xml) == "damaged"


def test_nesting_without_end_is_refused() -> None:
    def nested(depth: int) -> bytes:
        return wrapped("<section>" * depth + "</section>" * depth)

    assert code(nested(100_000)) == "damaged"
    assert code(nested(98)) == "damaged"
    assert len(list(from_akoma_ntoso(nested(97)).walk())) == 97


def test_a_file_over_the_limit_is_refused() -> None:
    xml = wrapped("<section/>")

    assert code(xml, max_bytes=len(xml) - 1) == "too_large"
    assert from_akoma_ntoso(xml, max_bytes=len(xml)).units
