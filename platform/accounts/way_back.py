"""Where a form asks to lead back to."""

from __future__ import annotations

from django.utils.http import url_has_allowed_host_and_scheme


def leads_back(address: str) -> bool:
    """Whether ``address``, sent by a browser, is a path of this portal and not of another site."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
