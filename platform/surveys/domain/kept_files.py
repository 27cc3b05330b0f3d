"""Files of results, remembered for some minutes.

Anybody may ask for the results of a published survey, and typesetting a report takes a second of
the processor. While answers still come nothing is remembered.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO, cast

from django.core.cache import cache
from django.utils.translation import get_language
from redis import RedisError

from surveys.domain.reporting import write_results
from surveys.domain.tallying import state_of
from surveys.models import Survey

KEPT_SECONDS = 10 * 60
MOST_KEPT_BYTES = 3 * 1024 * 1024
SPOOL_BYTES = 5 * 1024 * 1024


def results_file(survey: Survey, format: str) -> BinaryIO:
    """The public results in ``format`` (a key of ``documents.exports.FORMATS``), to be read."""
    if not survey.is_over:
        return _made(survey, format)
    key = f"surveys:file:{state_of(survey)}:{get_language()}:{format}"
    kept: bytes | None = None
    with suppress(RedisError):  # made for each reader then, that is all
        kept = cache.get(key)
    if kept is not None:
        return BytesIO(kept)
    made = _made(survey, format)
    content = made.read(MOST_KEPT_BYTES + 1)
    if len(content) <= MOST_KEPT_BYTES:
        with suppress(RedisError):
            cache.set(key, content, KEPT_SECONDS)
    made.seek(0)
    return made


def filled(write: Callable[[BinaryIO], None]) -> BinaryIO:
    """What ``write`` writes, to be read; closed by the response that sends it."""
    stream = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES))  # noqa: SIM115
    write(stream)
    stream.seek(0)
    return stream


def _made(survey: Survey, format: str) -> BinaryIO:
    return filled(lambda stream: write_results(survey, format, stream))
