"""Large data for the benchmark: one consultation of 300 units and 10,000 remarks.

Run by `make bench` with the portal's settings; writes its rows in bulk.
"""

import django

django.setup()

from datetime import timedelta  # noqa: E402 (Django must be set up first)

from django.utils import timezone  # noqa: E402

from consultations.domain import drafts, opening, stages  # noqa: E402
from consultations.models import (  # noqa: E402
    Channel,
    Consultation,
    ConsultationKind,
    Remark,
)
from documents.storing import store_bytes  # noqa: E402
from organizations.models import PublicBody  # noqa: E402

UNITS, REMARKS = 300, 10_000
SLUG = "wielki-projekt"


def draft_text() -> str:
    """A resolution of many sections."""
    sections = "\n".join(
        f"§ {number}. Zadanie numer {number} realizuje się we współpracy z organizacjami "
        "pozarządowymi, w formie powierzenia lub wspierania, zgodnie z przepisami ustawy."
        for number in range(1, UNITS + 1)
    )
    return f"UCHWAŁA NR …/2026\nw sprawie wielkiego projektu\n{sections}\n"


def main() -> None:
    """Create the consultation unless it is there."""
    if Consultation.objects.filter(slug=SLUG).exists():
        return
    today = timezone.localdate()
    consultation = opening.create_consultation(
        consultation=Consultation(
            title="Wielki projekt",
            kind=ConsultationKind.NORMATIVE_ACT,
            summary="Do pomiaru.",
            public_body=PublicBody.objects.get(kind="marshal"),
            unit="Biuro Pomiarów",
            legal_basis="art. 5",
            contact_name="Pomiar",
            contact_email="pomiar@example.org",
            opens_on=today,
            closes_on=today + timedelta(days=20),
        ),
        actor=None,
    )
    source = store_bytes(draft_text().encode(), name="wielki.txt", kind="txt")
    version = drafts.upload_draft(consultation=consultation, source=source, actor=None)
    drafts.read_draft_version(version.pk)
    consultation.refresh_from_db()
    stages.announce(consultation=consultation, actor=None)
    _write_remarks(consultation)


def _write_remarks(consultation: Consultation) -> None:
    units = list(consultation.units())
    now = timezone.now()
    Remark.objects.bulk_create(
        (
            Remark(
                consultation=consultation,
                number=number,
                version=consultation.current_version,
                provision=units[number % len(units)],
                submitter_name=f"Organizacja {number % 700}",
                channel=Channel.LETTER,
                received_on=now.date(),
                submitted_at=now,
                text=f"Uwaga {number}: prosimy o doprecyzowanie tego przepisu. " * 3,
            )
            for number in range(1, REMARKS + 1)
        ),
        batch_size=1000,
    )
    Consultation.objects.filter(pk=consultation.pk).update(last_remark_number=REMARKS)


if __name__ == "__main__":
    main()
