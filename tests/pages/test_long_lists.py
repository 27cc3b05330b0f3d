"""Pages of long lists and chips of active filters keep the rest of the address."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory

from pages.templatetags.components import active_filters


def pagination(address: str, number: int, of: int) -> BeautifulSoup:
    page = Paginator(range(of * 20), 20).page(number)
    request = RequestFactory().get(address)
    html = render_to_string("components/pagination.html", {"page_obj": page}, request)
    return BeautifulSoup(html, "html.parser")


def test_links_keep_the_filters() -> None:
    nav = pagination("/organizacje/?pole=sport&pole=kultura&page=3", 3, 9)

    assert nav.find("a", rel="next")["href"] == "?pole=sport&pole=kultura&page=4"
    assert nav.find("a", rel="prev")["href"] == "?pole=sport&pole=kultura&page=2"


def test_long_lists_show_gaps_and_where_the_reader_is() -> None:
    nav = pagination("/?page=50", 50, 100)

    shown = [item.get_text(" ", strip=True) for item in nav.ul.find_all("li")]
    assert shown == [
        "Poprzednia", "Strona 1", "…", "Strona 49", "Strona 50", "Strona 51", "…", "Strona 100",
        "Następna",
    ]  # fmt: skip
    assert nav.find(attrs={"aria-current": "page"}).get_text(" ", strip=True) == "Strona 50"
    assert "981–1000 z 2000" in nav.get_text().replace("\xa0", "")


def test_one_page_needs_no_pagination() -> None:
    assert pagination("/", 1, 1).get_text(strip=True) == ""


class DirectoryFilter(forms.Form):
    q = forms.CharField(label="Słowa", required=False)
    field = forms.MultipleChoiceField(
        label="Pole", choices=[("1", "Sport"), ("2", "Kultura")], required=False
    )
    opp = forms.BooleanField(label="OPP", required=False)


def test_chips_say_what_is_chosen_and_remove_only_themselves() -> None:
    query = QueryDict("q=woda&field=1&field=2&opp=on&page=7&sort=name")

    chips = active_filters(DirectoryFilter(query), query)

    assert chips == [
        {"label": "Słowa: woda", "url": "?field=1&field=2&opp=on&sort=name"},
        {"label": "Pole: Sport", "url": "?q=woda&field=2&opp=on&sort=name"},
        {"label": "Pole: Kultura", "url": "?q=woda&field=1&opp=on&sort=name"},
        {"label": "OPP: tak", "url": "?q=woda&field=1&field=2&sort=name"},
    ]


def test_no_filters_no_chips() -> None:
    query = QueryDict("q=&page=2")

    assert active_filters(DirectoryFilter(query), query) == []
