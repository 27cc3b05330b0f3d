"""HTML: lists numbered as browsers show them, layout told from data."""

from __future__ import annotations

import pytest

from consultations.acts.readers import html
from consultations.acts.tree import UnitKind

from .outline import outline, reading


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    """A page with this body."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def lines(body: str) -> list[str]:
    """The paragraphs of a page."""
    return [block.full_text for block in html.read(page(body)).blocks]


def test_lists_count_from_their_start_in_their_style() -> None:
    body = """<ol start="3"><li>x<li value="7">x<li>x</ol><ol type="a"><li>x<ol type="I"><li>x
    </ol><li>x</ol><ul><li>x</ul>"""

    assert lines(body) == ["3. x", "7. x", "8. x", "a. x", "I. x", "b. x", "• x"]


def test_text_of_an_item_in_a_block_of_its_own_keeps_the_number() -> None:
    assert lines("<ol><li><p>pierwszy</p><p>dalej</p></li></ol>") == ["1. pierwszy", "dalej"]


def test_paragraphs_come_from_blocks_and_double_breaks_from_units() -> None:
    body = "<div>§ 1. Tekst <b>pogrubiony</b><br>§ 2. Drugi<br>wiersz.</div>§ 3. Trzeci"

    assert lines(body) == ["§ 1. Tekst pogrubiony", "§ 2. Drugi wiersz.", "§ 3. Trzeci"]


def test_scripts_styles_and_menus_are_no_text() -> None:
    body = "<script>alert(1)</script><style>p{}</style><nav>Menu</nav><p>§ 1. Tekst.</p><!-- x -->"

    assert outline(reading(page(body), "x.html")) == "par_1 § 1. Tekst."


def test_tables_with_columns_are_tables_and_frames_are_not() -> None:
    body = """<p>§ 1. Tabela:</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>
    <p>2</p><p>3</p></td></tr></table><table><tr><td><p>§ 2. W ramce.</p></td></tr></table>"""

    assert outline(reading(page(body), "x.html")) == (
        "par_1 § 1. Tabela:\n  par_1__tab_1 a | b / 1 | 2\n3\npar_2 § 2. W ramce."
    )


def test_headings_and_alignment_tell_titles_from_text() -> None:
    body = """<h1>Strategia</h1><h2>Cele</h2><p>Tekst celu.</p>
    <p style="text-align: center"><strong>Działania</strong></p><p>Tekst działania.</p>"""

    document = reading(page(body), "x.html")

    assert [(unit.kind, unit.heading or unit.text) for unit in document.walk()] == [
        (UnitKind.HEADING, "Cele"),
        (UnitKind.TEXT, "Tekst celu."),
        (UnitKind.HEADING, "Działania"),
        (UnitKind.TEXT, "Tekst działania."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-2", "cp1250"])
def test_the_encoding_that_the_page_names(encoding: str) -> None:
    text = page("<p>§ 1. Zażółć gęślą jaźń.</p>", f'<meta charset="{encoding}">').decode()

    assert outline(reading(text.encode(encoding), "x.html")) == "par_1 § 1. Zażółć gęślą jaźń."


def test_a_page_that_names_no_encoding_or_a_wrong_one() -> None:
    for head in ("", '<meta charset="utf-8">', '<meta charset="klingon">'):
        text = page("<p>§ 1. Zażółć gęślą jaźń.</p>", head).decode()

        document = reading(text.encode("cp1250"), "x.html")

        assert outline(document) == "par_1 § 1. Zażółć gęślą jaźń."
