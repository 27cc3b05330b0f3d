"""Corrections that officials made to a version by hand, each with what was there before."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class EditKind(models.TextChoices):
    """What an official can do to a unit."""

    REWRITE = "rewrite", _("poprawa")
    SPLIT = "split", _("podział")
    MERGE = "merge", _("połączenie z poprzednią")
    RAISE = "raise", _("przesunięcie poziom wyżej")
    LOWER = "lower", _("przesunięcie poziom niżej")
    ADD = "add", _("dodanie")
    REMOVE = "remove", _("usunięcie")
    RENUMBER = "renumber", _("ponumerowanie")
    FRONT = "front", _("poprawa tytułu lub wstępu")


class ActEdit(models.Model):
    """One correction. Rows are only ever added; an undone one says when and by whom."""

    version = models.ForeignKey(
        "consultations.DraftVersion",
        verbose_name=_("wersja"),
        on_delete=models.CASCADE,
        related_name="edits",
    )
    kind = models.CharField(_("co zrobiono"), max_length=8, choices=EditKind.choices)
    unit = models.CharField(_("jednostka"), max_length=200, blank=True)
    # Rows by key: in both lists when changed (then only what differs), whole in one of them
    # when added or removed. The key "front" stands for the version's own texts.
    before = models.JSONField(_("przedtem"), default=dict)
    after = models.JSONField(_("potem"), default=dict)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("kiedy"), auto_now_add=True)
    undone_at = models.DateTimeField(_("cofnięto"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto cofnął"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("poprawka tekstu")
        verbose_name_plural = _("poprawki tekstu")
        ordering = ["version", "pk"]
        indexes = [
            models.Index(
                fields=["version", "-id"],
                name="act_edit_last",
                condition=Q(undone_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.unit}"
