"""What belongs to one reader: read marks, drafts, places in private talks."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadMark(models.Model):
    """How far a person has read a thread."""

    thread = models.ForeignKey(
        "discussions.Thread", on_delete=models.CASCADE, related_name="read_marks"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="read_marks"
    )
    last_number = models.PositiveIntegerField(_("przeczytano do wpisu"), default=0)
    read_at = models.DateTimeField(_("kiedy"), auto_now=True)

    class Meta:
        verbose_name = _("znacznik przeczytania")
        verbose_name_plural = _("znaczniki przeczytania")
        constraints = [
            models.UniqueConstraint(fields=["user", "thread"], name="one_read_mark_per_thread")
        ]
        indexes = [models.Index(fields=["read_at"], name="read_mark_by_age")]

    def __str__(self) -> str:
        return f"{self.user_id} → {self.thread_id}: {self.last_number}"


class Participant(models.Model):
    """A person in a private talk."""

    thread = models.ForeignKey(
        "discussions.Thread", on_delete=models.CASCADE, related_name="participants"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="private_talks"
    )
    joined_at = models.DateTimeField(_("od kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("uczestnik rozmowy")
        verbose_name_plural = _("uczestnicy rozmów")
        constraints = [
            models.UniqueConstraint(fields=["user", "thread"], name="participant_once_per_thread")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} @ {self.thread_id}"


class Draft(models.Model):
    """What a person began to write; ``place`` names the form."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="post_drafts"
    )
    place = models.CharField(_("formularz"), max_length=100)
    url = models.CharField(_("adres formularza"), max_length=300)
    title = models.CharField(_("temat"), max_length=200, blank=True)
    text = models.TextField(_("treść"), max_length=20_000, blank=True)
    updated_at = models.DateTimeField(_("zapisano"), auto_now=True)

    class Meta:
        verbose_name = _("szkic wpisu")
        verbose_name_plural = _("szkice wpisów")
        constraints = [
            models.UniqueConstraint(fields=["user", "place"], name="one_post_draft_per_form")
        ]
        indexes = [models.Index(fields=["updated_at"], name="post_draft_by_age")]

    def __str__(self) -> str:
        return self.title or self.text[:60]
