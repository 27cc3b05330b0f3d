"""Rich text keeps to a few harmless elements."""

from __future__ import annotations

import pytest

from pages import rich_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<p>Tekst <strong>ważny</strong></p>", "<p>Tekst <strong>ważny</strong></p>"),
        ('<p style="color:red" class="x" id="y">A</p>', "<p>A</p>"),
        ("<script>alert(1)</script><p>A</p>", "<p>A</p>"),
        ("<p>A<img src=x onerror=alert(1)></p>", "<p>A</p>"),
        ("<h1>Tytuł</h1>", "<h2>Tytuł</h2>"),
        ("<h6>Drobny</h6>", "<h4>Drobny</h4>"),
        ("<p><b>A</b> <i>B</i></p>", "<p><strong>A</strong> <em>B</em></p>"),
        ("<h2> </h2><p>A</p>", "<p>A</p>"),
        ('<ol start="3"><li><p>A</p></li></ol>', '<ol start="3"><li><p>A</p></li></ol>'),
        ("Zwykły tekst\n\n- punkt", "<p>Zwykły tekst</p><ul><li>punkt</li></ul>"),
        ("1 < 2", "<p>1 &lt; 2</p>"),
    ],
)
def test_what_is_kept(typed: str, kept: str) -> None:
    assert rich_text.clean(typed) == kept


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_links_lead_to_harmless_places_only(address: str) -> None:
    assert "href" not in rich_text.clean(f'<p><a href="{address}">A</a></p>')


@pytest.mark.parametrize("address", ["/kontakt/", "https://example.org/", "mailto:a@example.org"])
def test_good_links_stay(address: str) -> None:
    assert f'href="{address}"' in rich_text.clean(f'<p><a href="{address}">A</a></p>')


def test_cleaning_again_changes_nothing() -> None:
    once = rich_text.clean("<h1>A &amp; B</h1><div>C<br>D</div><p>5 &lt; 6</p>")

    assert rich_text.clean(once) == once


def test_lines_are_what_people_read() -> None:
    html = rich_text.clean("<h2>A &amp; B</h2><ul><li><p>5 &lt; 6</p></li><li>C</li></ul>")

    assert rich_text.lines(html) == ["A & B", "5 < 6", "C"]
