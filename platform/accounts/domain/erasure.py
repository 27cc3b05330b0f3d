"""Erasing a person while what they did in public stays (art. 17(3) RODO).

The row of the account remains without any personal data, so that remarks, votes and
signatures keep an author: "usunięty użytkownik".
"""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from accounts import privacy
from accounts.domain.memberships import membership_models
from accounts.models import User

ERASED_NAME = "usunięty użytkownik"


class CannotEraseYet(Exception):
    """Something must be settled first; ``obstacles`` says what, in the person's language."""

    def __init__(self, obstacles: list[str]) -> None:
        super().__init__("; ".join(obstacles))
        self.obstacles = obstacles


def obstacles_to_erasure(user: User) -> list[str]:
    """What must be settled before the account can go."""
    return [text for source in privacy.sources() for text in source.obstacles(user)]


@transaction.atomic
def erase_user(user: User) -> User:
    """Erase personal data everywhere, then empty the account's own row."""
    user = User.objects.select_for_update().get(pk=user.pk)
    if obstacles := obstacles_to_erasure(user):
        raise CannotEraseYet(obstacles)
    for source in privacy.sources():
        source.erase(user)
    for model in membership_models():
        model._default_manager.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()
    _forget_in_admin_log(user)
    _empty(user)
    return user


def _forget_in_admin_log(user: User) -> None:
    about = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk)
    )
    about.update(object_repr=ERASED_NAME, change_message="")


def _empty(user: User) -> None:
    user.email = f"usuniete-{user.pk}@usuniete.invalid"
    user.display_name = ERASED_NAME
    user.phone = ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.deactivated_at = None
    user.erased_at = timezone.now()
    # A changed password also ends every session of the account.
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
