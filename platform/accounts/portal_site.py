"""The portal's name and host for mails, taken from settings instead of the Host header."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings


@dataclass(frozen=True)
class PortalSite:
    """What allauth's templates expect of ``current_site``."""

    name: str
    domain: str

    @classmethod
    def from_settings(cls) -> PortalSite:
        """The site that this installation serves."""
        return cls(name=settings.SITE_NAME, domain=urlsplit(settings.BASE_URL).netloc)
