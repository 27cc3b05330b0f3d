"""What a membership of any institution has in common.

Institutions (organizations, public bodies) belong to activities, which platform packages do
not know; so the concrete memberships stand beside the institutions and share this base.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MembershipBase(models.Model):
    """Binds a person to an institution with a role; concrete classes add both."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="%(class)ss",
    )
    is_active = models.BooleanField(
        _("czynne"), default=True, help_text=_("Nieczynne członkostwo nie daje żadnych uprawnień.")
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)

    class Meta:
        abstract = True
