"""The body that runs the portal and answers for it, as the settings tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings


@dataclass(frozen=True)
class Operator:
    """Who publishes the portal and whom to write to."""

    name: str
    address: str
    email: str
    phone: str
    data_protection_email: str


@dataclass(frozen=True)
class AccessibilityFacts:
    """The dates and status that the law wants in the accessibility declaration."""

    portal_published_on: date
    portal_changed_on: date
    declared_on: date
    reviewed_on: date
    contact_name: str


def operator() -> Operator:
    """The operator from the settings."""
    return Operator(
        name=settings.OPERATOR_NAME,
        address=settings.OPERATOR_ADDRESS,
        email=settings.OPERATOR_EMAIL,
        phone=settings.OPERATOR_PHONE,
        data_protection_email=settings.OPERATOR_DATA_PROTECTION_EMAIL,
    )


def accessibility_facts() -> AccessibilityFacts:
    """The facts of the accessibility declaration from the settings."""
    return AccessibilityFacts(
        portal_published_on=settings.PORTAL_PUBLISHED_ON,
        portal_changed_on=settings.PORTAL_CHANGED_ON,
        declared_on=settings.ACCESSIBILITY_DECLARED_ON,
        reviewed_on=settings.ACCESSIBILITY_REVIEWED_ON,
        contact_name=settings.ACCESSIBILITY_CONTACT_NAME,
    )
