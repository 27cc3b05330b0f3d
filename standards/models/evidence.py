"""What proves the steps of a standard; the trigger of ``Standard`` reads these rows."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from standards.models.road import EvidenceKind

_ACTS = [EvidenceKind.APPOINTMENT, EvidenceKind.RESOLUTION, EvidenceKind.REPEAL]
_OPINIONS = [EvidenceKind.INTERNAL_OPINION, EvidenceKind.REVIEW]


def _unless(kinds: list[EvidenceKind], says: Q) -> Q:
    return ~Q(kind__in=kinds) | says


class Evidence(models.Model):
    """One document or fact. Its contents never change; a newer one supersedes it."""

    standard = models.ForeignKey(
        "standards.Standard", on_delete=models.CASCADE, related_name="evidence"
    )
    kind = models.CharField(_("rodzaj dowodu"), max_length=16, choices=EvidenceKind.choices)
    number = models.CharField(_("numer"), max_length=80, blank=True)
    dated_on = models.DateField(_("data"))
    note = models.TextField(_("treść lub opis"), blank=True, max_length=5000)
    url = models.URLField(_("adres"), blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    document = models.ForeignKey(
        "standards.DocumentVersion",
        verbose_name=_("wersja z przestrzeni zespołu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    opinion = models.ForeignKey(
        "standards.Opinion",
        verbose_name=_("opinia rady"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    training = models.ForeignKey(
        "standards.Training",
        verbose_name=_("szkolenie"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    replacement = models.ForeignKey(
        "standards.Standard",
        verbose_name=_("zastąpiony przez"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaces",
    )
    is_public = models.BooleanField(
        _("dokument publiczny"),
        default=True,
        help_text=_("Niepubliczny dokument widzą urząd i zespół; sam krok widzą wszyscy."),
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto dodał"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    added_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    superseded_at = models.DateTimeField(_("przestał wystarczać"), null=True, blank=True)

    class Meta:
        verbose_name = _("dowód kroku")
        verbose_name_plural = _("dowody kroków")
        ordering = ["dated_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=_unless(_ACTS, Q(file__isnull=False) & ~Q(number="")),
                name="evidence_act_has_number_and_file",
                violation_error_message=_("Podaj numer aktu i dodaj jego plik."),
            ),
            models.CheckConstraint(
                condition=_unless(
                    [EvidenceKind.DRAFT], Q(file__isnull=False) | Q(document__isnull=False)
                ),
                name="evidence_draft_has_text",
                violation_error_message=_("Dodaj plik z projektem albo wskaż wersję zespołu."),
            ),
            models.CheckConstraint(
                condition=_unless(_OPINIONS, Q(file__isnull=False) | ~Q(note="")),
                name="evidence_opinion_says_something",
                violation_error_message=_("Dodaj plik albo wpisz treść."),
            ),
            models.CheckConstraint(
                condition=_unless([EvidenceKind.CONSULTATION], Q(consultation__isnull=False)),
                name="evidence_names_consultation",
            ),
            models.CheckConstraint(
                condition=_unless(
                    [EvidenceKind.COUNCIL_OPINION],
                    Q(file__isnull=False) | Q(opinion__isnull=False),
                ),
                name="evidence_council_has_opinion",
                violation_error_message=_("Wskaż opinię rady albo dodaj jej plik."),
            ),
            models.CheckConstraint(
                condition=_unless([EvidenceKind.PUBLICATION], Q(file__isnull=False) | ~Q(url="")),
                name="evidence_publication_is_somewhere",
                violation_error_message=_("Podaj adres ogłoszenia albo dodaj jego plik."),
            ),
            models.CheckConstraint(
                condition=_unless([EvidenceKind.TRAINING], Q(training__isnull=False)),
                name="evidence_names_training",
            ),
            models.CheckConstraint(
                condition=_unless([EvidenceKind.REPLACEMENT], Q(replacement__isnull=False)),
                name="evidence_names_replacement",
            ),
            models.UniqueConstraint(
                fields=["standard", "kind"],
                condition=Q(superseded_at__isnull=True),
                name="one_valid_evidence_of_kind",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="evidence_stays",
                fields=[
                    "standard",
                    "kind",
                    "number",
                    "dated_on",
                    "note",
                    "url",
                    "file",
                    "document",
                    "consultation",
                    "opinion",
                    "training",
                    "replacement",
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()

    def get_absolute_url(self) -> str:
        """Where the document itself can be read."""
        return reverse("standards:evidence_file", args=[self.standard.slug, self.pk])
