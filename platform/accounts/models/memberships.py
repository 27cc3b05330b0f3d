"""What a membership of any institution has in common.

Institutions (organizations, public bodies) belong to activities, which platform packages do
not know; so the concrete memberships stand beside the institutions and share this base.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MembershipBase(models.Model):
    """Binds a person to an institution with a role.

    A concrete class adds one foreign key to its institution and a ``role`` with choices.
    """

    # True where the person acts for a public authority: such accounts need a second factor.
    is_official: ClassVar[bool] = False

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

    @classmethod
    def institution_field(cls) -> str:
        """Name of the foreign key to the institution: the only one besides the person."""
        names = [field.name for field in cls._meta.fields if field.many_to_one]
        (name,) = (name for name in names if name != "user")
        return name

    @property
    def institution(self) -> models.Model:
        """The organization or public body."""
        institution: models.Model = getattr(self, self.institution_field())
        return institution

    @property
    def role_label(self) -> str:
        """The role in the reader's language."""
        label: str = self.get_role_display()  # type: ignore[attr-defined]
        return label
