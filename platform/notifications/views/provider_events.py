"""Where mail providers report bounces and complaints."""

from __future__ import annotations

import logging
from typing import Any

from anymail.exceptions import AnymailConfigurationError
from anymail.signals import tracking
from anymail.urls import urlpatterns as provider_addresses
from django.conf import settings
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt

from notifications.domain.provider_events import take_event

logger = logging.getLogger(__name__)

_VIEWS = {
    str(pattern.pattern).removesuffix("/tracking/"): pattern.callback
    for pattern in provider_addresses
    if str(pattern.pattern).endswith("/tracking/")
}


@csrf_exempt  # a provider has no cookies of ours; the secret, and its signature, are the authority
def provider_events(request: HttpRequest, provider: str) -> HttpResponse:
    """Pass a report on to the reader of this provider, which checks secret and signature.

    Only providers named in ``MAIL_WEBHOOK_PROVIDERS`` have an address, and none has one while
    there is no secret: anybody could stop anybody's mail.
    """
    view = _VIEWS.get(provider)
    is_open = provider in settings.MAIL_WEBHOOK_PROVIDERS and settings.ANYMAIL["WEBHOOK_SECRET"]
    if view is None or not is_open:
        raise Http404
    try:
        answer: HttpResponse = view(request)
    except AnymailConfigurationError as error:
        logger.error("Reports of %s cannot be taken: %s", provider, error)
        raise Http404 from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        logger.warning("A report of %s could not be read: %r", provider, error)
        return HttpResponseBadRequest()
    return answer


@receiver(tracking, dispatch_uid="notifications.provider_events")
def _take(sender: object, event: Any, esp_name: str, **kwargs: object) -> None:
    take_event(event, esp_name)
