"""Reading versions: everybody sees what was published, and why it changed; only that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.domain import versions
from consultations.models import Identity, Stage
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations import versions as new
from tests.consultations.test_reading import many_remarks
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def address(name: str, consultation: Any, *arguments: object) -> str:
    return reverse(f"consultations:{name}", args=[consultation.slug, *arguments])


def main_of(page: str) -> str:
    return page[page.index('id="porownanie"') : page.index("</main>")]


def page_of(client: Client, url: str, **query: object) -> str:
    response = client.get(url, query)
    assert response.status_code == 200, url
    return str(response.content.decode())


def test_each_published_version_stays_readable(client: Client) -> None:
    consultation = make.open_consultation()
    new.publish(new.corrected_version(consultation, par_1="Nowa treść."))

    first = page_of(client, address("version", consultation, 1))
    second = page_of(client, address("version", consultation, 2))

    assert "Uchwala się program współpracy na rok 2027." in first
    assert "Nowa treść." not in first
    assert "Nowa treść." in second


def test_a_version_in_preparation_shows_itself_to_the_office_only(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    new.corrected_version(consultation, par_1="Tajna jeszcze treść.")
    urls = [
        (address("version", consultation, 2), {}),
        (address("changes", consultation), {"wersja": 2}),
        (address("compare", consultation), {"od": 1, "do": 2}),
        (address("act", consultation, "xml"), {"wersja": 2}),
        (address("act", consultation, "html"), {"wersja": 2}),
        (address("act", consultation, "docx"), {"wersja": 2}),
    ]

    for url, query in urls:
        assert as_user(None).get(url, query).status_code == 404
        assert as_user(UserFactory()).get(url, query).status_code == 404
        assert as_user(make.official()).get(url, query).status_code == 200
    public_list = page_of(as_user(None), address("versions", consultation))
    assert "Wersja 1" in public_list
    assert "Wersja 2" not in public_list
    assert "Wersja 2" in page_of(as_user(make.official()), address("versions", consultation))


def test_versions_of_a_consultation_in_preparation_are_as_hidden_as_itself(
    as_user: SignIn,
) -> None:
    consultation = make.in_stage(Stage.DRAFT)

    for name in ("versions", "changes", "compare", "removed_text"):
        assert as_user(None).get(address(name, consultation)).status_code == 404
        assert as_user(make.official()).get(address(name, consultation)).status_code == 200


def test_the_page_of_changes_tells_each_change_its_reason_and_its_remarks(
    client: Client,
) -> None:
    consultation = make.open_consultation()
    organization = OrganizationFactory(name="Stowarzyszenie Otwarte Drzwi")
    remark = make.remark_on(consultation, "par_1", organization=organization)
    withdrawn = make.remark_on(consultation, "par_1")
    version = new.corrected_version(consultation, par_1="Uchwala się program na rok 2028.")
    versions.explain_change(
        change=version.changes.get(), reason="Rok 2027 już mija.", remarks=[remark, withdrawn]
    )
    make.remarks.withdraw_remark(remark=withdrawn)
    new.publish(version, "Poprawiliśmy rok.")

    page = page_of(client, address("changes", consultation))

    assert "Poprawiliśmy rok." in page
    assert "Rok 2027 już mija." in page
    assert "zmieniona treść" in page
    assert remark.get_absolute_url() in page
    assert "Stowarzyszenie Otwarte Drzwi" in page
    assert withdrawn.get_absolute_url() not in page
    assert "2027</del>" in page.replace(
        '<span class="visually-hidden"> koniec skreślonego]</span>', ""
    )


def test_authors_of_linked_remarks_stay_unnamed_where_the_rules_say_so(client: Client) -> None:
    consultation = make.open_consultation(identity=Identity.PSEUDONYMS)
    remark = make.remark_on(
        consultation, "par_1", author=UserFactory(display_name="Zofia Widoczna")
    )
    version = new.corrected_version(consultation, par_1="Nowa treść.")
    versions.explain_change(change=version.changes.get(), reason="Tak.", remarks=[remark])
    new.publish(version)

    page = page_of(client, address("changes", consultation))

    assert "Osoba prywatna nr 1" in page
    assert "Zofia Widoczna" not in page


def test_a_remark_says_which_change_it_led_to(client: Client) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation, "par_1")
    version = new.corrected_version(consultation, par_1="Nowa treść.")
    versions.explain_change(change=version.changes.get(), reason="Tak.", remarks=[remark])
    assert "doprowadziła do zmiany" not in page_of(client, remark.get_absolute_url())

    new.publish(version)

    assert "doprowadziła do zmiany w wersji 2" in page_of(client, remark.get_absolute_url())


def test_two_versions_are_compared_beside_each_other_and_in_one_text(client: Client) -> None:
    consultation = make.open_consultation()
    new.publish(new.uploaded_version(consultation))
    url = address("compare", consultation)

    beside = page_of(client, url, od=1, do=2)
    inline = page_of(client, url, od=1, do=2, widok="w-tekscie")
    whole = page_of(client, url, od=1, do=2, zakres="wszystko")

    for page in (beside, inline, whole):
        assert 'id="usunieta-par_2__ust_1__pkt_1"' in page
        assert 'id="par_5"' in page
        assert "[dodano:" in page
        assert "[skreślono:" in page
    assert 'id="par_1"' not in beside
    assert 'id="par_1"' in whole
    by_default = page_of(client, url)  # the text in force against the one before it
    assert main_of(by_default) == main_of(beside)


def test_nonsense_in_the_address_of_a_comparison_is_not_found(client: Client) -> None:
    consultation = make.open_consultation()

    for wrong in ("9", "x", "-1", "99999999999999999999"):
        assert client.get(address("compare", consultation), {"od": wrong}).status_code == 404


def test_remarks_are_shown_at_their_unit_in_the_new_text(client: Client) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, "par_3", text="O wykonaniu uchwały")
    new.publish(new.uploaded_version(consultation))

    page = page_of(client, address("provision", consultation, "par_4"))
    remarks = page_of(client, address("remarks", consultation))

    assert "O wykonaniu uchwały" in page
    assert "O wykonaniu uchwały" not in page_of(client, address("provision", consultation, "par_3"))
    assert f'{consultation.get_absolute_url()}#par_4">§ 4</a>' in remarks


def test_remarks_on_removed_text_are_kept_with_its_words(client: Client) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, "par_2__ust_1__pkt_1", text="Kultura jest ważna")
    make.remark_on(consultation, "par_1", text="O pierwszym")
    make.remark_on(consultation, text="O całości")
    new.publish(new.uploaded_version(consultation))

    page = page_of(client, address("removed_text", consultation))

    assert "Kultura jest ważna" in page
    assert "z zakresu kultury" in page
    assert "O pierwszym" not in page
    assert "O całości" not in page
    assert address("removed_text", consultation) in page_of(client, consultation.get_absolute_url())


def test_pages_of_versions_cost_the_same_with_1_and_with_200_changes_and_remarks(
    as_user: SignIn,
) -> None:
    client = as_user(UserFactory())  # pages of anonymous readers are remembered
    consultation = make.open_consultation()
    make.remark_on(consultation, "par_2__ust_1__pkt_1")
    new.publish(new.uploaded_version(consultation))
    consultation.refresh_from_db()
    urls = [
        address(name, consultation)
        for name in ("detail", "versions", "changes", "compare", "remarks", "removed_text")
    ]
    costs = costs_of(client, urls)

    text = "".join(f"§ {n}. Zupełnie nowy przepis numer {n} tej uchwały.\n" for n in range(1, 200))
    many_remarks(consultation, 300)
    version = new.uploaded_version(consultation, text)
    remarks = list(consultation.remarks.all()[:20])
    for change in version.changes.all()[:30]:
        versions.explain_change(change=change, reason="Tak.", remarks=remarks)
    new.publish(version)

    assert costs_of(client, urls) == costs
    assert max(costs) <= 15


def costs_of(client: Client, urls: list[str]) -> list[int]:
    """Queries of each page, once what all pages need has been warmed."""
    for url in urls:
        client.get(url)
    return [count(client, url) for url in urls]


def count(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
