"""Letters about events: text and HTML in the recipient's language, with the headers of a list."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string, select_template
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from notifications import kinds
from notifications.domain.return_paths import return_path
from notifications.domain.tokens import token_for
from notifications.models import AddressLetter, Delivery, Digest, OutboxEvent


def letter_for(delivery: Delivery) -> EmailMultiAlternatives:
    """The letter about one event."""
    event, recipient = delivery.event, delivery.recipient
    with translation.override(recipient.language):
        subject, text, html = _texts_about(event, _frame(recipient, event.kind))
    headers = {
        **_list_headers(recipient, event.kind),
        "Message-ID": message_id("delivery", delivery.pk, delivery.created_at),
        "References": _thread_id(event),
        "In-Reply-To": _thread_id(event),
    }
    sender = return_path("delivery", delivery.pk)
    return _letter(subject, text, html, recipient.email, headers, sender=sender)


def letter_to_address(letter: AddressLetter) -> EmailMultiAlternatives:
    """The letter about one event to somebody who need not have an account."""
    event = letter.event
    with translation.override(letter.language):
        subject, text, html = _texts_about(event, _common_frame(letter.language))
    headers = {
        "Auto-Submitted": "auto-generated",
        "Message-ID": message_id("letter", letter.pk, letter.created_at),
        "References": _thread_id(event),
        "In-Reply-To": _thread_id(event),
    }
    sender = return_path("letter", letter.pk)
    return _letter(subject, text, html, letter.address, headers, sender=sender)


def digest_letter(digest: Digest, deliveries: list[Delivery]) -> EmailMultiAlternatives:
    """The letter that gathers many events."""
    recipient = digest.recipient
    with translation.override(recipient.language):
        entries = [entry_of(delivery.event) for delivery in deliveries]
        context = {**_frame(recipient, ""), "entries": entries}
        subject = render_to_string("notifications/mail/digest.subject.txt", context).strip()
        context["subject"] = subject
        text = render_to_string("notifications/mail/digest.txt", context)
        html = render_to_string("notifications/mail/digest.html", context)
    headers = {
        **_list_headers(recipient, ""),
        "Message-ID": message_id("digest", digest.pk, digest.created_at),
    }
    sender = return_path("digest", digest.pk)
    return _letter(subject, text, html, recipient.email, headers, sender=sender)


def entry_of(event: OutboxEvent) -> dict[str, str]:
    """An event as one line of a digest or feed, in the language now active."""
    kind = kinds.get(event.kind)
    return {
        "title": kind.title_for(event.context),
        "body": kind.body_for(event.context),
        "link": absolute(kind.url(event)),
    }


def absolute(path: str) -> str:
    """A path of the portal as an address that works from a letter."""
    return path if path.startswith(("http://", "https://")) else f"{settings.BASE_URL}{path}"


def mail_domain() -> str:
    """The host that stands in our identifiers."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def message_id(sort: str, pk: int, created_at: datetime) -> str:
    """The same for every attempt, so that the recipient's server can tell a repeated letter.

    The time keeps ids apart when a database is built anew and counts from one again.
    """
    return f"<{sort}.{pk}.{created_at:%Y%m%d%H%M%S%f}@{mail_domain()}>"


def _thread_id(event: OutboxEvent) -> str:
    """Letters about the same thing hang below one root that was never sent."""
    return f"<thread.{event.subject_type_id}.{event.subject_id}@{mail_domain()}>"


def _frame(recipient: User, kind_key: str) -> dict[str, Any]:
    token = token_for(recipient, kind_key)
    return {
        **_common_frame(recipient.language),
        "recipient": recipient,
        "preferences_url": absolute(reverse("notifications:preferences_by_token", args=[token])),
        "unsubscribe_url": absolute(reverse("notifications:unsubscribe", args=[token])),
    }


def _common_frame(language: str) -> dict[str, Any]:
    return {
        "language": language,
        "site_name": settings.SITE_NAME,
        "base_url": settings.BASE_URL,
    }


def _texts_about(event: OutboxEvent, frame: dict[str, Any]) -> tuple[str, str, str]:
    """Subject, text and HTML of an event in the language now active."""
    kind = kinds.get(event.kind)
    subject = kind.title_for(event.context)
    context = {
        **frame,
        "subject": subject,
        "body": kind.body_for(event.context),
        "link": absolute(kind.url(event)),
        "link_text": kind.link_text,
        "reason": kind.reason,
        "event": event,
        "context": event.context,
    }
    own, usual = f"notifications/mail/{kind.key}", "notifications/mail/event"
    text = _render(f"{own}.txt", f"{usual}.txt", context)
    return subject, text, _render(f"{own}.html", f"{usual}.html", context)


def _list_headers(recipient: User, kind_key: str) -> dict[str, str]:
    token = token_for(recipient, kind_key)
    address = absolute(reverse("notifications:unsubscribe", args=[token]))
    return {
        "List-Id": f"<{kind_key or 'digest'}.{mail_domain()}>",
        "List-Unsubscribe": f"<{address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
    }


def _render(own: str, common: str, context: dict[str, Any]) -> str:
    return select_template([own, common]).render(context)


def _letter(
    subject: str, text: str, html: str, address: str, headers: dict[str, str], *, sender: str
) -> EmailMultiAlternatives:
    """The whole letter; what cannot be delivered goes back to ``sender``, if there is one."""
    one_line = " ".join(subject.split())
    letter = EmailMultiAlternatives(one_line, text, to=[address], headers=headers)
    letter.attach_alternative(html, "text/html")
    if sender:
        letter.from_email = sender  # the envelope's; people see the usual From
        letter.extra_headers["From"] = settings.DEFAULT_FROM_EMAIL
    return letter
