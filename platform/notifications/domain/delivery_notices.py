"""Reading notices of mail servers: RFC 3464 (not delivered) and RFC 5965 (reported as spam)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from notifications.domain.refusals import enhanced_code, weight_of
from notifications.domain.return_paths import address_behind
from notifications.domain.suppression import Report, take_report
from notifications.models import ReportSort, ReportSource

# Headers in which servers name the address that a notice was really delivered to.
_ADDRESSED = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")
LONGEST_DETAIL = 2000


def read_notice(raw: bytes, *, recipient: str = "") -> list[Report]:
    """Take what a notice reports into the book; nothing for other mail or unknown letters.

    ``recipient`` is the envelope's, where the mail server tells it.
    """
    notice = message_from_bytes(raw, policy=compat32)
    email = address_behind(_addresses(notice, recipient), _original_id(notice))
    if email is None:
        return []
    key = hashlib.sha256(str(notice.get("Message-ID") or raw).encode()).hexdigest()
    reports = [
        Report(email=email, sort=sort, source=ReportSource.MESSAGE, detail=detail, key=f"{key}.{n}")
        for n, (sort, detail) in enumerate(_findings(notice))
    ]
    return [report for report in reports if take_report(report)]


def _findings(notice: Message) -> Iterator[tuple[ReportSort, str]]:
    """What the machine-readable parts say; a notice about our letter speaks of one recipient."""
    for part in notice.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            for block in _blocks(part):
                if str(block.get("Action", "")).strip().lower() == "failed":
                    yield _weigh(block)
        elif kind == "message/feedback-report":
            for block in _blocks(part):
                if str(block.get("Feedback-Type", "")).strip().lower() in {"abuse", "fraud"}:
                    yield ReportSort.COMPLAINT, _shortened(str(block))


def _weigh(block: Message) -> tuple[ReportSort, str]:
    diagnostic = " ".join(str(block.get("Diagnostic-Code", "")).split())
    status = enhanced_code(str(block.get("Status", "")))
    # A general 5.0.0 says less than what the remote server answered.
    code = enhanced_code(diagnostic) if status.endswith(".0.0") else status
    return weight_of(code or status), _shortened(f"{status} {diagnostic}".strip())


def _blocks(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [block for block in payload if isinstance(block, Message)] if payload else []


def _addresses(notice: Message, recipient: str) -> str:
    named = [str(value) for name in _ADDRESSED for value in notice.get_all(name, [])]
    return "\n".join([recipient, *named])


def _original_id(notice: Message) -> str:
    """The Message-ID of the letter that came back, as its returned headers give it."""
    for part in notice.walk():
        kind = part.get_content_type()
        if kind == "text/rfc822-headers":
            headers = part.get_payload(decode=True) or b""
            original = message_from_bytes(headers if isinstance(headers, bytes) else b"")
            return str(original.get("Message-ID", ""))
        if kind == "message/rfc822" and (blocks := _blocks(part)):
            return str(blocks[0].get("Message-ID", ""))
    return ""


def _shortened(text: str) -> str:
    return text.strip()[:LONGEST_DETAIL]
