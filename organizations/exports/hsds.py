"""The directory as Open Referral HSDS 3.0 (Human Services Data Specification)."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings

from organizations.models import Organization

# HSDS wants UUIDs; these follow from our addresses, so they stay the same in every export.
NAMESPACE = uuid.NAMESPACE_URL


def hsds_organization(organization: Organization) -> dict[str, Any]:
    """One organization with its seat, phone and register numbers."""
    profile = f"{settings.BASE_URL}{organization.get_absolute_url()}"
    return {
        "id": _id(profile),
        "name": organization.name,
        "alternate_name": organization.short_name,
        "description": organization.description or organization.mission,
        "email": organization.email,
        "website": organization.website,
        "legal_status": str(organization.get_legal_form_display()),
        "year_incorporated": organization.registered_on.year
        if organization.registered_on
        else None,
        "uri": profile,
        "organization_identifiers": [
            {
                "id": _id(f"{profile}#{scheme}"),
                "identifier_scheme": scheme,
                "identifier_type": name,
                "identifier": value,
            }
            for scheme, name, value in (
                ("PL-KRS", "KRS", organization.krs),
                ("PL-NIP", "NIP", organization.nip),
                ("PL-REGON", "REGON", organization.regon),
            )
            if value
        ],
        "phones": [{"id": _id(f"{profile}#phone"), "number": organization.phone}]
        if organization.phone
        else [],
        "locations": [_location(organization, profile)] if organization.town else [],
    }


def _location(organization: Organization, profile: str) -> dict[str, Any]:
    return {
        "id": _id(f"{profile}#seat"),
        "location_type": "physical",
        "latitude": organization.latitude,
        "longitude": organization.longitude,
        "addresses": [
            {
                "id": _id(f"{profile}#address"),
                "address_1": organization.street_address,
                "city": organization.town,
                "region": organization.county.full_name if organization.county else "",
                "state_province": "opolskie",
                "postal_code": organization.postal_code,
                "country": "PL",
                "address_type": "physical",
            }
        ],
    }


def _id(address: str) -> str:
    return str(uuid.uuid5(NAMESPACE, address))
