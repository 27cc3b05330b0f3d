"""A poster of one A4 page with a code that leads to a page of the portal (PDF/UA-1)."""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import segno

from documents.exports.cells import clean_text
from documents.exports.typography import drawn, printed
from documents.typesetting.orders import POSTER_TEMPLATE, TypesettingFailed, typeset

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Poster:
    """What stands on the poster; ``parts`` are titles with short texts below the code."""

    title: str
    kicker: str
    lead: str
    call: str
    address: str
    code_description: str
    publisher: str
    notice: str
    parts: Sequence[tuple[str, str]] = ()
    language: str = "pl"


def write_poster(poster: Poster, stream: BinaryIO) -> None:
    """Write the poster as PDF."""
    with tempfile.TemporaryDirectory(prefix="poster-") as name:
        folder = Path(name)
        data, code, output = folder / "poster.json", folder / "code.svg", folder / "poster.pdf"
        data.write_text(json.dumps(_data(poster), ensure_ascii=False), encoding="utf-8")
        segno.make(poster.address, error="q", micro=False).save(str(code), border=2, light="#fff")
        files = {"main.typ": POSTER_TEMPLATE, "poster.json": data, "code.svg": code}
        try:
            typeset(files, output, inputs={}, standards=["ua-1"])
        except TypesettingFailed as error:
            # A poster that is tagged but not declared is better than none.
            logger.warning("A poster breaks PDF/UA-1: %s", error)
            typeset(files, output, inputs={})
        with output.open("rb") as done:
            shutil.copyfileobj(done, stream)


def _data(poster: Poster) -> dict[str, object]:
    return {
        "plain_title": drawn(clean_text(poster.title)),
        "title": printed(clean_text(poster.title)),
        "kicker": printed(clean_text(poster.kicker)),
        "lead": printed(clean_text(poster.lead)),
        "call": printed(clean_text(poster.call)),
        "address": poster.address,
        "shown_address": poster.address.split("://", 1)[-1],
        "code_alt": drawn(clean_text(poster.code_description)),
        "publisher": printed(clean_text(poster.publisher)),
        "notice": printed(clean_text(poster.notice)),
        "language": poster.language,
        "parts": [
            {"title": printed(clean_text(title)), "text": printed(clean_text(text))}
            for title, text in poster.parts
        ],
    }
