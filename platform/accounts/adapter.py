"""How allauth behaves on this portal: redirects, languages and the look of its mails."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.http import Http404, HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from accounts.models import User
from accounts.portal_site import PortalSite


class AccountAdapter(DefaultAccountAdapter):
    """Mails speak the recipient's language, as text and as HTML in the portal's layout."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send at once: a sign-in code never waits behind other mail."""
        user = context.get("user")
        language = getattr(user, "language", None) or translation.get_language()
        context = {**context, "current_site": PortalSite.from_settings()}
        with translation.override(language):
            super().send_mail(template_prefix, email, context)

    def write_to(self, user: User, template_prefix: str, context: dict[str, Any]) -> None:
        """Send a letter of the portal's own, also outside of a request."""
        page = {**context, "user": user, "current_site": PortalSite.from_settings()}
        with translation.override(user.language):
            self.render_mail(template_prefix, user.email, page).send()

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMultiAlternatives:
        """The text that allauth renders, and the same words in the HTML layout."""
        headers = {"Auto-Submitted": "auto-generated", **(headers or {})}
        message = super().render_mail(template_prefix, email, context, headers)
        if not message.alternatives:
            page = {
                "subject": message.subject,
                "text": message.body,
                "site_name": settings.SITE_NAME,
                "base_url": settings.BASE_URL,
                "language": translation.get_language(),
            }
            html = render_to_string("accounts/mail/message.html", page)
            message.attach_alternative(html, "text/html")
        return message


class ExternalAdapter(DefaultSocialAccountAdapter):
    """What the portal takes over from services by which people sign in: the name and address."""

    def get_app(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> SocialApp:
        """The service as the operator set it up; without that its addresses are not there."""
        try:
            return super().get_app(request, provider, client_id)
        except SocialApp.DoesNotExist as missing:
            raise Http404 from missing

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """The name in one piece, as our accounts have it."""
        user: User = super().populate_user(request, sociallogin, data)
        parts = [data.get("first_name") or "", data.get("last_name") or ""]
        name = " ".join(part for part in parts if part) or data.get("name") or ""
        user.display_name = name.strip()[:120]
        return user

    def get_signup_form_initial_data(self, sociallogin: SocialLogin) -> dict[str, Any]:
        """What the person only confirms."""
        initial: dict[str, Any] = super().get_signup_form_initial_data(sociallogin)
        return {**initial, "display_name": sociallogin.user.display_name}
