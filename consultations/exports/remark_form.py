"""The "formularz uwag": what stands on it, whatever the format it is filled in.

Each row carries a hidden key (version and eId of its unit), so that the office can take a filled
form in without asking which unit a row is about; what people write by hand is read as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultations.models import Consultation

EMPTY_ROWS = 10
# Around a hidden key, so that it is known again when a program has made it visible.
KEY_OPENS, KEY_CLOSES = "⟦", "⟧"
WHOLE_KEY = "całość"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row to be filled: one unit, the whole draft, or nothing yet."""

    key: str
    citation: str
    text: str


@dataclass(frozen=True, slots=True)
class RemarkForm:
    """The whole form in the active language."""

    consultation_key: str
    title: str
    subtitle: str
    publisher: str
    facts: Sequence[tuple[str, str]]
    instructions: Sequence[str]
    questions: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[FormRow]
    notice: str


def describe_form(
    consultation: Consultation,
    rows: Sequence[FormRow],
    *,
    address: str,
    notice: str,
    title: str,
    instructions: Sequence[str],
) -> RemarkForm:
    """The form of ``consultation``; ``address`` is its page on the portal.

    ``title`` and ``instructions`` are the office's own; the questions and columns are not,
    since filled forms are read by them.
    """
    version = consultation.current_version
    number = version.number if version else 1
    return RemarkForm(
        consultation_key=f"{consultation.slug}",
        title=title,
        subtitle=consultation.title,
        publisher=consultation.public_body.name,
        facts=_facts(consultation, number, address),
        instructions=instructions,
        questions=[
            _("Zgłaszający (imię i nazwisko albo nazwa organizacji)"),
            _("Numer KRS lub NIP organizacji"),
            _("E-mail lub telefon (nie zostanie opublikowany)"),
            _("Data wypełnienia"),
        ],
        columns=[
            _("Lp."),
            _("Jednostka redakcyjna"),
            _("Treść projektu"),
            _("Uwaga"),
            _("Proponowane brzmienie"),
            _("Uzasadnienie"),
        ],
        rows=[*rows, *[FormRow("", "", "")] * EMPTY_ROWS],
        notice=notice,
    )


def _facts(consultation: Consultation, version: int, address: str) -> list[tuple[str, str]]:
    contact = [consultation.contact_name, consultation.contact_email, consultation.contact_phone]
    return [
        (_("Prowadzi"), f"{consultation.public_body.name}, {consultation.unit}"),
        (_("Wersja projektu"), str(version)),
        (
            _("Uwagi przyjmujemy"),
            _("od %(first)s do %(last)s")
            % {
                "first": date_format(consultation.opens_on),
                "last": date_format(consultation.closes_on),
            },
        ),
        (_("Kontakt"), ", ".join(filter(None, contact))),
        (_("Strona konsultacji"), address),
    ]
