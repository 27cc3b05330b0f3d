"""Addresses of SAML: allauth's views, imported when somebody first asks for one.

The SAML libraries take 17 MB, which processes of installations without SAML do without.
"""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt


def login(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Send the person to the service with a request of ours."""
    return _view("login", request, organization_slug)


@csrf_exempt
def acs(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Take the service's form; it comes from another site, so the session's cookie does not."""
    return _view("acs", request, organization_slug)


def finish_acs(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Check the answer and sign in; what is not XML at all is refused like any wrong answer."""
    from lxml.etree import XMLSyntaxError

    try:
        return _view("finish_acs", request, organization_slug)
    except XMLSyntaxError:
        provider = _app(request, organization_slug).get_provider(request)
        response: HttpResponse = render_authentication_error(request, provider)
        return response


@csrf_exempt
def sls(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """End the session when the service asks for it."""
    return _view("sls", request, organization_slug)


def metadata(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """What the service must know of us."""
    return _view("metadata", request, organization_slug)


def _view(name: str, request: HttpRequest, slug: str) -> HttpResponse:
    _app(request, slug)
    from allauth.socialaccount.providers.saml import views

    response: HttpResponse = getattr(views, name)(request, organization_slug=slug)
    return response


def _app(request: HttpRequest, slug: str) -> Any:
    try:
        return get_adapter(request).get_app(request, provider="saml", client_id=slug)
    except SocialApp.DoesNotExist:
        raise Http404 from None


_ONE = "saml/<slug:organization_slug>/"
urlpatterns = [
    path(f"{_ONE}login/", login, name="saml_login"),
    path(f"{_ONE}acs/", acs, name="saml_acs"),
    path(f"{_ONE}acs/finish/", finish_acs, name="saml_finish_acs"),
    path(f"{_ONE}sls/", sls, name="saml_sls"),
    path(f"{_ONE}metadata/", metadata, name="saml_metadata"),
]
