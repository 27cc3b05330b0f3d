"""What is printed: tickets, badges, certificates, lists for the door."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy_text

from documents.exports import Column, KeyValues, Report, Signature, Table
from events.domain import participants, places
from events.domain.links import registration_link, ticket_address
from events.exports import wallet
from events.exports.printing import (
    BADGES,
    CERTIFICATES,
    TICKET,
    badges_data,
    on_paper,
    print_pdf,
    qr_png,
    qr_svg,
)
from events.models import Certificate, CheckIn, Event, Registration, RegistrationState, Session

# How long after the event a phone still shows the ticket.
_WALLET_KEEPS = timedelta(days=1)
EU_NOTICE = lazy_text(
    "Współfinansowane przez Unię Europejską z Europejskiego Funduszu Społecznego."
)


def ticket_pdf(registration: Registration) -> bytes:
    """The ticket with its QR code and sessions."""
    event = registration.event
    signups = registration.signups.filter(is_waiting=False).select_related("session__room")
    data = on_paper(
        {
            "title": event.title,
            "site": settings.SITE_NAME,
            "name": registration.full_name,
            "whom": registration.whom,
            "when": when(event),
            "place": event.place or str(event.get_mode_display()),
            "code": registration.code,
            "foot": _("Bilet jest imienny i bezpłatny. Pokaż kod przy wejściu."),
        }
    )
    sessions = [
        f"{timezone.localtime(row.session.starts_at):%H:%M} {row.session.title}"
        for row in signups
        if row.session.starts_at
    ]
    labels = {"when": _("Kiedy"), "place": _("Gdzie"), "code": _("Kod QR biletu")}
    extra = {
        "qr": qr_svg(ticket_address(registration)),
        "language": _language(),
        "sessions": sessions,
        "labels": labels,
    }
    return print_pdf(TICKET, data | extra)


def ticket_png(registration: Registration) -> bytes:
    """The QR code alone."""
    return qr_png(ticket_address(registration))


def wallet_pass(registration: Registration) -> bytes:
    """The ticket for the wallet of a phone; only where the operator has a certificate."""
    event = registration.event
    place = event.place or str(event.get_mode_display())
    code = {
        "format": "PKBarcodeFormatQR",
        "message": ticket_address(registration),
        "messageEncoding": "iso-8859-1",
        "altText": registration.code,
    }
    return wallet.event_pass(
        {
            "serialNumber": registration.code,
            "description": _("Bilet: %(event)s") % {"event": event.title},
            "relevantDate": event.starts_at.isoformat(timespec="seconds"),
            "expirationDate": (event.ends_at + _WALLET_KEEPS).isoformat(timespec="seconds"),
            "barcodes": [code],
            "eventTicket": {
                "primaryFields": [_pass_field("event", _("Wydarzenie"), event.title)],
                "secondaryFields": [
                    _pass_field("when", _("Kiedy"), when(event)),
                    _pass_field("place", _("Gdzie"), place),
                ],
                "auxiliaryFields": [
                    _pass_field("name", _("Imię i nazwisko"), registration.full_name)
                ],
                "backFields": [
                    _pass_field("whom", _("Organizacja lub urząd"), registration.whom),
                    _pass_field(
                        "change", _("Zmiana i rezygnacja"), registration_link(registration)
                    ),
                ],
            },
        }
    )


def badges_pdf(event: Event, rows: Iterable[Registration], size: str) -> bytes:
    """Badges of those who come, sorted as the table of the door is."""
    badges = [
        {
            "name": row.full_name,
            "whom": row.organization_name,
            "sector": row.sector,
            "sector_label": str(row.get_sector_display()),
            "event": event.title,
            "code": row.code,
            "photos": "" if row.accepts_photos else _("bez zdjęć"),
            "qr": qr_svg(ticket_address(row)),
        }
        for row in rows
    ]
    return print_pdf(BADGES, badges_data(badges, size, _language(), event.title))


@transaction.atomic
def issue_certificates(*, event: Event) -> list[Certificate]:
    """Give a certificate to everybody who came and has none; numbers have no gaps."""
    locked = places.lock_event(event)
    rows = (
        participants.for_organiser(locked)
        .filter(state=RegistrationState.CONFIRMED, came=True, certificate__isnull=True)
        .order_by("full_name", "pk")
    )
    last = locked.certificates.aggregate(n=Max("number"))["n"] or 0
    return Certificate.objects.bulk_create(
        [
            Certificate(
                registration=row,
                event=locked,
                number=number,
                key=token_hex(6),
                hours=locked.hours,
            )
            for number, row in enumerate(rows, last + 1)
        ]
    )


def certificates_pdf(event: Event, rows: Iterable[Certificate]) -> bytes:
    """Certificates, a page each."""
    labels = {
        "title": pgettext("tytuł dokumentu", "Zaświadczenie"),
        "number": _("nr"),
        "states": _("Zaświadcza się, że"),
        "took_part": _("wziął(-ęła) udział w wydarzeniu"),
        "hours": _("Liczba godzin:"),
        "check": _("Sprawdź prawdziwość:"),
        "signature": _("podpis organizatora"),
    }
    printed_rows = [
        on_paper(
            {
                "number": row.full_number,
                "name": row.registration.full_name,
                "whom": row.registration.organization_name,
                "hours": formats.number_format(row.hours.normalize()) if row.hours else "",
                "issued": formats.date_format(timezone.localtime(row.issued_at), "DATE_FORMAT"),
            }
        )
        | {"qr": qr_svg(certificate_address(row)), "address": certificate_address(row)}
        for row in rows
    ]
    data = on_paper(
        {
            "title": labels["title"],
            "publisher": event.public_body.name,
            "event": event.title,
            "when": when(event),
            "place": event.place,
            "notice": str(EU_NOTICE),
        }
    )
    return print_pdf(
        CERTIFICATES,
        data | {"language": _language(), "labels": labels, "certificates": printed_rows},
    )


def certificate_address(certificate: Certificate) -> str:
    """Where anybody checks a certificate."""
    path = reverse("events:certificate", args=[certificate.key])
    return f"{settings.BASE_URL}{path}"


def attendance_list(event: Event, session: Session | None = None) -> Report:
    """The list to be signed at the door, by name; those who came first stand marked."""
    came = {
        row.registration_id: row.happened_at
        for row in CheckIn.objects.filter(registration__event=event, session=session)
    }
    rows = event.registrations.confirmed().filter(erased_at__isnull=True).order_by("full_name")
    if session is not None and session.has_signup:
        rows = rows.filter(signups__session=session, signups__is_waiting=False)
    table = Table(
        "people",
        _("Lista obecności"),
        [
            Column("number", _("Lp."), 0.4, "integer"),
            Column("name", _("Imię i nazwisko"), 1.6),
            Column("whom", _("Organizacja lub urząd"), 2),
            Column("signature", _("Podpis"), 1.6),
        ],
        [
            (
                number,
                row.full_name,
                row.organization_name or str(row.get_sector_display()),
                # An empty second line leaves room for a hand; four columns stay upright.
                f"{_entry(came.get(row.pk))}\n\u00a0",
            )
            for number, row in enumerate(rows, 1)
        ],
    )
    facts = KeyValues([(_("Kiedy"), when(event)), (_("Gdzie"), event.place)])
    return Report(
        title=_("Lista obecności"),
        subtitle=f"{event.title} – {session}" if session else event.title,
        language=_language(),
        created_at=timezone.now(),
        publisher=event.public_body.name,
        blocks=[facts, table, Signature(_("Prowadzący(-a)"))],
        notice=str(EU_NOTICE),
    )


def _pass_field(key: str, label: str, value: str) -> dict[str, str]:
    return {"key": key, "label": label, "value": value}


def _entry(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%H:%M}" if moment else "\u00a0"


def when(event: Event) -> str:
    """The term on paper."""
    starts, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    first = formats.date_format(starts, "DATE_FORMAT")
    if event.is_one_day:
        return f"{first}, {starts:%H:%M}–{ends:%H:%M}"
    return f"{first} – {formats.date_format(ends, 'DATE_FORMAT')}"


def _language() -> str:
    return (get_language() or "pl")[:2]


def report_of(event: Event, title: str, blocks: list[Any]) -> Report:
    """A report of the organiser in its usual frame."""
    return Report(
        title=title,
        subtitle=event.title,
        language=_language(),
        created_at=timezone.now(),
        publisher=event.public_body.name,
        blocks=blocks,
        notice=str(EU_NOTICE),
    )
