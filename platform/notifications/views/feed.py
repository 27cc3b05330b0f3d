"""The inbox as an Atom feed for feed readers, opened by a private token."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import feedgenerator, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from notifications import kinds
from notifications.domain.inbox import entries
from notifications.domain.letters import absolute, mail_domain
from notifications.models import NotificationSettings

LENGTH = 50


@require_GET
def feed(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """The newest entries of the inbox; private, so kept out of shared caches and search."""
    rows = NotificationSettings.objects.select_related("user").filter(user__is_active=True)
    user = get_object_or_404(rows, feed_token=token).user
    with translation.override(user.language):
        generator = feedgenerator.Atom1Feed(
            title=_("Powiadomienia – %(site)s") % {"site": settings.SITE_NAME},
            link=absolute(reverse("notifications:inbox")),
            description="",
            language=user.language,
            feed_url=absolute(request.path),
        )
        for delivery in entries(user)[:LENGTH]:
            kind = kinds.find(delivery.event.kind)
            if kind is None:
                continue
            generator.add_item(
                title=kind.title_for(delivery.event.context),
                link=absolute(reverse("notifications:go_to", args=[delivery.pk])),
                description=kind.body_for(delivery.event.context),
                unique_id=f"tag:{mail_domain()},2026:notification:{delivery.pk}",
                updateddate=delivery.created_at,
            )
    response = HttpResponse(generator.writeString("utf-8"), content_type=generator.content_type)
    response["Cache-Control"] = "private, max-age=300"
    response["X-Robots-Tag"] = "noindex"
    return response
