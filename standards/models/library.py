"""The materials library and the bank of practices."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Moderation(models.TextChoices):
    """Whether the public sees it."""

    PROPOSED = "proposed", _("czeka na sprawdzenie")
    PUBLISHED = "published", _("opublikowane")
    REJECTED = "rejected", _("odrzucone")


class MaterialKind(models.TextChoices):
    """What it is."""

    GUIDE = "guide", _("poradnik")
    TEMPLATE = "template", _("wzór dokumentu")
    PRESENTATION = "presentation", _("prezentacja")
    ACT = "act", _("akt prawny")
    REPORT = "report", _("raport lub analiza")
    RECORDING = "recording", _("nagranie")
    OTHER = "other", _("inny materiał")


class Licence(models.TextChoices):
    """What others may do with it."""

    CC_BY = "cc-by", _("CC BY 4.0 (z podaniem autora)")
    CC_BY_SA = "cc-by-sa", _("CC BY-SA 4.0 (na tych samych warunkach)")
    CC0 = "cc0", _("CC0 (bez ograniczeń)")
    OFFICIAL = "official", _("dokument urzędowy (bez ochrony)")
    OWN_USE = "own-use", _("tylko dozwolony użytek")


class ModeratedQuerySet(models.QuerySet[Any]):
    """Visibility of what people send in."""

    def visible_to(self, user: Any) -> ModeratedQuerySet:
        """Published for everybody; others for their author and administrators."""
        if user.is_authenticated and user.is_staff:
            return self
        published = Q(state=Moderation.PUBLISHED)
        if not user.is_authenticated:
            return self.filter(published)
        return self.filter(published | Q(author=user))


class Moderated(models.Model):
    """What members send in and moderators let through."""

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto dodał"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=Moderation.choices,
        default=Moderation.PROPOSED,
        editable=False,
    )
    reason = models.TextField(_("powód odrzucenia"), blank=True, editable=False)
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = ModeratedQuerySet.as_manager()

    class Meta:
        abstract = True


class Material(Moderated):
    """A file or link worth sharing."""

    title = models.CharField(_("tytuł"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    kind = models.CharField(_("rodzaj"), max_length=14, choices=MaterialKind.choices)
    summary = models.TextField(_("o czym jest"), max_length=1000)
    language = models.CharField(_("język"), max_length=2, choices=settings.LANGUAGES, default="pl")
    licence = models.CharField(_("licencja"), max_length=10, choices=Licence.choices)
    creator = models.CharField(_("autor materiału"), max_length=200)
    tags = ArrayField(
        models.CharField(max_length=40),
        verbose_name=_("tagi"),
        blank=True,
        default=list,
        help_text=_("Po przecinku, np. konsultacje, wzór, gmina."),
    )
    standard = models.ForeignKey(
        "standards.Standard",
        verbose_name=_("standard"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="materials",
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja, która udostępnia"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="materials",
    )
    event_url = models.URLField(_("wydarzenie, z którego pochodzi"), blank=True)
    link = models.URLField(
        _("link zewnętrzny"), blank=True, help_text=_("Zamiast pliku, np. nagranie.")
    )
    accessible_alternative = models.TextField(
        _("wersja dostępna"),
        blank=True,
        max_length=1000,
        help_text=_("Gdzie jest tekst alternatywny, napisy lub dokument dostępny cyfrowo."),
    )

    class Meta(Moderated.Meta):
        verbose_name = _("materiał")
        verbose_name_plural = _("materiały")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-created_at"], name="material_newest"),
            models.Index(fields=["kind", "-created_at"], name="material_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:material", args=[self.slug])


class MaterialVersion(models.Model):
    """One version of a material's file; earlier ones stay."""

    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("numer wersji"))
    file = models.ForeignKey(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    note = models.CharField(_("co się zmieniło"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    # --- read from the file in the background
    preview = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("podgląd pierwszej strony"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    text = models.TextField(_("słowa z pliku"), blank=True, editable=False)
    read_at = models.DateTimeField(_("przeczytano"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("wersja materiału")
        verbose_name_plural = _("wersje materiałów")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["material", "number"], name="material_version_unique")
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=Q(read_at__isnull=True),
                name="material_version_unread",
            )
        ]

    def __str__(self) -> str:
        return f"{self.material}, {self.number}"


class DownloadCount(models.Model):
    """How often a material was downloaded in a month; nothing of who did."""

    material = models.ForeignKey(Material, on_delete=models.CASCADE, related_name="downloads")
    month = models.DateField(_("miesiąc"))
    count = models.PositiveIntegerField(_("pobrania"), default=0)

    class Meta:
        verbose_name = _("liczba pobrań")
        verbose_name_plural = _("liczby pobrań")
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(fields=["material", "month"], name="downloads_of_month")
        ]

    def __str__(self) -> str:
        return str(self.count)


class Collection(models.Model):
    """Materials for one need, in order: "starter pack for a new plenipotentiary"."""

    title = models.CharField(_("tytuł"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    description = models.TextField(_("dla kogo i po co"), max_length=1000)
    materials = models.ManyToManyField(
        Material, verbose_name=_("materiały"), blank=True, related_name="collections"
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)

    class Meta:
        verbose_name = _("kolekcja")
        verbose_name_plural = _("kolekcje")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:collection", args=[self.slug])


class Practice(Moderated):
    """How an office used a standard."""

    title = models.CharField(_("tytuł"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    standard = models.ForeignKey(
        "standards.Standard",
        verbose_name=_("standard"),
        on_delete=models.PROTECT,
        related_name="practices",
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.PROTECT,
        related_name="practices",
    )
    situation = models.TextField(_("z czym był kłopot"), max_length=2000)
    action = models.TextField(_("co zrobiono"), max_length=3000)
    result = models.TextField(_("co się zmieniło"), max_length=2000)
    contact = models.CharField(_("kogo można zapytać"), max_length=200)

    class Meta(Moderated.Meta):
        verbose_name = _("praktyka")
        verbose_name_plural = _("praktyki")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "-created_at"], name="practice_newest")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:practice", args=[self.slug])


class PracticeQuestion(models.Model):
    """A question about a practice, and what its office answers."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="questions")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto pyta"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("pytanie"), max_length=2000)
    asked_at = models.DateTimeField(_("zadano"), auto_now_add=True)
    answer = models.TextField(_("odpowiedź"), max_length=3000, blank=True)
    answered_at = models.DateTimeField(_("odpowiedziano"), null=True, blank=True)

    class Meta:
        verbose_name = _("pytanie o praktykę")
        verbose_name_plural = _("pytania o praktyki")
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return self.practice.get_absolute_url()
