"""What a version changed in the one before it, why, and which remarks led to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from consultations.models.drafts import Provision


class ChangeStatus(models.TextChoices):
    """What became of a unit; a unit that stayed as it was has no row."""

    CHANGED = "changed", _("zmieniona treść")
    RENUMBERED = "renumbered", _("nowe oznaczenie")
    MOVED = "moved", _("przeniesiona")
    ADDED = "added", _("dodana")
    REMOVED = "removed", _("usunięta")


class ProvisionChange(models.Model):
    """One changed unit of a version, with the reason that the public reads."""

    version = models.ForeignKey(
        "consultations.DraftVersion",
        verbose_name=_("wersja"),
        on_delete=models.CASCADE,
        related_name="changes",
    )
    position = models.PositiveIntegerField(_("kolejność"))
    old = models.ForeignKey(
        "consultations.Provision",
        verbose_name=_("poprzednio"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="later_changes",
    )
    new = models.ForeignKey(
        "consultations.Provision",
        verbose_name=_("teraz"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="changes",
    )
    status = models.CharField(_("zmiana"), max_length=10, choices=ChangeStatus.choices)
    reason = models.TextField(
        _("dlaczego"),
        max_length=5000,
        blank=True,
        help_text=_("Jedno lub dwa zdania dla osób, które czytają projekt."),
    )
    remarks = models.ManyToManyField(
        "consultations.Remark",
        verbose_name=_("uwagi, z których wynika zmiana"),
        blank=True,
        related_name="changes",
    )

    class Meta:
        verbose_name = _("zmiana jednostki")
        verbose_name_plural = _("zmiany jednostek")
        ordering = ["version", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(old__isnull=False) | Q(new__isnull=False),
                name="provision_change_of_something",
            ),
            # Deferred, because corrected matches exchange their units.
            models.UniqueConstraint(
                fields=["version", "old"],
                name="one_change_of_old_unit",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["version", "new"],
                name="one_change_of_new_unit",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.get_status_display()}"

    @property
    def unit(self) -> Provision:
        """The unit as it is now, or as it was when it is gone."""
        return self.new or self.old  # type: ignore[return-value] # held by a constraint

    @property
    def anchor(self) -> str:
        """The place of the change on a page; removed units cannot take another's address."""
        return self.unit.eid if self.new else f"usunieta-{self.unit.eid}"
