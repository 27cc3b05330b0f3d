"""Who follows what."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Subscription(models.Model):
    """A person follows a thing of any kind."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="subscriptions",
    )
    target_type = models.ForeignKey(
        ContentType, verbose_name=_("rodzaj"), on_delete=models.CASCADE, related_name="+"
    )
    target_id = models.CharField(_("numer"), max_length=64)
    target = GenericForeignKey("target_type", "target_id")
    created_at = models.DateTimeField(_("od kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("obserwowanie")
        verbose_name_plural = _("obserwowane")
        ordering = ["-pk"]
        constraints = [
            # The order of fields lets the expansion of an event walk over followers by this index.
            models.UniqueConstraint(
                fields=["target_type", "target_id", "user"], name="one_subscription_per_target"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} → {self.target_type_id}:{self.target_id}"
