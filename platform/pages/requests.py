"""The type of requests as they reach the portal's views, after its middleware."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class PortalRequest(HttpRequest):
    """A request that knows whether HTMX asks for a part of the page."""

    htmx: HtmxDetails
