"""Whatever is not public in any part is in no list of the API, file, sitemap or search result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from insight.domain.keeping import refresh
from open_data.bulk_files import make_bulk_files
from open_data.models import BulkFile
from open_data.public_api import api
from organizations.domain import needs
from organizations.models import Publication
from pages.models import Call, News
from search.domain.indexing import rebuild_all
from search.models import SearchDocument
from standards.models import Material, Moderation
from tests.accounts.factories import AdministratorFactory
from tests.awards import factories as awards
from tests.consultations.factories import in_stage, marshal_office
from tests.events.factories import announced, new_event
from tests.organizations.factories import InitiativeFactory, OrganizationFactory
from tests.quality_index.factories import in_preparation
from tests.standards.factories import new_material, new_standard

pytestmark = pytest.mark.django_db
SECRET = "Tajemnica"


def hide_something_everywhere() -> None:
    now = timezone.now()
    in_stage("draft", title=f"{SECRET} konsultacji", summary=SECRET)
    new_event(title=f"{SECRET} wydarzenia", summary=SECRET)
    new_standard(title=f"{SECRET} standardu", summary=SECRET, is_listed=False)
    OrganizationFactory(name=f"{SECRET} Stowarzyszenie", publication=Publication.PROPOSED)
    edition = awards.open_edition()
    awards.submitted(edition, nominee_name=f"{SECRET} Kandydatka")
    in_preparation(purpose=SECRET)
    material = new_material(title=f"{SECRET} biblioteki")
    Material.objects.filter(pk=material.pk).update(state=Moderation.PROPOSED)
    InitiativeFactory(title=f"{SECRET} inicjatywy", summary=SECRET, publication="proposed")
    News.objects.create(title=f"{SECRET} aktualności", slug="n", summary=SECRET, text=SECRET)
    Call.objects.create(
        title=f"{SECRET} naboru",
        slug="c",
        summary=SECRET,
        text=SECRET,
        closes_on=timezone.localdate(),
        contact=SECRET,
    )
    needs.open_edition(
        title=f"{SECRET} badania",
        summary="",
        public_body=marshal_office(),
        opens_at=now + timedelta(days=3),
        closes_at=now + timedelta(days=9),
        actor=None,
    )


def lists_of_the_api() -> list[str]:
    return [path for path in api.get_openapi_schema()["paths"] if "{" not in path]


def sitemaps(client: Client) -> list[str]:
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return [(place.text or "").partition("//")[2].partition("/")[2] for place in root.iter()
            if place.tag.endswith("loc")]  # fmt: skip


@pytest.mark.parametrize("person", [None, AdministratorFactory])
def test_what_is_hidden_is_in_nothing_that_programs_read(
    as_user: Callable[[Any], Client], person: Callable[[], Any] | None
) -> None:
    hide_something_everywhere()
    announced(title="Jawne wydarzenie")
    rebuild_all()
    refresh()
    make_bulk_files()
    client = as_user(person() if person else None)

    answers = [client.get(path, {"limit": 100}) for path in lists_of_the_api()]
    answers += [client.get(f"/{path}") for path in sitemaps(client)]
    answers += [client.get(path) for path in ("/dane/katalog.jsonld", "/dane/katalog.xml")]
    files = [default_storage.open(file.file.name).read() for file in BulkFile.objects.all()]

    assert {answer.status_code for answer in answers} == {200}
    everything = b"\n".join([*(answer.content for answer in answers), *files]).decode()
    assert "Jawne wydarzenie" in everything
    assert SECRET not in everything
    assert SECRET.lower() not in everything
    assert not SearchDocument.objects.filter(search_plain__contains="tajemnic").exists()
    assert SECRET not in client.get("/szukaj/", {"q": "tajemnica"}).content.decode().replace(
        "tajemnica", ""
    )
