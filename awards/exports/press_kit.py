"""The press kit: who won and why, with pictures, in one file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from awards.models import Award, Edition
from documents.exports.description import Block, Heading, KeyValues, Paragraph, Report
from documents.exports.registry import write_report


def press_kit(edition: Edition, awards: Sequence[Award], created_at: datetime) -> bytes:
    """A ZIP with the note as DOCX and PDF, and the laureates' pictures."""
    report = _note(edition, awards, created_at)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as kit:
        for format in ("docx", "pdf"):
            note = io.BytesIO()
            write_report(report, format, note)
            kit.writestr(f"laureaci-{edition.year}.{format}", note.getvalue())
        for award in awards:
            if award.photo:
                suffix = award.photo.original_name.rpartition(".")[2]
                stem = re.sub(r"[^\w-]+", "-", award.name)[:60].strip("-")
                with award.photo.file.open("rb") as picture:
                    kit.writestr(f"zdjecia/{award.pk}-{stem}.{suffix}", picture.read())
    return stream.getvalue()


def _note(edition: Edition, awards: Sequence[Award], created_at: datetime) -> Report:
    blocks: list[Block] = [Paragraph(edition.competition.summary)]
    for award in awards:
        blocks += [
            Heading(1, award.name),
            KeyValues(
                [
                    (_("Nagroda"), award.get_distinction_display()),
                    (_("Kategoria"), award.category.name),
                    (_("Powiat"), str(award.county or "–")),
                ]
            ),
            Paragraph(award.citation),
        ]
        if award.photo_text:
            blocks.append(Paragraph(_("Na zdjęciu: %(text)s") % {"text": award.photo_text}))
    blocks += [
        Heading(1, _("O konkursie")),
        Paragraph(edition.competition.description),
        KeyValues([(_("Kontakt dla mediów"), edition.competition.contact_email)]),
    ]
    return Report(
        title=_("Laureaci: %(edition)s") % {"edition": edition},
        subtitle=edition.gala_title,
        language="pl",
        created_at=created_at,
        publisher=edition.competition.public_body.name,
        blocks=blocks,
    )
