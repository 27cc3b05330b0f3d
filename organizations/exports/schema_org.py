"""What a profile tells search engines (schema.org, JSON-LD)."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from organizations.models import Organization


def schema_org(organization: Organization) -> dict[str, Any]:
    """The organization as a schema.org NGO; empty values are left out."""
    described = {
        "@context": "https://schema.org",
        "@type": "NGO",
        "@id": f"{settings.BASE_URL}{organization.get_absolute_url()}",
        "name": organization.name,
        "alternateName": [name for name in [organization.short_name] if name]
        + organization.former_names,
        "description": organization.mission or organization.description[:300],
        "url": organization.website,
        "email": organization.email,
        "telephone": organization.phone,
        "foundingDate": _day(organization.registered_on),
        "dissolutionDate": _day(organization.struck_off_on),
        "taxID": organization.nip,
        "identifier": _identifiers(organization),
        "nonprofitStatus": "NonprofitType" if organization.has_opp_status else "",
        "knowsLanguage": organization.languages,
        "knowsAbout": [str(field) for field in organization.benefit_fields.all()],
        "address": _without_empty(
            {
                "@type": "PostalAddress",
                "streetAddress": organization.street_address,
                "postalCode": organization.postal_code,
                "addressLocality": organization.town,
                "addressRegion": organization.county.full_name if organization.county else "",
                "addressCountry": "PL",
            }
        ),
    }
    return _without_empty(described)


def _identifiers(organization: Organization) -> list[dict[str, str]]:
    numbers = {"KRS": organization.krs, "REGON": organization.regon}
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in numbers.items()
        if value
    ]


def _day(value: Any) -> str:
    return value.isoformat() if value else ""


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
