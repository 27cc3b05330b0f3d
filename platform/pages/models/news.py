"""News."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages.models.publications import Publication, PublicationQuerySet


class NewsCategoryQuerySet(models.QuerySet["NewsCategory"]):
    """Categories are public; so they can be followed."""

    def visible_to(self, user: Any) -> NewsCategoryQuerySet:
        """All of them, for everybody."""
        return self


class NewsCategory(models.Model):
    """What news is about."""

    name = models.CharField(_("nazwa"), max_length=80, unique=True)
    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=100)

    objects = NewsCategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("kategoria aktualności")
        verbose_name_plural = _("kategorie aktualności")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('pages:news')}?category={self.slug}"


class NewsQuerySet(PublicationQuerySet["News"]):
    """News that a reader may see."""


class News(Publication):
    """A piece of news of the portal, an organization or a public body."""

    category = models.ForeignKey(
        NewsCategory,
        verbose_name=_("kategoria"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    county = models.ForeignKey(
        "territory.Area",
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Puste oznacza cały region."),
    )
    picture = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("zdjęcie"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    picture_text = models.CharField(_("opis zdjęcia"), max_length=300, blank=True)

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("aktualność")
        verbose_name_plural = _("aktualności")
        ordering = ["-publish_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(picture=None) | ~Q(picture_text=""), name="news_picture_described"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-publish_at"], name="news_newest"),
            models.Index(fields=["category", "state", "-publish_at"], name="news_of_category"),
            models.Index(fields=["publisher_type", "publisher_id"], name="news_of_publisher"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("pages:publication", args=["aktualnosci", self.slug])
