"""What the numbers in a mail server's refusal say of the address (RFC 3463)."""

from __future__ import annotations

import re

from notifications.models import ReportSort

_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
# Lasting refusals that say nothing of the address itself: a full mailbox (2.2), a letter too
# large (2.3, 3.4), trouble on the way (3, 4), and policy, mostly against us as senders (7).
_NOT_THE_ADDRESS = re.compile(r"(2\.2|2\.3|3\.\d+|4\.\d+|5\.\d+|6\.\d+|7\.\d+)")


def enhanced_code(text: str) -> str:
    """The first code such as 5.1.1 in a server's words, or nothing."""
    found = _ENHANCED.search(text)
    return found.group(0) if found else ""


def weight_of(code: str) -> ReportSort:
    """Whether a final refusal with this code means that the address will never take mail.

    Without a code a refusal is taken at its word.
    """
    if not code:
        return ReportSort.HARD
    number, _, rest = code.partition(".")
    if number != "5" or _NOT_THE_ADDRESS.fullmatch(rest):
        return ReportSort.SOFT
    return ReportSort.HARD
