"""The team's own room: documents with versions, and what members say about them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class WorkDocument(models.Model):
    """A file or a draft text that the team works on; only the team sees it."""

    group = models.ForeignKey(
        "standards.WorkingGroup", on_delete=models.CASCADE, related_name="documents"
    )
    standard = models.ForeignKey(
        "standards.Standard",
        verbose_name=_("projekt standardu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
    )
    title = models.CharField(_("tytuł"), max_length=200)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("dokument zespołu")
        verbose_name_plural = _("dokumenty zespołu")
        ordering = ["-updated_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:document", args=[self.group.slug, self.pk])


class DocumentVersion(models.Model):
    """One version: a text written on the portal or a file. Rows are only ever added."""

    document = models.ForeignKey(WorkDocument, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("numer wersji"))
    text = models.TextField(_("treść"), blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    note = models.CharField(_("co się zmieniło"), max_length=300, blank=True)
    # Saved by somebody who had not seen the version before it: kept beside, never in its place.
    is_aside = models.BooleanField(_("odłożona"), default=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("autor"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("zapisano"), auto_now_add=True)

    class Meta:
        verbose_name = _("wersja dokumentu")
        verbose_name_plural = _("wersje dokumentów")
        ordering = ["document", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="document_version_number_unique"
            ),
            models.CheckConstraint(
                condition=(Q(file__isnull=True) & ~Q(text=""))
                | (Q(file__isnull=False) & Q(text="")),
                name="document_version_is_text_or_file",
                violation_error_message=_("Wersja to albo tekst, albo plik."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"


class DocumentComment(models.Model):
    """What a member says about a version before it goes to consultation."""

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("autor"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    quote = models.CharField(
        _("którego fragmentu dotyczy"), max_length=300, blank=True, help_text=_("Np. § 3 ust. 2.")
    )
    text = models.TextField(_("komentarz"), max_length=5000)
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    settled_at = models.DateTimeField(_("załatwiono"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("komentarz do dokumentu")
        verbose_name_plural = _("komentarze do dokumentów")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
