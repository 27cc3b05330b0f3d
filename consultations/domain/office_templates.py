"""Texts of documents that an office keeps as its own, with gaps for the facts."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.domain.office_defaults import DEFAULTS, OfficeText
from consultations.exports.office_document import fill, gaps_in, text_blocks
from consultations.models import (
    Consultation,
    ConsultationMeeting,
    DocumentTemplate,
    TemplateKind,
)
from notifications.domain.letters import absolute
from organizations.models import PublicBody

# What a gap may be called, and what is put there.
GAPS = {
    "tytul": _("tytuł konsultacji"),
    "rodzaj": _("co konsultujemy"),
    "opis": _("opis prostymi słowami"),
    "urzad": _("nazwa urzędu"),
    "komorka": _("komórka odpowiedzialna"),
    "podstawa_prawna": _("podstawa prawna"),
    "poczatek": _("pierwszy dzień"),
    "koniec": _("ostatni dzień"),
    "liczba_dni": _("ile dni trwają"),
    "tryb": _("tryb konsultacji"),
    "kto_moze": _("kto może zgłosić uwagę"),
    "kontakt": _("osoba do kontaktu"),
    "strona": _("adres strony konsultacji"),
    "spotkania": _("lista zapowiedzianych spotkań"),
    "tura": _("numer tury"),
}


def versions(body: PublicBody, kind: str) -> Any:
    """All versions of the office's text, newest first."""
    return DocumentTemplate.objects.filter(public_body=body, kind=kind).select_related("created_by")


def in_force(body_id: int, kind: TemplateKind) -> tuple[OfficeText, DocumentTemplate | None]:
    """The office's newest text, or the delivered one while it has none."""
    newest = DocumentTemplate.objects.filter(public_body=body_id, kind=kind).first()
    if newest is None:
        return DEFAULTS[kind], None
    return OfficeText(newest.title, newest.text), newest


def unknown_gaps(*texts: str) -> list[str]:
    """Names in gaps that nothing is known to fill."""
    return [name for text in texts for name in gaps_in(text) if name not in GAPS]


@transaction.atomic
def save_template(
    *, body: PublicBody, kind: TemplateKind, text: OfficeText, note: str, actor: Any
) -> DocumentTemplate:
    """Keep the text as the next version; the office's row lets two savers take turns."""
    PublicBody.objects.select_for_update(no_key=True).get(pk=body.pk)
    newest = DocumentTemplate.objects.filter(public_body=body, kind=kind).first()
    return DocumentTemplate.objects.create(
        public_body=body,
        kind=kind,
        number=newest.number + 1 if newest else 1,
        title=text.title,
        text=text.text,
        note=note,
        created_by=actor,
    )


def filled(consultation: Consultation, text: OfficeText) -> OfficeText:
    """The text with the facts of ``consultation`` in its gaps, in Polish."""
    with translation.override("pl"):
        values = _values(consultation)
        return OfficeText(fill(text.title, values), fill(text.text, values).strip())


def instructions(consultation: Consultation) -> OfficeText:
    """The title of the remark form and its instructions, one in a line."""
    text, _template = in_force(consultation.public_body_id, TemplateKind.REMARK_FORM)
    ready = filled(consultation, text)
    lines = [
        line for block in text_blocks(ready.text) for line in (block.items or (block.text,)) if line
    ]
    return OfficeText(ready.title, "\n".join(line.replace("\n", " ") for line in lines))


def _values(consultation: Consultation) -> dict[str, str]:
    days = (consultation.closes_on - consultation.opens_on).days + 1
    contact = [consultation.contact_name, consultation.contact_email, consultation.contact_phone]
    return {
        "tytul": consultation.title,
        "rodzaj": str(consultation.get_kind_display()),
        "opis": consultation.summary,
        "urzad": consultation.public_body.name,
        "komorka": consultation.unit,
        "podstawa_prawna": consultation.legal_basis,
        "poczatek": date_format(consultation.opens_on, "DATE_FORMAT"),
        "koniec": date_format(consultation.closes_on, "DATE_FORMAT"),
        "liczba_dni": ngettext("%(count)d dzień", "%(count)d dni", days) % {"count": days},
        "tryb": str(consultation.get_mode_display()),
        "kto_moze": str(consultation.get_participation_display()),
        "kontakt": ", ".join(filter(None, contact)),
        "strona": absolute(consultation.get_absolute_url()),
        "spotkania": _meetings(consultation),
        "tura": str(consultation.round_number),
    }


def _meetings(consultation: Consultation) -> str:
    """A list of the meetings to come, or nothing at all."""
    coming = ConsultationMeeting.objects.filter(
        consultation=consultation, cancelled_at__isnull=True, ends_at__gt=timezone.now()
    )
    lines = [
        f"- {meeting.title}: {when_is(meeting)}, {meeting.place or meeting.online_url}"
        for meeting in coming
    ]
    return "\n".join(lines)


def when_is(meeting: ConsultationMeeting) -> str:
    """The day and the hour, in words."""
    return date_format(timezone.localtime(meeting.starts_at), "DATETIME_FORMAT")
