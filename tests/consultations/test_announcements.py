"""Checklist, announcement, poster, and the texts that an office keeps as its own."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from docx import Document

from consultations.domain import checklist, office_templates, opening, stages
from consultations.domain.office_defaults import OfficeText
from consultations.domain.rules import load_rules, rule_for
from consultations.models import (
    Consultation,
    ConsultationRule,
    DocumentTemplate,
    Mode,
    RequiredPart,
    Stage,
    TemplateKind,
)
from organizations.models import PublicBody
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def ready_draft(**fields: Any) -> Consultation:
    return make.in_stage(Stage.DRAFT, **fields)


def missing(consultation: Consultation) -> set[str]:
    return {line.part.value for line in checklist.missing_parts(consultation)}


def announce_url(consultation: Consultation) -> str:
    return reverse("consultations:change_stage", args=[consultation.slug, "announced"])


def pdf_of(response: Any) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(b"".join(response.streaming_content)))


def test_rules_are_delivered_and_what_an_administrator_changed_stays() -> None:
    ConsultationRule.objects.filter(kind="programme").update(minimum_days=30)

    load_rules()

    assert ConsultationRule.objects.count() == 5
    assert rule_for("programme").minimum_days == 30


def test_the_checklist_says_what_is_missing_and_where_to_mend_it(as_user: SignIn) -> None:
    today = timezone.localdate()
    consultation = ready_draft(
        legal_basis="ustawa o pożytku",
        summary="Krótko.",
        mode=Mode.EXTENDED,
        closes_on=today + timedelta(days=5),
    )

    assert missing(consultation) == {"legal_basis", "term", "summary", "meeting", "council"}
    page = as_user(make.official()).get(
        reverse("consultations:checklist", args=[consultation.slug])
    )
    assert reverse("consultations:add_meeting", args=[consultation.slug]) in page.content.decode()


def test_every_part_that_a_rule_can_ask_for_is_looked_for() -> None:
    ConsultationRule.objects.filter(kind="programme").update(
        required_parts=RequiredPart.values, advance_days=7
    )

    assert missing(ready_draft()) == {
        "advance", "summary", "contact", "justification", "mode_basis", "council", "invitations",
    }  # fmt: skip


def test_announcing_with_gaps_needs_a_reason_that_is_kept(as_user: SignIn) -> None:
    consultation = ready_draft()
    office = as_user(make.official())

    refused = office.post(announce_url(consultation), {"reason": ""})
    consultation.refresh_from_db()
    assert consultation.stage == Stage.DRAFT
    assert "reason" in refused.context["form"].errors
    office.post(announce_url(consultation), {"reason": "Rada zbiera się w piątek."})

    consultation.refresh_from_db()
    assert consultation.stage == Stage.OPEN
    change = consultation.stage_changes.first()
    assert change.reason == "Rada zbiera się w piątek."
    assert change.missing == ["summary", "council"]
    page = as_user(None).get(reverse("consultations:course", args=[consultation.slug]))
    assert "brakowało: opis prostymi słowami, prośba o opinię rady" in page.content.decode()


def test_announcing_with_nothing_missing_asks_for_no_reason(as_user: SignIn) -> None:
    ConsultationRule.objects.filter(kind="programme").update(required_parts=["draft"])
    consultation = ready_draft()

    as_user(make.official()).post(announce_url(consultation))

    consultation.refresh_from_db()
    assert consultation.stage == Stage.OPEN


def test_the_announcement_stays_as_it_was_issued(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:announcement", args=[consultation.slug])
    office_templates.save_template(
        body=make.marshal_office(),
        kind=TemplateKind.ANNOUNCEMENT,
        text=OfficeText("Nowy wzór", "Inny tekst do {koniec}."),
        note="",
        actor=None,
    )

    assert "Nowy wzór" not in as_user(None).get(url).content.decode()
    later = consultation.closes_on + timedelta(days=7)
    stages.extend_term(consultation=consultation, closes_on=later, reason="Święta", actor=None)

    page = as_user(None).get(url).content.decode()
    assert "Nowy wzór" in page
    assert consultation.announcements.count() == 2


def test_dates_changed_before_the_opening_are_announced_anew(as_user: SignIn) -> None:
    consultation = make.in_stage(Stage.ANNOUNCED)
    later = consultation.closes_on + timedelta(days=3)
    consultation.closes_on = later

    opening.change_consultation(consultation=consultation, actor=None)

    newest = consultation.announcements.first()
    assert date_format(later, "j E Y") in newest.text
    assert consultation.rounds.get().closes_on == later


def test_what_an_office_writes_is_shown_as_text(as_user: SignIn) -> None:
    consultation = make.open_consultation(summary="<script>alert(1)</script> {urzad}")

    page = as_user(None).get(reverse("consultations:announcement", args=[consultation.slug]))

    assert "<script>alert(1)" not in page.content.decode()
    assert "{urzad}" in page.content.decode()  # what people wrote is not read as a template


def test_the_announcement_comes_as_tagged_pdf_and_word(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    reader = as_user(None)

    with pdf_of(
        reader.get(reverse("consultations:announcement_file", args=[consultation.slug, "pdf"]))
    ) as pdf:
        assert pdf.Root.MarkInfo.Marked
    word = reader.get(reverse("consultations:announcement_file", args=[consultation.slug, "docx"]))
    text = "\n".join(
        row.text for row in Document(io.BytesIO(b"".join(word.streaming_content))).paragraphs
    )
    assert "Uwagi przyjmujemy od" in text


def test_the_poster_is_one_tagged_page_for_those_who_may_see(as_user: SignIn) -> None:
    consultation = make.open_consultation(mode=Mode.EXTENDED)
    make.meeting_of(consultation)
    url = reverse("consultations:poster", args=[consultation.slug])

    with pdf_of(as_user(None).get(url)) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked
    hidden = reverse("consultations:poster", args=[ready_draft().slug])
    assert as_user(None).get(hidden).status_code == 404


def test_an_office_edits_its_text_with_a_preview_and_keeps_versions(as_user: SignIn) -> None:
    make.open_consultation(title="Program na rok 2027")
    body = make.marshal_office()
    url = reverse("consultations:document_template", args=[body.slug, "announcement"])
    office = as_user(make.official())
    form = {"title": "Ogłaszamy: {tytul}", "text": "## Termin\nDo {koniec}.", "note": "Krócej"}

    preview = office.post(url, form | {"preview": "1"}).content.decode()
    assert "Ogłaszamy: Program na rok 2027" in preview
    assert not DocumentTemplate.objects.exists()
    office.post(url, form)
    office.post(url, form | {"title": "Druga wersja"})

    assert list(DocumentTemplate.objects.values_list("number", "title")) == [
        (2, "Druga wersja"),
        (1, "Ogłaszamy: {tytul}"),
    ]
    earlier = office.get(f"{url}?wersja=1").context["form"].initial["title"]
    delivered = office.get(f"{url}?wersja=0").context["form"].initial["title"]
    assert (earlier, delivered) == (
        "Ogłaszamy: {tytul}",
        "Ogłoszenie o konsultacjach: {tytul}",
    )


def test_a_gap_that_nothing_fills_is_refused_and_the_text_is_kept(as_user: SignIn) -> None:
    url = reverse(
        "consultations:document_template", args=[make.marshal_office().slug, "announcement"]
    )

    page = as_user(make.official()).post(url, {"title": "Tytuł", "text": "Do {konca} {urzad.x}"})

    assert "Nie znamy pól: {konca}, {urzad.x}." in page.content.decode()
    assert "Do {konca}" in page.content.decode()


def test_the_remark_form_carries_the_offices_instructions(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    office_templates.save_template(
        body=make.marshal_office(),
        kind=TemplateKind.REMARK_FORM,
        text=OfficeText("Formularz zgłaszania uwag", "- Pierwsza rada\n- Odeślij do {koniec}"),
        note="",
        actor=None,
    )

    form = as_user(None).get(reverse("consultations:remark_form", args=[consultation.slug, "docx"]))

    lines = [row.text for row in Document(io.BytesIO(b"".join(form.streaming_content))).paragraphs]
    assert any("Formularz zgłaszania uwag" in line for line in lines)
    assert "Pierwsza rada" in lines


def test_texts_belong_to_the_people_of_the_office(as_user: SignIn) -> None:
    url = reverse(
        "consultations:document_template", args=[make.marshal_office().slug, "announcement"]
    )
    other = make.official(PublicBody.objects.filter(kind="county").first())

    for stranger in (UserFactory(), other):
        client = as_user(stranger)
        assert client.get(url).status_code == 403
        assert client.post(url, {"title": "x", "text": "y"}).status_code == 403
    assert not DocumentTemplate.objects.exists()
