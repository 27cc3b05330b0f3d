"""What a consultation of each kind needs before it opens: rules that administrators edit."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.consultation import ConsultationKind


class RequiredPart(models.TextChoices):
    """Things that the checklist can look for."""

    LEGAL_BASIS = "legal_basis", _("podstawa prawna z numerem artykułu")
    TERM = "term", _("termin nie krótszy niż minimalny")
    ADVANCE = "advance", _("zapowiedź przed początkiem")
    SUMMARY = "summary", _("opis prostymi słowami")
    CONTACT = "contact", _("osoba do kontaktu z telefonem")
    DRAFT = "draft", _("odczytany projekt")
    JUSTIFICATION = "justification", _("uzasadnienie projektu")
    MODE_BASIS = "mode_basis", _("podstawa decyzji o trybie")
    MEETING = "meeting", _("spotkanie w trybie rozszerzonym")
    COUNCIL = "council", _("prośba o opinię rady")
    INVITATIONS = "invitations", _("zaproszone organizacje")


class ConsultationRule(models.Model):
    """The rule of one kind of consultation."""

    kind = models.CharField(
        _("rodzaj konsultacji"), max_length=16, choices=ConsultationKind.choices, unique=True
    )
    legal_basis = models.TextField(
        _("podstawa prawna reguły"), help_text=_("Pokazywana urzędnikowi na liście kontrolnej.")
    )
    minimum_days = models.PositiveSmallIntegerField(
        _("minimalny czas trwania (dni)"), default=14, validators=[MinValueValidator(1)]
    )
    advance_days = models.PositiveSmallIntegerField(
        _("zapowiedź przed początkiem (dni)"), default=0
    )
    region_council_days = models.PositiveSmallIntegerField(
        _("termin opinii rady wojewódzkiej (dni)"),
        default=30,
        validators=[MinValueValidator(1)],
        help_text=_("Art. 41a ust. 3 ustawy o działalności pożytku publicznego."),
    )
    local_council_days = models.PositiveSmallIntegerField(
        _("termin opinii rady powiatowej lub gminnej (dni)"),
        default=14,
        validators=[MinValueValidator(1)],
        help_text=_("Art. 41i ust. 2 ustawy o działalności pożytku publicznego."),
    )
    required_parts = ArrayField(
        models.CharField(max_length=16, choices=RequiredPart.choices),
        verbose_name=_("co sprawdza lista kontrolna"),
        default=list,
        blank=True,
    )
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("reguła konsultacji")
        verbose_name_plural = _("reguły konsultacji")
        ordering = ["kind"]

    def __str__(self) -> str:
        return str(self.get_kind_display())
