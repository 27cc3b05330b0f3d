"""Diplomas for laureates and certificates for nominees, set by Typst as tagged PDF."""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from awards.models import Award, Distinction, Edition, Nomination
from documents.exports.typography import bound, drawn
from documents.typesetting.orders import TypesettingFailed, typeset

logger = logging.getLogger(__name__)
TEMPLATE = Path(__file__).parent / "diploma.typ"


def diplomas_pdf(edition: Edition, awards: Iterable[Award]) -> bytes:
    """A page for each award, in Polish: the language of the procedure."""
    with translation.override("pl"):
        return _typeset(edition, _("Dyplomy"), [_diploma(edition, award) for award in awards])


def certificates_pdf(edition: Edition, nominations: Iterable[Nomination]) -> bytes:
    """A page of thanks for each nominee; it says nothing of the verdict."""
    with translation.override("pl"):
        pages = [_certificate(edition, nomination) for nomination in nominations]
        return _typeset(edition, _("Podziękowania"), pages)


def _diploma(edition: Edition, award: Award) -> dict[str, Any]:
    what = {
        Distinction.LAUREATE: _("nagroda w kategorii"),
        Distinction.MENTION: _("wyróżnienie w kategorii"),
        Distinction.SPECIAL: _("nagroda specjalna"),
        Distinction.AUDIENCE: _("nagroda publiczności w kategorii"),
    }[Distinction(award.distinction)]
    return _page(edition) | {
        "heading": _("Dyplom"),
        "lead": _("otrzymuje"),
        "name": _set(award.name),
        "what": _set(what),
        "category": _set(award.category.name),
        "citation": _set(award.citation),
    }


def _certificate(edition: Edition, nomination: Nomination) -> dict[str, Any]:
    return _page(edition) | {
        "heading": _("Podziękowanie"),
        "lead": _("dla"),
        "name": _set(nomination.nominee_name),
        "what": _("za udział wśród nominowanych w kategorii"),
        "category": _set(nomination.category.name),
        "citation": _set(nomination.summary),
    }


def _page(edition: Edition) -> dict[str, Any]:
    day = date_format(timezone.localtime(edition.results_at), "DATE_FORMAT")
    foot = " · ".join(part for part in (edition.resolution, day) if part)
    return {
        "competition": _set(str(edition)),
        "signatures": [_("Organizator"), _("Przewodnictwo kapituły")],
        "foot": _set(f"{edition.competition.public_body.name}\n{foot}"),
    }


def _set(text: str) -> str:
    """No line ends with a one-letter word, and no character is missing in the fonts."""
    return bound(drawn(text))


def _typeset(edition: Edition, title: str, pages: list[dict[str, Any]]) -> bytes:
    data = {
        "title": f"{title}: {edition}",
        "publisher": edition.competition.public_body.name,
        "pages": pages,
    }
    with tempfile.TemporaryDirectory(prefix="diplomas-") as name:
        source, output = Path(name) / "diplomas.json", Path(name) / "diplomas.pdf"
        source.write_text(json.dumps(data), encoding="utf-8")
        files = {"main.typ": TEMPLATE, "diplomas.json": source}
        try:
            typeset(files, output, inputs={}, standards=["ua-1"])
        except TypesettingFailed as error:
            # A diploma that is not declared accessible is better than none.
            logger.warning("A diploma breaks PDF/UA-1: %s", error)
            typeset(files, output, inputs={})
        return output.read_bytes()
