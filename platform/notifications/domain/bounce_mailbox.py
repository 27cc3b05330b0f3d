"""The mailbox to which undeliverable letters come back, read over IMAP."""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import SplitResult, unquote, urlsplit

from notifications.domain.delivery_notices import read_notice

logger = logging.getLogger(__name__)

BATCH = 200
# Notices are small; what a stranger sends here shall not fill the memory.
MOST_BYTES = 300_000
TIMEOUT_SECONDS = 30
USUAL_PORTS = {"imap": 143, "imaps": 993}


def read_mailbox(url: str) -> tuple[int, int]:
    """Read up to 200 new notices: how many messages there were, and how many told something.

    ``url`` is ``imaps://user:password@host/INBOX``. Notices that were understood are deleted,
    other mail stays in the mailbox, marked as read, for a person to look at.
    """
    read = understood = 0
    with _opened(urlsplit(url)) as mailbox:
        for number in _new_numbers(mailbox)[:BATCH]:
            read += 1
            if _take(mailbox, number):
                understood += 1
        mailbox.expunge()
    return read, understood


def _take(mailbox: imaplib.IMAP4, number: str) -> bool:
    _, answer = mailbox.uid("FETCH", number, f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
    raw = next((part[1] for part in answer if isinstance(part, tuple)), b"")
    reports = read_notice(raw)
    # Only now: a message whose reading failed is read again.
    mailbox.uid("STORE", number, "+FLAGS", r"(\Seen \Deleted)" if reports else r"(\Seen)")
    return bool(reports)


def _new_numbers(mailbox: imaplib.IMAP4) -> list[str]:
    _, answer = mailbox.uid("SEARCH", "UNSEEN", "UNDELETED")
    return answer[0].decode().split() if answer and answer[0] else []


@contextmanager
def _opened(place: SplitResult) -> Iterator[imaplib.IMAP4]:
    make = imaplib.IMAP4_SSL if place.scheme == "imaps" else imaplib.IMAP4
    port = place.port or USUAL_PORTS[place.scheme]
    mailbox = make(place.hostname or "", port, timeout=TIMEOUT_SECONDS)
    try:
        mailbox.login(unquote(place.username or ""), unquote(place.password or ""))
        mailbox.select(unquote(place.path.strip("/")) or "INBOX")
        yield mailbox
    finally:
        mailbox.logout()
