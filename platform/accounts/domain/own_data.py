"""What this app itself holds about people, for export and erasure."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.domain.accesses import accesses_to
from accounts.domain.memberships import memberships_of
from accounts.models import Consent, Impersonation, User
from accounts.privacy import PersonalData, Rows

ACCOUNT_FIELDS = ("email", "display_name", "phone", "language", "date_joined", "last_login")
CONSENT_FIELDS = (
    "purpose",
    "text_version",
    "statement",
    "language",
    "given_at",
    "withdrawn_at",
)


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(key="konto", label=_("Konto"), export=_account, obstacles=_last_administrator)
    )
    privacy.register(
        PersonalData(key="adresy-e-mail", label=_("Adresy e-mail"), export=_email_addresses)
    )
    privacy.register(
        PersonalData(key="sposoby-logowania", label=_("Sposoby logowania"), export=_authenticators)
    )
    # Consents stay as evidence; without the name they are nobody's.
    privacy.register(PersonalData(key="zgody", label=_("Zgody"), export=_consents))
    privacy.register(PersonalData(key="czlonkostwa", label=_("Członkostwa"), export=_memberships))
    # The record of who acted in a person's name outlives the account, without the name.
    privacy.register(
        PersonalData(
            key="dzialania-administratora",
            label=_("Działania administratora w Twoim imieniu"),
            export=_impersonations,
        )
    )
    # Evidence of what officials did stays; the row of the person seen has no name any more.
    privacy.register(
        PersonalData(key="wglady-w-dane", label=_("Kto widział Twoje dane"), export=_accesses)
    )


def _account(user: User) -> Rows:
    return User.objects.filter(pk=user.pk).values(*ACCOUNT_FIELDS)


def _email_addresses(user: User) -> Rows:
    return EmailAddress.objects.filter(user=user).values("email", "verified", "primary")


def _authenticators(user: User) -> Rows:
    """The ways of sign-in without their secrets."""
    yield from Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")
    yield from SocialAccount.objects.filter(user=user).values(
        "provider", "date_joined", "last_login"
    )


def _consents(user: User) -> Rows:
    return Consent.objects.filter(user=user).values(*CONSENT_FIELDS)


def _memberships(user: User) -> Rows:
    for membership in memberships_of(user):
        yield {
            "institution": str(membership.institution),
            "role": str(membership.role_label),
            "since": membership.created_at,
        }


def _impersonations(user: User) -> Rows:
    return Impersonation.objects.filter(person=user).values("reason", "started_at", "ended_at")


def _accesses(user: User) -> Rows:
    for access in accesses_to(user).iterator(chunk_size=500):
        yield {
            "kind": access.kind_label,
            "by": str(access.viewer),
            "about": access.about,
            "reason": access.reason,
            "taken": access.was_taken,
            "seen_at": access.seen_at,
        }


def _last_administrator(user: User) -> Iterable[str]:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and not others.exists():
        yield _now("Jesteś jedynym administratorem portalu. Najpierw nadaj te uprawnienia komuś.")
