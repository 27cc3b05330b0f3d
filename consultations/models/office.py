"""What an office keeps once for all its consultations: replies that it gives often."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

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
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("utworzone przez"),
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
