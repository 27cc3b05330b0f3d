"""What readers write through the contact form."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ReaderLetter(models.Model):
    """One letter to those who run the portal; kept for as long as an answer needs."""

    name = models.CharField(_("imię i nazwisko"), max_length=120)
    email = models.EmailField(_("adres e-mail"))
    subject = models.CharField(_("temat"), max_length=200)
    text = models.TextField(_("treść"), max_length=10_000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("kto napisał"),
    )
    submission_key = models.UUIDField(unique=True, editable=False)
    sent_at = models.DateTimeField(_("wysłano"), auto_now_add=True)
    is_answered = models.BooleanField(_("załatwione"), default=False)

    class Meta:
        verbose_name = _("list od czytelnika")
        verbose_name_plural = _("listy od czytelników")
        ordering = ["-sent_at"]
        indexes = [models.Index(fields=["is_answered", "-sent_at"], name="letter_queue")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """Where administrators read it."""
        return reverse("admin:pages_readerletter_change", args=[self.pk])
