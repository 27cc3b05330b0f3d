"""Addresses of SAML: allauth's, with an end of sign-in that rubbish does not break."""

from __future__ import annotations

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.saml import urls, views
from allauth.socialaccount.providers.saml.utils import get_app_or_404
from django.http import HttpRequest, HttpResponse
from django.urls import path
from lxml.etree import XMLSyntaxError


@login_not_required
def finish_acs(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Check the answer and sign in; what is not XML at all is refused like any wrong answer."""
    app = get_app_or_404(request, organization_slug)
    try:
        response: HttpResponse = views.finish_acs(request, organization_slug=organization_slug)
    except XMLSyntaxError:
        return render_authentication_error(request, app.get_provider(request))
    return response


urlpatterns = [
    path("saml/<slug:organization_slug>/acs/finish/", finish_acs, name="saml_finish_acs"),
    *urls.urlpatterns,
]
