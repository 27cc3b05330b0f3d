"""Static pages: each save is a version in up to three languages; moments decide what is shown."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

LONGEST_BODY = 100_000


class PageState(models.TextChoices):
    """Life of a page. A published one waits for its version's moment."""

    DRAFT = "draft", _("szkic")
    PUBLISHED = "published", _("opublikowana")
    WITHDRAWN = "withdrawn", _("wycofana")


# From each state to which others; administrators may do it.
PAGE_TRANSITIONS: dict[PageState, frozenset[PageState]] = {
    PageState.DRAFT: frozenset({PageState.PUBLISHED}),
    # Again: another version takes the place of the one that is shown.
    PageState.PUBLISHED: frozenset({PageState.PUBLISHED, PageState.WITHDRAWN}),
    PageState.WITHDRAWN: frozenset({PageState.PUBLISHED}),
}


class StaticPageQuerySet(models.QuerySet["StaticPage"]):
    """Choices of pages; visibility lives here and only here."""

    def live(self) -> StaticPageQuerySet:
        """What everybody may read at this moment, by the database's clock."""
        return self.filter(Exists(_shown_versions()), state=PageState.PUBLISHED)

    def visible_to(self, user: Any) -> StaticPageQuerySet:
        """Live ones for everybody, all for administrators."""
        return self if user.is_authenticated and user.is_staff else self.live()

    def with_shown_version(self) -> StaticPageQuerySet:
        """Adds ``shown_version_id``: the version that readers see now, or None."""
        newest = _shown_versions().order_by("-visible_from", "-number").values("pk")[:1]
        return self.annotate(shown_version_id=Subquery(newest))


class StaticPage(models.Model):
    """A page at an address of its own; what it says is in its versions."""

    slug = models.SlugField(
        _("adres"),
        max_length=100,
        unique=True,
        help_text=_("Ostatnie słowo adresu: małe litery, cyfry i łączniki."),
    )
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=PageState.choices,
        default=PageState.DRAFT,
        editable=False,
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = StaticPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("strona")
        verbose_name_plural = _("strony")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("pages:static_page", args=[self.slug])


class PageVersion(models.Model):
    """What a page said, or was to say, from a moment on. Without a moment it is a draft."""

    page = models.ForeignKey(StaticPage, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("numer"), validators=[MinValueValidator(1)])
    note = models.CharField(
        _("co się zmieniło"),
        max_length=200,
        blank=True,
        help_text=_("Krótko, dla osób, które będą porównywać wersje."),
    )
    visible_from = models.DateTimeField(_("widoczna od"), null=True, editable=False)
    # When the search was told that the version is shown; scheduled ones wait for their moment.
    indexed_at = models.DateTimeField(null=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("autor"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    saved_at = models.DateTimeField(_("zapisano"), auto_now_add=True)

    class Meta:
        verbose_name = _("wersja strony")
        verbose_name_plural = _("wersje stron")
        ordering = ["page", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="one_page_version_per_number"),
        ]
        indexes = [
            models.Index(
                fields=["page", "-visible_from", "-number"],
                name="page_version_shown",
                condition=Q(visible_from__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page} ({self.number})"

    def get_absolute_url(self) -> str:
        return reverse("pages:page_version", args=[self.page.slug, self.number])


class PageText(models.Model):
    """A version in one language. Never changed: a change is a new version."""

    version = models.ForeignKey(PageVersion, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("język"), max_length=2, choices=settings.LANGUAGES)
    title = models.CharField(_("tytuł"), max_length=200)
    summary = models.CharField(_("streszczenie"), max_length=400, blank=True)
    # Cleaned by ``pages.rich_text`` before it comes here.
    body = models.TextField(_("treść"), max_length=LONGEST_BODY)

    class Meta:
        verbose_name = _("tekst strony")
        verbose_name_plural = _("teksty stron")
        ordering = ["version", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language"], name="one_page_text_per_language"
            ),
        ]
        triggers = [pgtrigger.Protect(name="texts_stay", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class PageChange(models.Model):
    """One step in the life of a page. Rows are only ever added."""

    page = models.ForeignKey(StaticPage, on_delete=models.CASCADE, related_name="changes")
    version = models.ForeignKey(
        PageVersion, null=True, on_delete=models.CASCADE, related_name="changes"
    )
    source = models.CharField(_("z"), max_length=10, choices=PageState.choices)
    target = models.CharField(_("na"), max_length=10, choices=PageState.choices)
    reason = models.TextField(_("uzasadnienie"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana strony")
        verbose_name_plural = _("zmiany stron")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"


def _shown_versions() -> models.QuerySet[PageVersion]:
    return PageVersion.objects.filter(page=OuterRef("pk"), visible_from__lte=Now())
