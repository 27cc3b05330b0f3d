"""A real SMTP server that keeps what it gets, and fails when asked to."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from email import message_from_bytes
from email.message import Message
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from dev.ports import LOOPBACK, free_port

ACCEPTED = "250 OK"
logging.getLogger("mail.log").setLevel(logging.ERROR)  # it tells of every line of every letter


class MailServer:
    """Listens on a free port; ``wait_for`` returns once so many letters have come."""

    def __init__(self) -> None:
        self.letters: list[Message] = []
        self.answers: dict[str, str] = {}
        self._changed = threading.Condition()
        self.port = free_port()
        self._is_serving = False
        self._controller = Controller(self, hostname=LOOPBACK, port=self.port, ready_timeout=10)

    def start(self) -> None:
        """Serve in a thread."""
        self._controller.start()
        self._is_serving = True

    def stop(self) -> None:
        """Stop serving; stopping twice is harmless."""
        if self._is_serving:
            self._controller.stop()
        self._is_serving = False

    def message_ids(self) -> Counter[str]:
        """How often each Message-ID has come."""
        with self._changed:
            return Counter(str(letter["Message-ID"]) for letter in self.letters)

    def wait_for(self, count: int, timeout: float) -> bool:
        """Whether at least ``count`` letters came in time."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.letters) >= count, timeout)

    async def handle_RCPT(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse addresses that a test has named, with the answer it gave."""
        answer = self.answers.get(address, ACCEPTED)
        if answer == ACCEPTED:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep the letter."""
        letter = message_from_bytes(envelope.content or b"", policy=default)
        with self._changed:
            self.letters.append(letter)
            self._changed.notify_all()
        return ACCEPTED
