"""The rule for each kind of consultation: delivered with the portal, edited in the admin."""

from __future__ import annotations

from typing import Any

from consultations.models import ConsultationKind, ConsultationRule
from consultations.models.rules import RequiredPart

_ACT = "ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku publicznego i o wolontariacie"
_COMMON = [
    RequiredPart.LEGAL_BASIS,
    RequiredPart.TERM,
    RequiredPart.SUMMARY,
    RequiredPart.DRAFT,
    RequiredPart.MEETING,
]
_LOCAL_WAY = (
    "Termin i sposób wyznacza uchwała organu stanowiącego (art. 5 ust. 5); konsultacje w regionie "
    "trwają 14–21 dni."
)

DELIVERED: dict[ConsultationKind, tuple[str, list[RequiredPart]]] = {
    ConsultationKind.ASSUMPTIONS: (f"Art. 5 ust. 2 pkt 3 {_ACT}. {_LOCAL_WAY}", _COMMON),
    ConsultationKind.NORMATIVE_ACT: (
        f"Art. 5 ust. 2 pkt 3 i ust. 5 {_ACT}. {_LOCAL_WAY} Opinię o projekcie wyraża także rada "
        "działalności pożytku publicznego.",
        [*_COMMON, RequiredPart.JUSTIFICATION, RequiredPart.COUNCIL],
    ),
    ConsultationKind.PROGRAMME: (
        f"Art. 5a ust. 1 {_ACT}: program uchwala się po konsultacjach. {_LOCAL_WAY} Projekt "
        "programu opiniuje rada: wojewódzka w 30 dni (art. 41a ust. 3), powiatowa i gminna w 14 "
        "dni (art. 41i ust. 2).",
        [*_COMMON, RequiredPart.COUNCIL],
    ),
    ConsultationKind.STRATEGY: (
        f"Art. 5 ust. 2 pkt 3 {_ACT}. {_LOCAL_WAY} Strategię rozwoju opiniuje rada działalności "
        "pożytku publicznego.",
        [*_COMMON, RequiredPart.COUNCIL],
    ),
    ConsultationKind.STANDARD: (f"Art. 5 ust. 5 {_ACT}. {_LOCAL_WAY}", _COMMON),
}


def rule_for(kind: str) -> ConsultationRule:
    """The rule in force; the delivered one where nobody stored another."""
    stored = ConsultationRule.objects.filter(kind=kind).first()
    return stored or _delivered(ConsultationKind(kind))


def load_rules() -> None:
    """Store the rules that are missing; those that administrators changed stay."""
    ConsultationRule.objects.bulk_create(
        [_delivered(kind) for kind in ConsultationKind], ignore_conflicts=True
    )


def load_after_migrate(using: str = "default", apps: Any = None, **kwargs: Any) -> None:
    """Signal handler of ``post_migrate``; see ``organizations.reference``."""
    known = apps is None or "consultationrule" in apps.all_models["consultations"]
    if using == "default" and known:
        load_rules()


def _delivered(kind: ConsultationKind) -> ConsultationRule:
    basis, parts = DELIVERED[kind]
    return ConsultationRule(kind=kind, legal_basis=basis, required_parts=[str(p) for p in parts])
