"""An organization's visiting card (vCard 4.0, RFC 6350) for address books."""

from __future__ import annotations

from django.conf import settings

from organizations.models import Organization

# Lines longer than this many octets are folded, as the standard asks.
LINE_LENGTH = 75


def vcard(organization: Organization) -> str:
    """The card; empty values are left out."""
    address = [
        "",
        "",
        organization.street_address,
        organization.town,
        organization.county.full_name if organization.county else "",
        organization.postal_code,
        "Polska",
    ]
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        f"FN:{_escaped(organization.name)}",
        f"ORG:{_escaped(organization.name)}",
        f"ADR;TYPE=work:{';'.join(_escaped(part) for part in address)}",
        _line("TEL;TYPE=work", organization.phone),
        _line("EMAIL", organization.email),
        _line("URL", organization.website),
        _line("NOTE", organization.mission),
        _place(organization),
        f"SOURCE:{settings.BASE_URL}{organization.get_absolute_url()}",
        f"REV:{organization.updated_at:%Y%m%dT%H%M%SZ}",
        "END:VCARD",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines if line)


def _line(name: str, value: str) -> str:
    return f"{name}:{_escaped(value)}" if value else ""


def _place(organization: Organization) -> str:
    if organization.latitude is None or organization.longitude is None:
        return ""
    return f"GEO:geo:{organization.latitude},{organization.longitude}"


def _escaped(value: str) -> str:
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return value.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode()) > LINE_LENGTH - 1:
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece])
