"""One open connection to the mail server for a batch of letters, and what its answers mean."""

from __future__ import annotations

import smtplib
from types import TracebackType

from django.core.mail import EmailMessage, get_connection


class ServerUnreachable(Exception):
    """Nothing is wrong with the letter; the server does not take any now."""


class LetterRefused(Exception):
    """The server refuses this letter; ``is_final`` when it always will."""

    def __init__(self, detail: str, *, is_final: bool, is_bounce: bool = False) -> None:
        super().__init__(detail)
        self.is_final = is_final
        self.is_bounce = is_bounce


class Mailbox:
    """Sends letters one by one; a context manager so that the connection always closes."""

    def __init__(self) -> None:
        self._connection = get_connection()

    def __enter__(self) -> Mailbox:
        try:
            self._connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise ServerUnreachable(str(error)) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()

    def send(self, letter: EmailMessage) -> None:
        """Hand one letter over, or raise one of the two errors of this module."""
        letter.connection = self._connection
        try:
            letter.send()
        except smtplib.SMTPRecipientsRefused as error:
            code, answer = next(iter(error.recipients.values()))
            raise _refusal(code, answer, is_bounce=True) from error
        except smtplib.SMTPServerDisconnected as error:
            raise ServerUnreachable(str(error)) from error
        except smtplib.SMTPResponseException as error:
            raise _refusal(error.smtp_code, error.smtp_error) from error
        except OSError as error:
            raise ServerUnreachable(str(error)) from error


def _refusal(code: int, answer: bytes | str, *, is_bounce: bool = False) -> LetterRefused:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    is_final = code >= 500
    return LetterRefused(f"{code} {text}", is_final=is_final, is_bounce=is_final and is_bounce)
