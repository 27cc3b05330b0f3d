"""The person's own data and how they protect the account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.domain.memberships import memberships_of
from accounts.forms import ProfileForm
from accounts.in_person import in_person
from accounts.permissions import holds_power
from accounts.views.signed_in import SignedInRequest


@login_required
@in_person
@require_http_methods(["GET", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    """Name, telephone, language of messages, and the memberships held."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if form.is_valid():
        user = form.save()
        with translation.override(user.language):
            messages.success(request, _("Zapisaliśmy zmiany w profilu."))
        return redirect("accounts:profile")
    context = {"form": form, "memberships": memberships_of(request.user)}
    return render(request, "accounts/profile.html", context)


@login_required
@in_person
def security(request: SignedInRequest) -> HttpResponse:
    """One page from which every way of sign-in is managed."""
    user = request.user
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "addresses": EmailAddress.objects.filter(user=user).order_by("-primary", "email"),
        "has_password": user.has_usable_password(),
        "has_totp": Authenticator.Type.TOTP in kinds,
        "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
        "has_recovery_codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "holds_power": holds_power(user),
        "providers": get_adapter(request).list_providers(request),
        "connected": SocialAccount.objects.filter(user=user),
    }
    return render(request, "accounts/security.html", context)
