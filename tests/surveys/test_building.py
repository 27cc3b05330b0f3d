"""The builder, and questionnaires as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from surveys.domain import building, importing
from surveys.domain.errors import QuestionnaireInvalid
from surveys.exports.questionnaire_yaml import content_of, write_questionnaire
from surveys.imports.questionnaire_yaml import read_questionnaire
from surveys.models import Questionnaire, VersionState
from tests.accounts.factories import AdministratorFactory
from tests.surveys.factories import EVERY_KIND, every_kind

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def test_an_official_builds_and_publishes_without_scripts(as_user: SignIn) -> None:
    client = as_user(AdministratorFactory())

    client.post(reverse("surveys:create_questionnaire"), {"title": "Ocena szkolenia", "owner": ""})
    made = Questionnaire.objects.get()
    draft = building.draft_of(made)
    add = reverse("surveys:add_question", args=[made.key])
    section = draft.sections.get().pk
    client.post(add, {"section": section, "kind": "yes_no", "text": "Czy warto?"})
    client.post(
        add,
        {
            "section": section,
            "kind": "single",
            "text": "Dlaczego nie?",
            "options": "Za krótko\ndaleko | Za daleko | Too far | Zu weit",
            "shown_if_key": "czy_warto",
            "shown_if_values": "nie",
        },
    )
    second = draft.questions.get(text="Dlaczego nie?")
    up = reverse("surveys:move", args=[made.key, "pytanie", second.pk, "wyzej"])
    client.post(up)
    client.post(reverse("surveys:act", args=[made.key, "publikuj"]))
    refused = made.versions.get().state
    client.post(reverse("surveys:move", args=[made.key, "pytanie", second.pk, "nizej"]))
    client.post(reverse("surveys:act", args=[made.key, "publikuj"]))

    version = made.versions.get()
    assert refused == "draft"  # a condition must name an earlier question
    assert version.state == VersionState.PUBLISHED
    assert [question.key for question in version.questions_in_order()] == [
        "czy_warto",
        "dlaczego_nie",
    ]
    assert version.questions_in_order()[1].options == [
        {"key": "za_krotko", "label": "Za krótko"},
        {"key": "daleko", "label": "Za daleko", "en": "Too far", "de": "Zu weit"},
    ]


def test_a_published_version_never_changes() -> None:
    version = every_kind()
    question = version.questions.all()[0]

    for change in (
        lambda: version.questions.filter(pk=question.pk).update(text="Inaczej"),
        question.delete,
        lambda: version.sections.all().delete(),
        lambda: type(version).objects.filter(pk=version.pk).update(title="Inaczej"),
        lambda: type(version).objects.filter(pk=version.pk).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_a_new_version_begins_as_the_published_one() -> None:
    version = every_kind()

    draft = building.begin_version(version.questionnaire)

    assert draft.number == version.number + 1
    assert content_of(draft) == content_of(version)
    assert building.begin_version(version.questionnaire) == draft


def test_yaml_reads_back_to_the_same_questionnaire() -> None:
    version = every_kind()

    assert read_questionnaire(write_questionnaire(version)) == content_of(version)


def test_loading_the_same_text_again_changes_nothing() -> None:
    first, again = every_kind(), every_kind()
    changed = importing.load_questionnaire(EVERY_KIND.replace("Po co pytamy.", "Nowy wstęp."))

    assert again == first
    assert changed.number == first.number + 1


@pytest.mark.parametrize(
    "text",
    [
        "to: [nie jest",
        "[]",
        "key: a\ntitle: A\nsections: []",
        "key: a\ntitle: A\nsections: 7",
        "a: &x [1]\nkey: *x",
        EVERY_KIND.replace("kind: yes_no", "kind: zgadnij"),
        EVERY_KIND.replace("key: ilu", "key: pracownicy"),
        EVERY_KIND.replace("values: [tak]", "values: [moze]"),
        EVERY_KIND.replace("question: ilu", "question: zgoda"),
        EVERY_KIND.replace("key: ilu", "key: Ilu Was"),
        "x" * 400_000,
    ],
)
def test_wrong_text_is_told_and_not_loaded(text: str) -> None:
    with pytest.raises(QuestionnaireInvalid):
        importing.load_questionnaire(text)

    assert not Questionnaire.objects.exists()


def test_a_file_replaces_the_draft(as_user: SignIn) -> None:
    made = every_kind().questionnaire
    text = write_questionnaire(made.versions.get()).replace("Każdy rodzaj", "Z pliku")
    client, url = (
        as_user(AdministratorFactory()),
        reverse("surveys:upload_questionnaire", args=[made.key]),
    )

    client.post(url, {"yaml": SimpleUploadedFile("a.yaml", text.encode())})
    wrong = client.post(url, {"yaml": SimpleUploadedFile("a.yaml", b"\xff\xfe")})

    assert building.draft_of(made).title == "Z pliku"
    assert wrong.status_code == 200
    assert "UTF-8" in wrong.content.decode()


def test_copying(as_user: SignIn) -> None:
    made = every_kind().questionnaire

    as_user(AdministratorFactory()).post(reverse("surveys:act", args=[made.key, "kopiuj"]))

    copy = Questionnaire.objects.exclude(pk=made.pk).get()
    assert copy.title == "Każdy rodzaj (kopia)"
    assert len(building.draft_of(copy).questions_in_order()) == 12


def test_the_admin_shows_published_versions_and_edits_drafts(as_user: SignIn) -> None:
    version = every_kind()
    draft = building.begin_version(version.questionnaire)
    client = as_user(AdministratorFactory())

    for one, may_save in ((version, False), (draft, True)):
        for row in (one, one.sections.all()[0]):
            page = client.get(
                reverse(f"admin:surveys_{row._meta.model_name}_change", args=[row.pk])
            )
            assert page.status_code == 200
            assert ("_save" in page.content.decode()) == may_save
