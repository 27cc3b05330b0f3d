"""Reference rows that describe organizations: fields of public benefit and target groups."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class PublicBenefitField(models.Model):
    """One point of art. 4 sec. 1 of the Act of 24 April 2003 on public benefit activity."""

    code = models.CharField(
        _("punkt"), max_length=4, primary_key=True, help_text=_("Punkt art. 4 ust. 1, np. 22a.")
    )
    position = models.PositiveSmallIntegerField(_("kolejność"), unique=True)
    label = models.CharField(_("nazwa krótka"), max_length=80)
    statutory_text = models.TextField(_("brzmienie ustawy"))

    class Meta:
        verbose_name = _("sfera pożytku publicznego")
        verbose_name_plural = _("sfery pożytku publicznego")
        ordering = ["position"]

    def __str__(self) -> str:
        return gettext(self.label)


class TargetGroup(models.Model):
    """People for whom organizations work."""

    code = models.SlugField(_("kod"), max_length=32, primary_key=True)
    position = models.PositiveSmallIntegerField(_("kolejność"), unique=True)
    label = models.CharField(_("nazwa"), max_length=80)

    class Meta:
        verbose_name = _("grupa odbiorców")
        verbose_name_plural = _("grupy odbiorców")
        ordering = ["position"]

    def __str__(self) -> str:
        return gettext(self.label)
