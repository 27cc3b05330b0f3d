"""Which officials saw whose personal data, when, on which page and what for (art. 32 RODO)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccessRecord(models.Model):
    """One page or file with personal data that somebody opened in the line of duty.

    ``kind`` is a key of ``accounts.access_log``; people without an account are only counted.
    """

    kind = models.CharField(_("rodzaj danych"), max_length=60)
    viewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto patrzył"),
        on_delete=models.PROTECT,
        related_name="access_records",
    )
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("czyje dane"),
        through="accounts.SeenPerson",
        related_name="seen_in",
    )
    people_count = models.PositiveIntegerField(
        _("liczba osób"), help_text=_("Razem z osobami, które nie mają konta.")
    )
    about = models.CharField(_("sprawa"), max_length=300, blank=True)
    path = models.CharField(_("adres strony"), max_length=500)
    was_taken = models.BooleanField(_("pobrano plik"), default=False)
    reason = models.CharField(_("powód"), max_length=300, blank=True)
    seen_at = models.DateTimeField(_("kiedy"), default=timezone.now)

    class Meta:
        verbose_name = _("wgląd w dane osobowe")
        verbose_name_plural = _("wglądy w dane osobowe")
        ordering = ["-seen_at", "-pk"]
        indexes = [
            models.Index(fields=["-seen_at", "-id"], name="access_record_newest"),
            models.Index(fields=["viewer", "-seen_at"], name="access_record_viewer"),
            models.Index(fields=["kind", "-seen_at"], name="access_record_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.viewer}: {self.kind_label}"

    @property
    def kind_label(self) -> str:
        """What was seen, in the reader's language."""
        from accounts.access_log import label_of  # the registry knows models, not the reverse

        return label_of(self.kind)


class SeenPerson(models.Model):
    """A person whose data were on the page."""

    record = models.ForeignKey(AccessRecord, on_delete=models.CASCADE, related_name="seen")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta:
        verbose_name = _("osoba, której dane pokazano")
        verbose_name_plural = _("osoby, których dane pokazano")
        constraints = [
            models.UniqueConstraint(fields=["person", "record"], name="seen_once_on_a_page")
        ]

    def __str__(self) -> str:
        return str(self.person)
