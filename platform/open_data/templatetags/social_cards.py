"""What a shared link shows: title, description, address and picture."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.db.models import Model
from django.templatetags.static import static
from django.utils.safestring import SafeString

from pages import cards
from pages.cards import CardLink

register = template.Library()
CARD = "img/social-card.png"


@register.simple_block_tag
def once(content: str) -> str:
    """Render what stands inside once, to be shown in several places: ``{% once as x %}``."""
    return SafeString(content.strip())


@register.simple_tag(takes_context=True)
def canonical_url(context: dict[str, Any]) -> str:
    """The page's own address, without what was searched for; empty when there is no request."""
    request = context.get("request")
    return f"{settings.BASE_URL}{request.path}" if request else ""


@register.simple_tag
def card_of(subject: Model | None) -> CardLink:
    """The picture of the page that tells of ``subject``; the portal's own where there is none.

    Other sites need full addresses.
    """
    own = cards.link_to(subject) if subject is not None else None
    return own or CardLink(f"{settings.BASE_URL}{static(CARD)}", "")
