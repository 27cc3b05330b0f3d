"""The person who signs in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models.lowercase_email import LowercaseEmailField


class UserManager(BaseUserManager["User"]):
    """Creates users known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A user with ``email``; without ``password`` only other ways of sign-in work."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """An administrator of the portal."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. Roles come from memberships; administrators are staff."""

    email = LowercaseEmailField(
        _("adres e-mail"),
        unique=True,
        error_messages={"unique": _("Konto z tym adresem już istnieje.")},
    )
    display_name = models.CharField(
        _("imię i nazwisko"),
        max_length=120,
        db_collation="pl-x-icu",
        help_text=_("Tak podpiszemy Twoje uwagi i zgłoszenia."),
    )
    language = models.CharField(
        _("język wiadomości"), max_length=2, choices=settings.LANGUAGES, default="pl"
    )
    phone = models.CharField(
        _("telefon"),
        max_length=24,
        blank=True,
        help_text=_("Nieobowiązkowy. Widzą go tylko osoby, z którymi prowadzisz sprawę."),
    )
    is_active = models.BooleanField(
        _("aktywne"), default=True, help_text=_("Nieaktywne konto nie pozwala się zalogować.")
    )
    is_staff = models.BooleanField(
        _("administrator"), default=False, help_text=_("Ma dostęp do administracji portalu.")
    )
    date_joined = models.DateTimeField(_("data założenia"), default=timezone.now)
    deactivated_at = models.DateTimeField(
        _("wyłączono na prośbę osoby"), null=True, blank=True, editable=False
    )
    erased_at = models.DateTimeField(_("data usunięcia danych"), null=True, blank=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = _("konto")
        verbose_name_plural = _("konta")
        ordering = ["display_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(erased_at=None) | models.Q(is_active=False),
                name="erased_user_cannot_sign_in",
            ),
        ]

    def __str__(self) -> str:
        if self.erased_at:
            return gettext("usunięty użytkownik")
        return self.display_name or self.email

    def get_full_name(self) -> str:
        """The name shown to others."""
        return str(self)

    def get_short_name(self) -> str:
        """The first word of the name, for greetings."""
        return str(self).split()[0]
