"""Remarks: what people want changed, where, and why."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How the remark reached the office."""

    PORTAL = "portal", _("portal")
    LETTER = "letter", _("pismo")
    EMAIL = "email", _("e-mail")
    MEETING = "meeting", _("spotkanie (protokół)")
    FORM = "form", _("formularz uwag")


class RemarkState(models.TextChoices):
    """Life of a remark. Withdrawn and hidden ones stay on file but are not counted.

    What somebody is still writing is a ``RemarkDraft``.
    """

    SUBMITTED = "submitted", _("złożona")
    WITHDRAWN = "withdrawn", _("wycofana")
    HIDDEN = "hidden", _("ukryta przez moderatora")


# Refuses a new or changed remark from the portal unless its consultation takes remarks of its
# round at this very moment by the database's clock. FOR SHARE makes a stage change wait for
# submissions in flight, so that none slips in after the count of remarks was taken.
_REFUSE_LATE = """
    IF NEW.channel = 'portal' AND NEW.state = 'submitted' AND (
        TG_OP = 'INSERT'
        OR (OLD.text, OLD.proposed_wording, OLD.justification, OLD.selection)
            IS DISTINCT FROM (NEW.text, NEW.proposed_wording, NEW.justification, NEW.selection)
    ) THEN
        PERFORM 1 FROM consultations_consultation
            WHERE id = NEW.consultation_id AND stage = 'open' AND closes_at > clock_timestamp()
                AND round_number = NEW.round_number
            FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'consultation % takes no remarks', NEW.consultation_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'remark_in_time';
        END IF;
    END IF;
    RETURN NEW;
"""


class RemarkQuerySet(models.QuerySet["Remark"]):
    """Common choices of remarks."""

    def counted(self) -> RemarkQuerySet:
        """Remarks that the office must answer and the report lists."""
        return self.filter(state=RemarkState.SUBMITTED)

    def with_results(self) -> RemarkQuerySet:
        """Each with ``results_are_out``: whether the results of its round were published."""
        rounds = apps.get_model("consultations", "ConsultationRound").objects.filter(
            consultation=OuterRef("consultation"),
            number=OuterRef("round_number"),
            results_at__isnull=False,
        )
        return self.annotate(results_are_out=Exists(rounds))

    def unanswered(self) -> RemarkQuerySet:
        """Counted remarks without an approved position."""
        return self.counted().exclude(position__state="approved")


# How the office arranges its work is not part of the remark's public history.
_WORK = ["updated_at", "support_count", "group", "assigned_to", "meeting", "round_number"]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), exclude=_WORK)
class Remark(models.Model):
    """One remark on one unit (or on the whole draft)."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="remarks",
    )
    number = models.PositiveIntegerField(_("numer"), editable=False)
    version = models.ForeignKey(
        "consultations.DraftVersion",
        verbose_name=_("wersja projektu"),
        on_delete=models.PROTECT,
        related_name="remarks",
    )
    provision = models.ForeignKey(
        "consultations.Provision",
        verbose_name=_("jednostka redakcyjna"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="remarks",
        help_text=_("Puste oznacza uwagę do całości projektu."),
    )
    selection = models.JSONField(
        _("zaznaczone słowa"), null=True, blank=True, help_text=_("Selektory W3C Web Annotation.")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("autor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="remarks",
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("w imieniu organizacji"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="remarks",
    )
    submitter_name = models.CharField(
        _("zgłaszający"),
        max_length=300,
        help_text=_("Nazwa albo imię i nazwisko, jak w zestawieniu uwag."),
    )
    channel = models.CharField(
        _("sposób zgłoszenia"), max_length=8, choices=Channel.choices, default=Channel.PORTAL
    )
    received_on = models.DateField(_("data wpływu"), null=True, blank=True)
    meeting = models.ForeignKey(
        "consultations.ConsultationMeeting",
        verbose_name=_("spotkanie, na którym zgłoszono"),
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="remarks",
    )
    round_number = models.PositiveSmallIntegerField(_("tura"), default=1, editable=False)
    text = models.TextField(_("treść uwagi"), max_length=20_000)
    proposed_wording = models.TextField(_("proponowane brzmienie"), max_length=20_000, blank=True)
    justification = models.TextField(_("uzasadnienie"), max_length=20_000, blank=True)
    state = models.CharField(
        _("stan"), max_length=10, choices=RemarkState.choices, default=RemarkState.SUBMITTED
    )
    state_reason = models.TextField(_("powód ukrycia lub wycofania"), blank=True)
    support_count = models.PositiveIntegerField(_("poparcia"), default=0, editable=False)
    # Entering the same form twice (double click, repeated request) stores it once.
    submission_key = models.UUIDField(null=True, editable=False, unique=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wprowadził(a)"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    group = models.ForeignKey(
        "consultations.RemarkGroup",
        verbose_name=_("grupa"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="remarks",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("odpowiada"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assigned_remarks",
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)
    submitted_at = models.DateTimeField(_("złożono"), null=True, blank=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("uwaga")
        verbose_name_plural = _("uwagi")
        ordering = ["consultation", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="remark_number_unique"),
            models.CheckConstraint(
                condition=Q(channel="portal") | Q(received_on__isnull=False),
                name="remark_from_outside_has_date",
            ),
            models.CheckConstraint(
                condition=Q(channel="meeting") | Q(meeting__isnull=True),
                name="remark_of_meeting_came_from_it",
            ),
        ]
        indexes = [
            models.Index(fields=["consultation", "state", "number"], name="remark_by_number"),
            models.Index(
                fields=["consultation", "round_number", "state", "number"], name="remark_by_round"
            ),
            models.Index(fields=["provision", "state", "number"], name="remark_by_provision"),
            models.Index(fields=["author", "-created_at"], name="remark_by_author"),
            models.Index(fields=["organization", "-created_at"], name="remark_by_organization"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_late_remark",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_REFUSE_LATE,
            )
        ]

    def __str__(self) -> str:
        return _("Uwaga nr %(number)s") % {"number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("consultations:remark", args=[self.consultation.slug, self.number])


class RemarkSupport(models.Model):
    """A person's "popieram"."""

    remark = models.ForeignKey(
        Remark, on_delete=models.CASCADE, related_name="supports", verbose_name=_("uwaga")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="remark_supports"
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)

    class Meta:
        verbose_name = _("poparcie uwagi")
        verbose_name_plural = _("poparcia uwag")
        constraints = [
            models.UniqueConstraint(fields=["remark", "user"], name="one_support_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.user} → {self.remark}"
