"""Versions of the consulted text and the units they consist of."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.acts.tree import DocumentKind, UnitKind

DOCUMENT_KIND_NAMES = {
    DocumentKind.STATUTE: _("ustawa lub kodeks"),
    DocumentKind.RESOLUTION: _("uchwała, zarządzenie lub rozporządzenie"),
    DocumentKind.PLAN: _("założenia, strategia lub program"),
    DocumentKind.OTHER: _("dokument, który nie jest aktem"),
}

UNIT_KIND_NAMES = {
    UnitKind.PART: _("część"),
    UnitKind.BOOK: _("księga"),
    UnitKind.TITLE: _("tytuł"),
    UnitKind.DIVISION: _("dział"),
    UnitKind.CHAPTER: _("rozdział"),
    UnitKind.SUBCHAPTER: _("oddział"),
    UnitKind.ARTICLE: _("artykuł"),
    UnitKind.SECTION: _("paragraf (§)"),
    UnitKind.PARAGRAPH: _("ustęp"),
    UnitKind.POINT: _("punkt"),
    UnitKind.LETTER: _("litera"),
    UnitKind.INDENT: _("tiret"),
    UnitKind.SUBINDENT: _("podwójne tiret"),
    UnitKind.CLOSING: _("część wspólna wyliczenia"),
    UnitKind.PREAMBLE: _("preambuła"),
    UnitKind.ANNEX: _("załącznik"),
    UnitKind.JUSTIFICATION: _("uzasadnienie"),
    UnitKind.HEADING: _("nagłówek"),
    UnitKind.TEXT: _("tekst"),
    UnitKind.TABLE: _("tabela"),
    UnitKind.FOOTNOTE: _("przypis"),
    UnitKind.QUOTED: _("jednostka cytowana"),
}


class DraftState(models.TextChoices):
    """How far the reading of an uploaded draft has come."""

    QUEUED = "queued", _("czeka na odczytanie")
    READING = "reading", _("trwa odczytywanie")
    SAVING = "saving", _("trwa podział na jednostki")
    READY = "ready", _("gotowa do sprawdzenia")
    FAILED = "failed", _("nie udało się odczytać")


# States in which a worker owes the next step.
UNFINISHED = (DraftState.QUEUED, DraftState.READING, DraftState.SAVING)


class DraftVersion(models.Model):
    """One version of the text under consultation, made from one uploaded file.

    ``base`` is the version that it changes; the first one has none. A version made by
    corrections shares the file of its base.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="versions",
    )
    number = models.PositiveSmallIntegerField(_("numer wersji"))
    base = models.ForeignKey(
        "self",
        verbose_name=_("zmienia wersję"),
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="following",
    )
    source = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik źródłowy"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        _("stan"), max_length=8, choices=DraftState.choices, default=DraftState.QUEUED
    )
    failure_code = models.CharField(_("kod błędu"), max_length=32, blank=True)
    kind = models.CharField(
        _("rodzaj dokumentu"),
        max_length=12,
        blank=True,
        choices=[(kind.value, name) for kind, name in DOCUMENT_KIND_NAMES.items()],
    )
    confidence = models.FloatField(_("pewność rozpoznania"), default=0)
    signals = models.JSONField(_("przesłanki rozpoznania"), default=list, blank=True)
    notices = models.JSONField(_("uwagi z odczytu"), default=list, blank=True)
    missing_words = models.JSONField(_("słowa pominięte"), default=list, blank=True)
    added_words = models.JSONField(_("słowa dodane"), default=list, blank=True)
    title = models.TextField(_("tytuł dokumentu"), blank=True)
    preface = models.TextField(_("wstęp"), blank=True)
    change_note = models.TextField(_("co się zmieniło i dlaczego"), blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    published_at = models.DateTimeField(_("opublikowano"), null=True, blank=True)
    # Counts changes of the text, so that what was made from it can tell when it is outdated.
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("wersja projektu")
        verbose_name_plural = _("wersje projektu")
        ordering = ["consultation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "number"], name="draft_version_number_unique"
            ),
            models.CheckConstraint(
                condition=Q(state="failed") | Q(failure_code=""),
                name="draft_version_failure_code_only_when_failed",
            ),
        ]

    def __str__(self) -> str:
        return _("wersja %(number)s") % {"number": self.number}

    @property
    def is_reading(self) -> bool:
        """Whether the background task has not finished yet."""
        return self.state in UNFINISHED

    @property
    def is_corrected_by_hand(self) -> bool:
        """Whether the version was made by corrections and not from a file of its own."""
        return self.base is not None and self.base.source_id == self.source_id


class Provision(models.Model):
    """One unit of a version: what people read, link to and remark on."""

    version = models.ForeignKey(
        DraftVersion, verbose_name=_("wersja"), on_delete=models.CASCADE, related_name="provisions"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    position = models.PositiveIntegerField(_("kolejność"))
    depth = models.PositiveSmallIntegerField(_("poziom"), default=0)
    eid = models.CharField(
        _("adres"), max_length=200, help_text=_("Według Akoma Ntoso, np. art_5__ust_2__pkt_1.")
    )
    # The same unit keeps its lineage through versions, so that remarks stay with it.
    lineage = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(
        _("rodzaj"),
        max_length=16,
        choices=[(kind.value, name) for kind, name in UNIT_KIND_NAMES.items()],
    )
    number = models.CharField(_("numer"), max_length=40, blank=True)
    label = models.CharField(_("oznaczenie"), max_length=200, blank=True)
    citation = models.CharField(
        _("przywołanie"), max_length=200, blank=True, help_text=_("Np. § 5 ust. 2 pkt 1.")
    )
    heading = models.TextField(_("nagłówek"), blank=True)
    text = models.TextField(_("treść"), blank=True)
    rows = models.JSONField(_("wiersze tabeli"), default=list, blank=True)

    class Meta:
        verbose_name = _("jednostka redakcyjna")
        verbose_name_plural = _("jednostki redakcyjne")
        ordering = ["version", "position"]
        constraints = [
            # Deferred, because a correction gives units the addresses of one another.
            models.UniqueConstraint(
                fields=["version", "eid"],
                name="provision_eid_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["version", "lineage"],
                name="provision_lineage_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["version", "position"],
                name="provision_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]
        indexes = [models.Index(fields=["lineage"], name="provision_lineage")]

    def __str__(self) -> str:
        return self.citation or self.heading[:80] or self.text[:80]

    def get_absolute_url(self) -> str:
        return reverse("consultations:provision", args=[self.version.consultation.slug, self.eid])
