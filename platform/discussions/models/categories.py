"""Rooms of the members' forum."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Readers(models.TextChoices):
    """Who may read a category; writing always needs an account."""

    EVERYBODY = "everybody", _("wszyscy")
    MEMBERS = "members", _("zalogowani")


class CategoryQuerySet(models.QuerySet["Category"]):
    """Common choices of categories."""

    def visible_to(self, user: Any) -> CategoryQuerySet:
        """Categories that the person may read."""
        return self if user.is_authenticated else self.filter(readers=Readers.EVERYBODY)


class Category(models.Model):
    """A room of the forum with threads about one field of life."""

    name = models.CharField(_("nazwa"), max_length=80, unique=True)
    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    description = models.CharField(_("o czym tu rozmawiamy"), max_length=300, blank=True)
    readers = models.CharField(
        _("kto czyta"), max_length=10, choices=Readers.choices, default=Readers.EVERYBODY
    )
    is_closed = models.BooleanField(
        _("zamknięta"), default=False, help_text=_("Można czytać, nie można pisać.")
    )
    position = models.PositiveSmallIntegerField(_("kolejność"), default=100)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("kategoria forum")
        verbose_name_plural = _("kategorie forum")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("discussions:category", args=[self.slug])
