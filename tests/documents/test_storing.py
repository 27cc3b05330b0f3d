"""Files are kept whole or not at all, under names that nobody can choose."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from documents.models import StoredFile
from documents.storing import delete_stored_file, store_bytes, store_upload
from documents.uploads import check_upload
from tests.accounts.factories import UserFactory
from tests.documents.uploaded import pdf_file, upload


def files_in(media: Any) -> list[str]:
    return sorted(path.name for path in Path(media).rglob("*") if path.is_file())


@pytest.mark.django_db
def test_a_checked_upload_is_kept_with_what_is_known_of_it(settings: Any) -> None:
    content, person = pdf_file(), UserFactory()
    checked = check_upload(upload(content, "Projekt uchwały.pdf"), {"pdf"}, 10**6)

    stored = store_upload(checked, uploaded_by=person)

    kept = StoredFile.objects.get(pk=stored.pk)
    assert kept.original_name == "Projekt uchwały.pdf"
    assert kept.content_type == "application/pdf"
    assert kept.size == len(content)
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert kept.uploaded_by == person
    assert kept.is_public is False
    assert kept.file.open().read() == content
    assert files_in(settings.MEDIA_ROOT) == [str(stored.pk)]


@pytest.mark.django_db
def test_the_path_has_nothing_that_people_wrote() -> None:
    stored = store_bytes(b"x", name="../../zło.txt", kind="txt")

    folder, name = stored.file.name.rsplit("/", 1)
    assert UUID(name) == stored.pk
    assert len(folder.split("/")) == 2


@pytest.mark.django_db
def test_a_visitor_without_an_account_may_add_a_file() -> None:
    from django.contrib.auth.models import AnonymousUser

    checked = check_upload(upload(pdf_file(), "a.pdf"), {"pdf"}, 10**6)

    assert store_upload(checked, uploaded_by=AnonymousUser()).uploaded_by is None


@pytest.mark.django_db
def test_when_the_row_is_refused_no_file_stays(settings: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        store_bytes(b"x", name="", kind="txt")

    assert files_in(settings.MEDIA_ROOT) == []
    assert StoredFile.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_file_goes_with_the_row_but_not_when_that_is_undone(settings: Any) -> None:
    stored = store_bytes(b"x", name="a.txt", kind="txt")

    with transaction.atomic():
        delete_stored_file(StoredFile.objects.get(pk=stored.pk))
        transaction.set_rollback(True)
    assert files_in(settings.MEDIA_ROOT) == [str(stored.pk)]

    delete_stored_file(StoredFile.objects.get(pk=stored.pk))
    assert files_in(settings.MEDIA_ROOT) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"size": 0}, {"sha256": "abc"}, {"sha256": "Z" * 64}, {"original_name": ""}]
)
def test_the_database_refuses_what_cannot_be(wrong: dict[str, Any]) -> None:
    fields = {"original_name": "a", "content_type": "text/plain", "size": 1, "sha256": "a" * 64}

    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(file="x", **{**fields, **wrong})


@pytest.mark.django_db
def test_a_file_outlives_the_account_that_added_it() -> None:
    person = UserFactory()
    stored = store_bytes(b"x", name="a.txt", kind="txt", uploaded_by=person)

    person.delete()

    stored.refresh_from_db()
    assert stored.uploaded_by is None
