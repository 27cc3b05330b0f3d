"""Reports of mail providers, as they post them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest
from django.test import Client

from notifications.models import AddressReport, SuppressedAddress

SECRET = "poczta:tajne-haslo"
KEY = "klucz-podpisu"
ADDRESS = "zniknal@example.org"


@pytest.fixture(autouse=True)
def _configured(settings: Any, db: None) -> None:
    settings.MAIL_WEBHOOK_PROVIDERS = ["postmark", "mailgun", "sendgrid"]
    settings.ANYMAIL = {"WEBHOOK_SECRET": SECRET, "MAILGUN_WEBHOOK_SIGNING_KEY": KEY}


def report(client: Client, provider: str, payload: Any, secret: str = SECRET) -> int:
    """Post as a provider does; the status of the answer."""
    credentials = base64.b64encode(secret.encode()).decode()
    response = client.post(
        f"/powiadomienia/poczta/{provider}/",
        json.dumps(payload),
        content_type="application/json",
        headers={"Authorization": f"Basic {credentials}"},
    )
    return response.status_code


def postmark(**changes: Any) -> dict[str, Any]:
    """A bounce as Postmark documents it."""
    return {
        "RecordType": "Bounce",
        "MessageStream": "outbound",
        "ID": 4323372036854775807,
        "Type": "HardBounce",
        "TypeCode": 1,
        "Name": "Hard bounce",
        "Tag": "Test",
        "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483",
        "Metadata": {},
        "ServerID": 23,
        "Description": "The server was unable to deliver your message (ex: unknown user).",
        "Details": "smtp;550 5.1.1 The email account that you tried to reach does not exist",
        "Email": ADDRESS,
        "From": "portal@example.org",
        "BouncedAt": "2026-11-05T16:33:54.9070259Z",
        "DumpAvailable": True,
        "Inactive": True,
        "CanActivate": True,
        "Subject": "Test subject",
        **changes,
    }


def mailgun(event: dict[str, Any], key: str = KEY) -> dict[str, Any]:
    """An event as Mailgun documents it, signed."""
    timestamp, token = "1529006854", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0"
    signature = hmac.new(key.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {
        "signature": {"timestamp": timestamp, "token": token, "signature": signature},
        "event-data": {
            "id": "G9Bn5sl1TC6nu79C8C0bwg",
            "timestamp": 1521233195.375624,
            "log-level": "error",
            "recipient": ADDRESS,
            "message": {"headers": {"to": ADDRESS, "message-id": "20130503192659.13651@example"}},
            "tags": [],
            "user-variables": {},
            **event,
        },
    }


MAILGUN_BOUNCE = {
    "event": "failed",
    "severity": "permanent",
    "reason": "bounce",
    "delivery-status": {"code": 550, "message": "5.1.1 No such user", "description": ""},
}


def stopped() -> list[tuple[str, str]]:
    """Addresses that get no more mail."""
    return list(SuppressedAddress.objects.values_list("email", "reason"))


def test_postmark_reports_a_bounce_and_repeats_it(client: Client) -> None:
    for _ in range(2):
        assert report(client, "postmark", postmark()) == 200

    assert stopped() == [(ADDRESS, "bounce")]
    assert AddressReport.objects.filter(sort="hard", source="webhook").count() == 1


def test_postmark_reports_a_complaint(client: Client) -> None:
    payload = postmark(RecordType="SpamComplaint", Type="SpamComplaint", TypeCode=512)

    report(client, "postmark", payload)

    assert stopped() == [(ADDRESS, "complaint")]


def test_what_postmark_calls_soft_stops_nothing_at_once(client: Client) -> None:
    report(client, "postmark", postmark(Type="SoftBounce", Details="smtp;550 5.1.1 who knows"))

    assert stopped() == []
    assert AddressReport.objects.get().sort == "soft"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (MAILGUN_BOUNCE, [(ADDRESS, "bounce")]),
        ({**MAILGUN_BOUNCE, "severity": "temporary"}, []),
        ({"event": "complained"}, [(ADDRESS, "complaint")]),
        ({"event": "delivered"}, []),
    ],
)
def test_mailgun_reports(
    client: Client, event: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert report(client, "mailgun", mailgun(event)) == 200

    assert stopped() == expected


def test_sendgrid_reports_several_at_once(client: Client) -> None:
    common = {"timestamp": 1513299569, "smtp-id": "<14c5d75ce93.dfd.64b469@ismtpd-555>"}
    events = [
        {
            **common,
            "email": ADDRESS,
            "event": "bounce",
            "type": "bounce",
            "sg_event_id": "6g4ZI7SA-xmRDv57GoPIPw==",
            "sg_message_id": "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
            "reason": "550 5.1.1 unknown recipient",
            "status": "5.1.1",
        },
        {
            **common,
            "email": "zly@example.org",
            "event": "spamreport",
            "sg_event_id": "37nvH5QBz858KGVYCM4uOA==",
            "sg_message_id": "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.1",
        },
    ]

    report(client, "sendgrid", events)

    assert sorted(stopped()) == [("zly@example.org", "complaint"), (ADDRESS, "bounce")]


def test_who_does_not_know_the_secret_stops_nobody(client: Client) -> None:
    assert report(client, "postmark", postmark(), secret="poczta:zgaduje") == 400
    assert report(client, "mailgun", mailgun(MAILGUN_BOUNCE, key="inny")) == 400

    assert stopped() == []


@pytest.mark.parametrize(
    "changes",
    [
        {"MAIL_WEBHOOK_PROVIDERS": []},
        {"ANYMAIL": {"WEBHOOK_SECRET": ""}},
        {"ANYMAIL": {"WEBHOOK_SECRET": SECRET}},  # Mailgun's signature could not be checked
    ],
)
def test_without_configuration_there_is_no_address(
    client: Client, settings: Any, changes: dict[str, Any]
) -> None:
    for name, value in changes.items():
        setattr(settings, name, value)

    assert report(client, "mailgun", mailgun(MAILGUN_BOUNCE)) == 404


def test_what_cannot_be_read_is_refused(client: Client) -> None:
    assert report(client, "sendgrid", {"not": "a list"}) == 400
    assert report(client, "unknown", {}) == 404
