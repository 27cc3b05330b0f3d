"""Programs find remarks as W3C Web Annotations and pages described by schema.org."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from consultations.acts.selectors import make_selection
from consultations.exports import web_annotations
from consultations.models import Consultation, Identity, Remark, RemarkState, Stage
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations import web_annotation_model as model
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def remark_on_words(consultation: Consultation) -> Remark:
    """A remark on the words „otwartego konkursu ofert”."""
    unit = consultation.units().get(eid="par_2__ust_2")
    start = unit.text.index("otwartego")
    remark = make.remark_on(
        consultation, "par_2__ust_2", proposed_wording="2. Zadania powierza się."
    )
    selection = make_selection(unit.text, start, start + len("otwartego konkursu ofert"))
    Remark.objects.filter(pk=remark.pk).update(selection=selection.to_json())
    remark.refresh_from_db()
    return remark


def get(client: Client, name: str, consultation: Consultation, *args: Any, page: str = "") -> Any:
    response = client.get(
        reverse(f"consultations:{name}", args=[consultation.slug, *args])
        + (f"?strona={page}" if page else "")
    )
    assert response.status_code == 200
    assert response["Content-Type"] == web_annotations.CONTENT_TYPE
    assert response["Access-Control-Allow-Origin"] == "*"
    return json.loads(response.content)


def test_a_remark_is_an_annotation_of_the_words_that_were_selected(client: Client) -> None:
    consultation = make.open_consultation()
    remark = remark_on_words(consultation)

    found = get(client, "remark_annotation", consultation, remark.number)

    assert model.faults(found, model.ANNOTATION) == []
    assert found["@context"] == model.CONTEXT
    quote, position = found["target"]["selector"]
    words = client.get(found["target"]["source"]["id"]).content.decode()
    assert quote["exact"] == "otwartego konkursu ofert"
    assert words[position["start"] : position["end"]] == quote["exact"]
    assert {body["purpose"]: body["value"] for body in found["body"]} == {
        "commenting": remark.text,
        "editing": "2. Zadania powierza się.",
    }


def test_a_remark_on_the_whole_is_aimed_at_the_consultation(client: Client) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)

    found = get(client, "remark_annotation", consultation, remark.number)

    assert model.faults(found, model.ANNOTATION) == []
    assert found["target"].endswith(consultation.get_absolute_url())


def test_all_remarks_are_a_collection_in_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_annotations, "PAGE_SIZE", 2)
    monkeypatch.setattr("consultations.web.annotations.PAGE_SIZE", 2)
    consultation = make.open_consultation()
    for _ in range(3):
        make.remark_on(consultation, "par_1")
    make.remark_on(consultation)
    remark_on_words(consultation)

    whole = get(client, "annotations", consultation)
    pages = [get(client, "annotations", consultation, page=str(number)) for number in range(3)]

    assert model.faults(whole, model.COLLECTION) == []
    assert [model.faults(page, model.PAGE) for page in pages] == [[], [], []]
    assert whole["total"] == 5
    assert [item["canonical"].rsplit("/", 2)[1] for page in pages for item in page["items"]] == [
        "1", "2", "3", "4", "5",
    ]  # fmt: skip
    assert whole["first"]["items"] == pages[0]["items"]
    assert (pages[0]["next"], pages[2]["prev"]) == (pages[1]["id"], pages[1]["id"])
    assert whole["last"] == pages[2]["id"]
    assert client.get(whole["last"].replace("strona=2", "strona=3")).status_code == 404


def test_an_empty_collection_is_one(client: Client) -> None:
    found = get(client, "annotations", make.open_consultation())

    assert model.faults(found, model.COLLECTION) == []
    assert found["total"] == 0


def test_annotations_tell_no_more_than_the_pages(client: Client) -> None:
    consultation = make.open_consultation(identity=Identity.PSEUDONYMS)
    make.remark_on(consultation, author=UserFactory(display_name="Skryta Osoba"))
    make.remark_on(consultation, organization=OrganizationFactory(name="Jawna Fundacja"))
    hidden = make.remark_on(consultation, text="Obelga")
    Remark.objects.filter(pk=hidden.pk).update(state=RemarkState.HIDDEN)

    found = get(client, "annotations", consultation)
    address = reverse("consultations:remark_annotation", args=[consultation.slug, hidden.number])

    creators = [
        (item["creator"]["type"], item["creator"]["name"]) for item in found["first"]["items"]
    ]
    assert creators == [("Person", "Osoba prywatna nr 1"), ("Organization", "Jawna Fundacja")]
    assert "Skryta" not in json.dumps(found)
    assert "Obelga" not in json.dumps(found)
    assert client.get(address).status_code == 404


def test_a_collection_asks_the_same_number_of_queries_however_long(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    consultation = make.open_consultation()
    for _ in range(6):
        make.remark_on(consultation, "par_1")

    with django_assert_max_num_queries(5):
        get(client, "annotations", consultation)


def test_a_draft_in_preparation_has_no_data(client: Client) -> None:
    consultation = make.in_stage(Stage.DRAFT)

    address = reverse("consultations:annotations", args=[consultation.slug])

    assert client.get(address).status_code == 404


def marks_of(page: bytes) -> Any:
    element = BeautifulSoup(page, "lxml").select_one('script[type="application/ld+json"]')
    assert element is not None
    return json.loads(str(element.string))


def test_the_page_of_a_consultation_describes_it_to_search_engines(client: Client) -> None:
    consultation = make.open_consultation(title="Projekt </script><b>uchwały")
    make.remark_on(consultation)

    page = client.get(consultation.get_absolute_url()).content
    marks = marks_of(page)

    assert (marks["@context"], marks["@type"]) == ("https://schema.org", "Legislation")
    assert marks["name"] == "Projekt </script><b>uchwały"
    assert b"</script><b>uchw" not in page
    assert marks["legislationLegalForce"] == "NotInForce"
    assert marks["commentCount"] == 1
    assert marks["publisher"]["name"] == consultation.public_body.name
    assert marks["potentialAction"]["endTime"] == consultation.closes_at.isoformat()
    assert marks["potentialAction"]["actionStatus"].endswith("/ActiveActionStatus")
    for encoding in marks["encoding"]:
        assert client.get(encoding["contentUrl"]).status_code == 200


def test_the_page_of_a_remark_is_a_comment_until_it_is_hidden(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = remark_on_words(consultation)

    marks = marks_of(as_user(None).get(remark.get_absolute_url()).content)
    Remark.objects.filter(pk=remark.pk).update(state=RemarkState.HIDDEN)
    hidden = as_user(make.official()).get(remark.get_absolute_url()).content

    assert (marks["@type"], marks["text"]) == ("Comment", remark.text)
    assert marks["about"]["hasPart"]["legislationIdentifier"] == "par_2__ust_2"
    assert b'application/ld+json">{' not in hidden


def test_pages_lead_programs_to_the_data(client: Client) -> None:
    consultation = make.open_consultation()

    page = BeautifulSoup(client.get(consultation.get_absolute_url()).content, "lxml")

    links = {link["title"]: link["href"] for link in page.select('link[rel~="alternate"][title]')}
    for title in ("API", "W3C Web Annotation", "Akoma Ntoso"):
        assert client.get(links[title]).status_code == 200, title


def test_the_api_tells_which_words_in_which_version(client: Client) -> None:
    consultation = make.open_consultation()
    remark_on_words(consultation)

    detail = client.get(f"/api/v1/consultations/{consultation.slug}").json()
    (described,) = client.get(f"/api/v1/consultations/{consultation.slug}/remarks").json()["items"]

    assert client.get(detail["annotations"]).status_code == 200
    assert (described["version"], described["quote"]) == (1, "otwartego konkursu ofert")
