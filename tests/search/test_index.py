"""The index stays in step with what everybody may see."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from organizations.models import Publication
from search import registry
from search.domain.indexing import ONE_INDEXER, index_pending, rebuild
from search.models import PendingDocument, SearchDocument
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def found(words: str) -> list[str]:
    """Titles of organizations in the index whose plain names hold the words."""
    documents = SearchDocument.objects.filter(kind="organizacje", search_plain__contains=words)
    return list(documents.values_list("title", flat=True))


def test_a_saved_profile_is_found_once_the_indexer_has_run() -> None:
    organization = OrganizationFactory(name="Koło Gospodyń w Łące")
    assert found("laka") == found("lace") == []

    index_pending()
    assert found("lace") == ["Koło Gospodyń w Łące"]

    organization.name = "Koło Gospodyń w Borze"
    organization.save()
    index_pending()
    assert (found("lace"), found("borze")) == ([], ["Koło Gospodyń w Borze"])


@pytest.mark.parametrize("change", ["hide", "delete"])
def test_what_is_public_no_more_leaves_the_index(change: str) -> None:
    organization = OrganizationFactory(name="Znikające Stowarzyszenie")
    index_pending()

    if change == "hide":
        organization.publication = Publication.MERGED
        organization.merged_into = OrganizationFactory()
        organization.save()
    else:
        organization.delete()
    index_pending()

    assert found("znikajace") == []


def test_a_change_that_is_taken_back_asks_for_nothing() -> None:
    with transaction.atomic():
        OrganizationFactory()
        transaction.set_rollback(True)

    assert not PendingDocument.objects.exists()


def test_marks_of_one_object_are_worked_off_together() -> None:
    organization = OrganizationFactory()
    organization.save()
    organization.save()

    index_pending()

    assert not PendingDocument.objects.exists()
    assert SearchDocument.objects.filter(kind="organizacje").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_second_indexer_leaves_the_work_to_the_first() -> None:
    other = connection.copy()
    OrganizationFactory()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_INDEXER])
        assert index_pending() == 0
        assert PendingDocument.objects.exists()
    finally:
        other.close()


def test_rebuilding_finds_what_no_signal_told_of_and_forgets_what_is_gone() -> None:
    kind = registry.find("organizacje")
    assert kind is not None
    OrganizationFactory(name="Bez sygnału")
    PendingDocument.objects.all().delete()
    SearchDocument.objects.create(kind="organizacje", object_id=10**9, title="Dawne", url="/")

    assert rebuild(kind) == 1
    assert [document.title for document in SearchDocument.objects.filter(kind=kind.key)] == [
        "Bez sygnału"
    ]


def test_the_command_says_what_it_indexed(capsys: pytest.CaptureFixture[str]) -> None:
    OrganizationFactory()

    call_command("rebuild_search")

    told = capsys.readouterr()
    assert "organizacje: 1" in told.out
    assert "organizacje: 0 / 1 (0%)\norganizacje: 1 / 1 (100%)" in told.err
