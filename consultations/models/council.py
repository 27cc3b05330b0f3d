"""The opinion of the council of public benefit activity (RDPP) on a draft."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CouncilState(models.TextChoices):
    """How far the council's step has come."""

    ASKED = "asked", _("czekamy na opinię")
    GIVEN = "given", _("opinia wydana")
    LAPSED = "lapsed", _("rada nie wydała opinii w terminie")


class CouncilVerdict(models.TextChoices):
    """What the council thinks of the draft."""

    POSITIVE = "positive", _("pozytywna")
    REMARKS = "remarks", _("pozytywna z uwagami")
    NEGATIVE = "negative", _("negatywna")


class CouncilOpinion(models.Model):
    """One request to the council and what came of it.

    Art. 41a sec. 3 of the Act of 24 April 2003 gives the council of a voivodeship 30 days from
    delivery, art. 41i sec. 2 gives 14 days to councils of counties and gminas; silence means
    that the council gave up its right.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="council_opinions",
    )
    round_number = models.PositiveSmallIntegerField(_("tura"), default=1, editable=False)
    council_name = models.CharField(
        _("nazwa rady"),
        max_length=200,
        help_text=_("Np. Rada Działalności Pożytku Publicznego Województwa Opolskiego."),
    )
    council_email = models.EmailField(
        _("e-mail rady"),
        blank=True,
        help_text=_("Na ten adres portal wyśle prośbę i przypomnienie."),
    )
    delivered_on = models.DateField(
        _("data doręczenia projektu radzie"), help_text=_("Od tego dnia biegnie termin.")
    )
    due_on = models.DateField(_("termin opinii"))
    note = models.TextField(_("treść prośby"), max_length=4000, blank=True)
    state = models.CharField(
        _("stan"), max_length=8, choices=CouncilState.choices, default=CouncilState.ASKED
    )
    verdict = models.CharField(
        _("opinia rady"), max_length=8, choices=CouncilVerdict.choices, blank=True
    )
    resolution_number = models.CharField(_("numer uchwały rady"), max_length=60, blank=True)
    given_on = models.DateField(_("data opinii"), null=True, blank=True)
    content = models.TextField(_("treść opinii"), max_length=50_000, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik opinii"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto poprosił"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zapisał opinię"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("poproszono"), auto_now_add=True)
    told_at = models.DateTimeField(_("wysłano prośbę"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(_("przypomniano"), null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("opinia rady")
        verbose_name_plural = _("opinie rady")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("delivered_on")), name="council_dates_in_order"
            ),
            models.CheckConstraint(
                condition=(Q(state="given") & ~Q(verdict="") & Q(given_on__isnull=False))
                | (~Q(state="given") & Q(verdict="") & Q(given_on__isnull=True)),
                name="council_opinion_is_whole",
            ),
            models.UniqueConstraint(
                fields=["consultation"],
                condition=Q(state="asked"),
                name="one_question_to_council_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="council_waiting")]

    def __str__(self) -> str:
        return f"{self.council_name}: {self.get_state_display()}"

    @property
    def is_late(self) -> bool:
        """Whether the term has passed without an opinion."""
        return self.state == CouncilState.ASKED and self.due_on < timezone.localdate()
