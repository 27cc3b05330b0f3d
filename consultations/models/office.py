"""What an office keeps once for all its consultations: replies, texts, rules."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.consultation import ConsultationKind
from consultations.models.positions import Verdict


class ReplyTemplate(models.Model):
    """A reason that an office gives often, ready to be put into a position."""

    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="reply_templates",
    )
    title = models.CharField(_("nazwa szablonu"), max_length=120)
    verdict = models.CharField(
        _("stanowisko"),
        max_length=12,
        blank=True,
        choices=Verdict.choices,
        help_text=_("Puste, gdy szablon pasuje do każdego stanowiska."),
    )
    text = models.TextField(_("uzasadnienie"), max_length=20_000)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("szablon odpowiedzi")
        verbose_name_plural = _("szablony odpowiedzi")
        ordering = ["public_body", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_body", "title"],
                name="reply_template_title_unique",
                violation_error_message=_("Szablon o tej nazwie już istnieje."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class TextPurpose(models.TextChoices):
    """Texts that an office words for itself."""

    ANNOUNCEMENT = "announcement", _("ogłoszenie o konsultacjach")
    FORM = "form", _("wstęp formularza uwag")


class OfficeText(models.Model):
    """An office's own wording of a text; names in braces are filled for each consultation."""

    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="consultation_texts",
    )
    purpose = models.CharField(_("do czego"), max_length=16, choices=TextPurpose.choices)
    text = models.TextField(_("treść"), max_length=20_000)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("tekst urzędu")
        verbose_name_plural = _("teksty urzędu")
        ordering = ["public_body", "purpose"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_body", "purpose"], name="office_text_one_of_each"
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()


class ConsultationRules(models.Model):
    """What local law asks of one kind of consultation in one office (art. 5 sec. 5)."""

    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="consultation_rules",
    )
    kind = models.CharField(_("co konsultujemy"), max_length=16, choices=ConsultationKind.choices)
    legal_basis = models.TextField(
        _("podstawa prawna"), help_text=_("Np. uchwała o sposobie konsultowania, z numerem i datą.")
    )
    minimum_days = models.PositiveSmallIntegerField(_("najkrótszy termin w dniach"), default=14)
    answer_days = models.PositiveSmallIntegerField(
        _("dni na ogłoszenie wyników"),
        default=30,
        help_text=_("Od końca konsultacji; tyle pokaże kalendarz."),
    )
    needs_council = models.BooleanField(
        _("wymaga opinii rady działalności pożytku publicznego"), default=False
    )
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("zasady konsultacji w urzędzie")
        verbose_name_plural = _("zasady konsultacji w urzędach")
        ordering = ["public_body", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["public_body", "kind"], name="rules_one_for_kind"),
            models.CheckConstraint(
                condition=models.Q(minimum_days__gte=1), name="rules_minimum_at_least_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
