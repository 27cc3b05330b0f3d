"""No file outlives what it was kept for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts import retention
from consultations.domain import drafts, versions
from consultations.models import DraftVersion, SourceReading
from documents.models import StoredFile
from documents.storing import store_bytes
from documents.unheld import let_go, remove_unheld
from tests.consultations import factories as make
from tests.consultations.versions import SECOND_TEXT, publish, uploaded_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Any:
    """What happens once the transaction stands."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def in_storage(file: StoredFile) -> bool:
    return default_storage.exists(file.file.name)


def test_a_replaced_draft_takes_its_file_along(committed: Any) -> None:
    consultation = make.new_consultation()
    first = make.with_draft(consultation).source

    with committed():
        make.with_draft(consultation, SECOND_TEXT)

    assert not StoredFile.objects.filter(pk=first.pk).exists()
    assert not in_storage(first)
    assert not SourceReading.objects.filter(file=first.pk).exists()


def test_a_file_goes_only_when_the_transaction_stands() -> None:
    consultation = make.new_consultation()
    first = make.with_draft(consultation).source

    make.with_draft(consultation, SECOND_TEXT)

    assert in_storage(first)


def test_a_discarded_version_takes_its_file_along(committed: Any) -> None:
    consultation = make.open_consultation()
    version = uploaded_version(consultation)
    file = version.source

    with committed():
        versions.discard_version(version=version)

    assert not in_storage(file)


def test_a_file_that_another_version_shows_stays(committed: Any) -> None:
    consultation = make.open_consultation()
    shared = consultation.current_version.source
    corrected = versions.start_corrections(consultation=consultation, actor=None)
    assert corrected.source == shared

    with committed():
        versions.discard_version(version=corrected)

    assert in_storage(shared)


def test_a_published_version_keeps_its_file(committed: Any) -> None:
    consultation = make.open_consultation()
    first = consultation.current_version.source
    publish(uploaded_version(consultation))

    with committed():
        assert remove_unheld(timezone.now() + timedelta(days=1)) == 0

    assert in_storage(first)
    assert DraftVersion.objects.count() == 2


def test_retention_finds_what_was_left_behind(committed: Any) -> None:
    old, young = (store_bytes(b"x", name="sierota.txt", kind="txt") for _ in range(2))
    moment = timezone.now() - timedelta(days=2)
    StoredFile.objects.filter(pk=old.pk).update(created_at=moment)
    rule = next(rule for rule in retention.rules() if rule.key == "pliki-niczyje")

    with committed():
        assert rule.remove(timezone.now() - rule.kept_for) == 1

    assert (in_storage(old), in_storage(young)) == (False, True)


def test_asking_twice_lets_go_once() -> None:
    file = store_bytes(b"x", name="a.txt", kind="txt")

    assert (let_go([file]), let_go([file])) == (1, 0)


def test_reading_a_draft_that_was_replaced_meanwhile_finds_nothing(committed: Any) -> None:
    consultation = make.new_consultation()
    waiting = drafts.upload_draft(consultation=consultation, source=make.stored_draft(), actor=None)
    with committed():
        make.with_draft(consultation, SECOND_TEXT)

    assert drafts.read_draft_version(waiting.pk) is None
