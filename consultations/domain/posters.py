"""The printable poster of a consultation."""

from __future__ import annotations

from typing import BinaryIO

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from consultations.domain.office_templates import when_is
from consultations.domain.report import EU_NOTICE
from consultations.models import Consultation
from documents.exports.poster import Poster
from documents.exports.poster import write_poster as write
from notifications.domain.letters import absolute

LONGEST_LEAD = 320
MOST_MEETINGS = 3


def write_poster(consultation: Consultation, stream: BinaryIO) -> None:
    """Write it as PDF; like every official document it is in Polish."""
    with translation.override("pl"):
        write(describe_poster(consultation), stream)


def describe_poster(consultation: Consultation) -> Poster:
    """What stands on the poster."""
    contact = [consultation.contact_name, consultation.contact_phone, consultation.contact_email]
    return Poster(
        title=consultation.title,
        kicker=_("Konsultacje"),
        lead=Truncator(consultation.summary).chars(LONGEST_LEAD),
        call=_("Zgłoś uwagę do %(day)s")
        % {"day": date_format(consultation.closes_on, "DATE_FORMAT")},
        address=absolute(consultation.get_absolute_url()),
        code_description=_("Kod QR z adresem strony konsultacji"),
        publisher=consultation.public_body.name,
        notice=EU_NOTICE,
        parts=[
            *_meetings(consultation),
            (_("Kontakt"), "\n".join([consultation.unit, ", ".join(filter(None, contact))])),
        ],
    )


def _meetings(consultation: Consultation) -> list[tuple[str, str]]:
    coming = consultation.meetings.filter(cancelled_at=None, ends_at__gt=timezone.now())
    lines = [
        f"{when_is(meeting)} – {meeting.title}, {meeting.place or _('online')}"
        for meeting in coming[:MOST_MEETINGS]
    ]
    return [(_("Spotkania"), "\n".join(lines))] if lines else []
