"""The button that follows a thing."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import models

from notifications.domain.subscriptions import is_following

register = template.Library()


@register.inclusion_tag("notifications/follow_button.html", takes_context=True)
def follow_button(context: template.Context, target: models.Model) -> dict[str, Any]:
    """``{% follow_button consultation %}``: follow or stop following, for whoever reads."""
    request = context["request"]
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "label": target._meta.label_lower,
        "pk": target.pk,
        "following": is_following(request.user, target),
    }
