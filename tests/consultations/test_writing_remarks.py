"""Writing a remark: on selected words, kept while typed, with files, with a public history."""

from __future__ import annotations

import io
import itertools
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.refusals import FormTooOld, TooOften
from consultations.domain import limits, remarks, selecting
from consultations.domain.remarks import RemarkContent
from consultations.models import Remark, RemarkAttachment, RemarkDraft, Stage
from documents.models import StoredFile
from organizations.models import PublicBody
from pages import proof_of_work
from pages.limits import spend
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations.remark_form import proven, send

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def form_url(consultation: Any, **query: Any) -> str:
    url = reverse("consultations:submit_remark", args=[consultation.slug])
    return url + "?" + "&".join(f"{key}={value}" for key, value in query.items())


def draft_url(consultation: Any, eid: str = "") -> str:
    url = reverse("consultations:save_draft", args=[consultation.slug])
    return f"{url}?jednostka={eid}" if eid else url


def picture(name: str = "zdjecie.png") -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue())


# --- on selected words


def test_selected_words_are_kept_as_w3c_selectors(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    text = "Zadania zleca się w drodze otwartego konkursu ofert."
    start = text.index("otwartego konkursu")

    send(
        as_user(UserFactory()),
        form_url(consultation, jednostka="par_2__ust_2"),
        {"text": "Także poza konkursem.", "quote": "otwartego konkursu", "quote_start": start},
    )

    assert Remark.objects.get().selection == [
        {
            "type": "TextQuoteSelector",
            "exact": "otwartego konkursu",
            "prefix": "Zadania zleca się w drodze ",
            "suffix": " ofert.",
        },
        {"type": "TextPositionSelector", "start": start, "end": start + 18},
    ]


def test_of_equal_words_the_selected_ones_are_meant() -> None:
    consultation = make.open_consultation()
    unit = consultation.current_version.provisions.get(eid="par_1")
    unit.text = "Program 😀 i program. Program i program."

    chosen = [selecting.select_words(unit, "rogram", start) for start in (1, 13, 22, None)]

    assert [selection.start for selection in chosen if selection] == [1, 13, 22, 1]


def test_pasted_words_may_differ_in_spacing_and_carry_the_label(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    client = as_user(UserFactory())

    send(
        client,
        form_url(consultation, jednostka="par_2__ust_2"),
        {"text": "Uwaga", "quote": "2. Zadania  zleca\nsię"},
    )

    assert Remark.objects.get().selection[0]["exact"] == "Zadania zleca się"


def test_words_that_are_not_in_the_unit_are_a_field_error(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    response = send(
        as_user(UserFactory()),
        form_url(consultation, jednostka="par_1"),
        {"text": "Uwaga", "quote": "słowa z innej ustawy"},
    )

    assert "quote" in response.context["form"].errors
    assert not Remark.objects.exists()


def test_the_words_are_shown_inside_their_sentence(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    send(
        as_user(UserFactory()),
        form_url(consultation, jednostka="par_2__ust_2"),
        {"text": "Uwaga", "quote": "otwartego konkursu"},
    )

    page = as_user(None).get(Remark.objects.get().get_absolute_url()).content.decode()

    assert "w drodze <mark>otwartego konkursu</mark> ofert." in page


# --- kept while it is typed


def test_what_is_typed_is_kept_and_found_again(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    author = UserFactory()
    client = as_user(author)

    client.post(draft_url(consultation, "par_1"), {"text": "Zaczynam pisać", "quote": "Uchwala"})
    client.post(draft_url(consultation, "par_1"), {"text": "Zaczynam pisać uwagę", "quote": ""})
    form = client.get(form_url(consultation, jednostka="par_1")).context["form"]
    matters = client.get(reverse("accounts:dashboard")).content.decode()

    assert RemarkDraft.objects.count() == 1
    assert form.initial["text"] == "Zaczynam pisać uwagę"
    assert "Zaczynam pisać uwagę" in matters


def test_a_draft_whose_words_stand_beyond_all_texts_is_refused(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    answer = as_user(UserFactory()).post(
        draft_url(consultation, "par_1"), {"text": "Szkic", "quote_start": 2**31}
    )

    assert answer.status_code == 400
    assert not RemarkDraft.objects.exists()


def test_a_draft_is_its_authors_alone(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    as_user(UserFactory()).post(draft_url(consultation, "par_1"), {"text": "Tylko dla mnie"})
    form = form_url(consultation, jednostka="par_1")

    for person in (UserFactory(), make.official()):
        client = as_user(person)
        assert "Tylko dla mnie" not in client.get(form).content.decode()
        assert "Tylko dla mnie" not in client.get(reverse("accounts:dashboard")).content.decode()


def test_a_submitted_draft_is_done_with(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    client = as_user(UserFactory())
    client.post(draft_url(consultation, "par_1"), {"text": "Szkic"})
    client.post(draft_url(consultation, "par_3"), {"text": "Inny szkic"})

    send(client, form_url(consultation, jednostka="par_1"), {"text": "Gotowe"})

    assert list(RemarkDraft.objects.values_list("eid", flat=True)) == ["par_3"]


def test_emptying_the_form_drops_the_draft(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    client = as_user(UserFactory())
    client.post(draft_url(consultation), {"text": "Coś"})

    client.post(draft_url(consultation), {"text": " "})

    assert not RemarkDraft.objects.exists()


def test_without_a_session_the_script_is_told_and_nothing_is_redirected(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    response = as_user(None).post(draft_url(consultation), {"text": "Coś"})

    assert response.status_code == 401
    assert not RemarkDraft.objects.exists()


def test_a_remark_sent_after_the_session_was_lost_survives_the_sign_in() -> None:
    consultation = make.open_consultation()
    author, client = UserFactory(), Client()
    url = form_url(consultation, jednostka="par_1")

    sent = client.post(url, proven({"text": "Pisałam to godzinę"}))
    client.force_login(author)
    form = client.get(url).context["form"]

    assert sent["Location"].startswith(reverse("account_login"))
    assert form.initial["text"] == "Pisałam to godzinę"
    assert not Remark.objects.exists()


def test_without_javascript_a_button_keeps_the_draft(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    as_user(UserFactory()).post(
        form_url(consultation, jednostka="par_1"), {"text": "Dokończę jutro", "szkic": "1"}
    )

    assert RemarkDraft.objects.get().text == "Dokończę jutro"
    assert not Remark.objects.exists()


def test_what_is_too_long_for_a_draft_stays_in_the_form(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    page = as_user(UserFactory()).post(
        form_url(consultation, jednostka="par_1"),
        {"text": "Dokończę jutro" + "!" * 20_000, "szkic": "1"},
    )

    assert page.context["form"].errors["text"]
    assert "Dokończę jutro!" in page.text
    assert not RemarkDraft.objects.exists()
    assert not Remark.objects.exists()


# --- files


def test_files_come_with_the_remark_and_everybody_who_reads_it_reads_them(
    as_user: SignIn,
) -> None:
    consultation = make.open_consultation()
    author = UserFactory()
    send(
        as_user(author),
        form_url(consultation, jednostka="par_1"),
        {"text": "Z załącznikami", "attachments": [picture("a.png"), picture("b.png")]},
    )
    remark = Remark.objects.get()
    attachment = remark.attachments.first()

    assert [str(row) for row in remark.attachments.all()] == ["a.png", "b.png"]
    assert as_user(None).get(attachment.get_absolute_url()).status_code == 200

    remarks.withdraw_remark(remark=remark)
    for person, status in (
        (None, 404),
        (UserFactory(), 404),
        (author, 200),
        (make.official(), 200),
        (make.official(PublicBody.objects.filter(kind="county").first()), 404),
    ):
        assert as_user(person).get(attachment.get_absolute_url()).status_code == status


def test_a_file_that_lies_about_its_kind_is_refused_by_name(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    program = SimpleUploadedFile("opinia.pdf", b"MZ\x90\x00" + b"\x00" * 100)

    response = send(
        as_user(UserFactory()),
        form_url(consultation),
        {"text": "Uwaga", "attachments": [picture(), program]},
    )

    assert "opinia.pdf" in str(response.context["form"].errors["attachments"])
    assert not StoredFile.objects.filter(uploaded_by__isnull=False).exists()


def test_files_of_a_late_remark_are_let_go(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    make.close(consultation)
    before = StoredFile.objects.count()

    response = send(
        as_user(UserFactory()), form_url(consultation), {"text": "Po", "attachments": [picture()]}
    )

    assert response.status_code == 409
    assert StoredFile.objects.count() == before


def test_a_form_sent_twice_keeps_its_files_once(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    client, form = as_user(UserFactory()), proven({"text": "Raz"})
    before = StoredFile.objects.count()

    for _ in range(2):
        client.post(form_url(consultation), form | {"attachments": [picture()]})

    assert RemarkAttachment.objects.count() == 1
    assert StoredFile.objects.count() == before + 1


def test_the_author_exchanges_files_until_the_deadline(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    client = as_user(UserFactory())
    send(client, form_url(consultation), {"text": "Uwaga", "attachments": [picture("stary.png")]})
    remark = Remark.objects.get()
    url = reverse("consultations:change_remark", args=[consultation.slug, 1])

    client.post(
        url,
        {
            "text": "Uwaga",
            "removed": [remark.attachments.get().pk],
            "attachments": [picture("nowy.png")],
        },
    )

    assert [str(row) for row in remark.attachments.all()] == ["nowy.png"]
    assert not StoredFile.objects.filter(original_name="stary.png").exists()


# --- history


def test_changes_of_a_remark_are_public(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation, text="Termin 14 dni jest krótki.")
    remarks.change_remark(remark=remark, content=RemarkContent(text="Termin 21 dni jest krótki."))

    response = as_user(None).get(
        reverse("consultations:remark_history", args=[consultation.slug, 1])
    )

    first, second = response.context["changes"]
    changed = [(change.kind, change.text) for change in second.texts["text"]]
    assert (first.state, second.state) == ("submitted", "submitted")
    assert ("delete", " 14") in changed
    assert ("insert", " 21") in changed
    assert response.content.decode().count("<del>") == 1


def test_support_assignment_and_groups_are_no_changes(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    remarks.support_remark(remark=remark, user=UserFactory())
    Remark.objects.update(assigned_to=make.official())

    page = as_user(None).get(remark.get_absolute_url())

    assert page.context["change_count"] == 0


def test_the_history_of_a_withdrawn_remark_is_not_public(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    remarks.withdraw_remark(remark=remark)
    url = reverse("consultations:remark_history", args=[consultation.slug, 1])

    assert as_user(None).get(url).status_code == 404
    assert as_user(remark.author).get(url).status_code == 200


# --- robots


def test_a_form_without_a_proof_sent_at_once_comes_back(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    response = as_user(UserFactory()).post(
        form_url(consultation), {"text": "Robot", "submission_key": proof_of_work.new_key()}
    )

    assert response.status_code == 200
    assert "szybciej, niż da się pisać" in response.content.decode()
    assert not Remark.objects.exists()


def test_without_javascript_a_form_that_was_open_for_a_while_is_taken(
    as_user: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    consultation = make.open_consultation()
    key = proof_of_work.new_key()
    later = time.time() + proof_of_work.LEAST_SECONDS + 2
    monkeypatch.setattr(time, "time", lambda: later)

    as_user(UserFactory()).post(form_url(consultation), {"text": "Człowiek", "submission_key": key})

    assert Remark.objects.get().text == "Człowiek"


def test_a_proof_belongs_to_its_form(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    key = proof_of_work.new_key()
    others = (proven()["proof"] for _ in itertools.count())
    # In tests a proof is cheap, so that one in sixteen fits another key by chance.
    proof = next(proof for proof in others if not proof_of_work.is_proven(key, proof))

    response = as_user(UserFactory()).post(
        form_url(consultation), {"text": "Robot", "submission_key": key, "proof": proof}
    )

    assert response.status_code == 200
    assert not Remark.objects.exists()


def test_a_key_that_is_not_ours_is_exchanged_and_the_text_kept(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    with pytest.raises(FormTooOld):
        proof_of_work.open_key("zmyslony-klucz")

    response = as_user(UserFactory()).post(
        form_url(consultation), {"text": "Długo pisałem", "submission_key": "zmyslony-klucz"}
    )

    form = response.context["form"]
    assert "Długo pisałem" in response.content.decode()
    assert proof_of_work.open_key(form["submission_key"].value())


def test_the_same_key_of_another_person_is_another_remark(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    fields = proven({"text": "Nasza uwaga"})

    for _ in range(2):
        response = as_user(UserFactory()).post(form_url(consultation), fields)

    assert response.status_code == 302
    assert Remark.objects.count() == 2


def test_one_person_submits_so_many_remarks_an_hour(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    author = UserFactory()
    for _ in range(limits.REMARKS.times):
        spend(limits.REMARKS, author)

    response = send(as_user(author), form_url(consultation), {"text": "Kolejna"})

    assert response.status_code == 409
    assert "za godzinę" in response.content.decode()
    assert "Kolejna" in response.content.decode()
    spend(limits.REMARKS, UserFactory())
    with pytest.raises(TooOften):
        spend(limits.REMARKS, author)


# --- who may


@pytest.mark.parametrize("stage", Stage.values)
def test_drafts_are_kept_for_whoever_may_remark(as_user: SignIn, stage: str) -> None:
    consultation = make.in_stage(stage)
    hidden = stage == Stage.DRAFT

    for person, expected in ((None, 401), (UserFactory(), 200)):
        response = as_user(person).post(draft_url(consultation), {"text": "Szkic"})
        assert response.status_code == (404 if hidden else expected)
