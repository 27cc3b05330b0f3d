"""What a person wants to hear, how and when."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class EmailPace(models.TextChoices):
    """How quickly e-mail comes."""

    AT_ONCE = "at_once", _("od razu")
    DAILY = "daily", _("raz dziennie")
    WEEKLY = "weekly", _("raz w tygodniu")
    NEVER = "never", _("wcale")


class KindPreference(models.Model):
    """A person's choice for one kind of event; without a row the kind's defaults hold."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="kind_preferences",
    )
    kind = models.CharField(_("rodzaj"), max_length=80)
    inbox = models.BooleanField(_("skrzynka na portalu"), default=True)
    email = models.CharField(
        _("e-mail"), max_length=8, choices=EmailPace.choices, default=EmailPace.AT_ONCE
    )
    push = models.BooleanField(_("powiadomienie na urządzeniu"), default=False)

    class Meta:
        verbose_name = _("wybór powiadomień")
        verbose_name_plural = _("wybory powiadomień")
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="one_preference_per_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.get_email_display()}"


class NotificationSettings(models.Model):
    """A person's choices that hold for all kinds."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="notification_settings",
    )
    email_paused = models.BooleanField(
        _("wstrzymaj wszystkie e-maile"),
        default=False,
        help_text=_("Nie dotyczy wiadomości potrzebnych do zalogowania."),
    )
    quiet_from = models.TimeField(_("cisza od"), null=True, blank=True)
    quiet_until = models.TimeField(_("cisza do"), null=True, blank=True)
    feed_token = models.UUIDField(
        _("klucz kanału Atom"), default=uuid.uuid4, unique=True, editable=False
    )

    class Meta:
        verbose_name = _("ustawienia powiadomień")
        verbose_name_plural = _("ustawienia powiadomień")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="quiet_hours_have_both_ends",
                violation_error_message=_("Podaj i początek, i koniec ciszy."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} #{self.user_id}"
