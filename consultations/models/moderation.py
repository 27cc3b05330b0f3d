"""Abuse reports, decisions of moderators, and appeals against them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AbuseReason(models.TextChoices):
    """Why a remark should not stand on the page. Disagreement is no reason."""

    OFFENSIVE = "offensive", _("obraża lub grozi")
    PERSONAL_DATA = "personal_data", _("ujawnia cudze dane osobowe")
    UNLAWFUL = "unlawful", _("łamie prawo")
    SPAM = "spam", _("reklama lub spam")
    OTHER = "other", _("inny powód")


class AbuseState(models.TextChoices):
    """What became of a report."""

    OPEN = "open", _("czeka na decyzję")
    UPHELD = "upheld", _("zasadne")
    DISMISSED = "dismissed", _("niezasadne")


class AbuseReport(models.Model):
    """One person's report of one remark."""

    remark = models.ForeignKey(
        "consultations.Remark",
        verbose_name=_("uwaga"),
        on_delete=models.CASCADE,
        related_name="abuse_reports",
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zgłosił"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.CharField(_("powód"), max_length=16, choices=AbuseReason.choices)
    details = models.TextField(_("wyjaśnienie"), max_length=2000, blank=True)
    state = models.CharField(
        _("stan"), max_length=10, choices=AbuseState.choices, default=AbuseState.OPEN
    )
    created_at = models.DateTimeField(_("zgłoszono"), auto_now_add=True)
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True, blank=True)

    class Meta:
        verbose_name = _("zgłoszenie naruszenia")
        verbose_name_plural = _("zgłoszenia naruszeń")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["remark", "reporter"], name="one_abuse_report_per_person"
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None)
                | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="abuse_report_decided_with_moment",
            ),
        ]
        indexes = [models.Index(fields=["state", "created_at"], name="abuse_report_queue")]

    def __str__(self) -> str:
        return self.get_reason_display()


class ModerationAction(models.TextChoices):
    """What a moderator did."""

    HIDE = "hide", _("ukrycie")
    RESTORE = "restore", _("przywrócenie")
    DISMISS = "dismiss", _("oddalenie zgłoszeń")


class ModerationDecision(models.Model):
    """One decision about a remark, with its reason. Rows are only ever added."""

    remark = models.ForeignKey(
        "consultations.Remark",
        verbose_name=_("uwaga"),
        on_delete=models.CASCADE,
        related_name="moderation_decisions",
    )
    action = models.CharField(_("decyzja"), max_length=8, choices=ModerationAction.choices)
    reason = models.TextField(_("uzasadnienie"), max_length=4000)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("decyzja moderatora")
        verbose_name_plural = _("decyzje moderatorów")
        ordering = ["decided_at", "pk"]

    def __str__(self) -> str:
        return self.get_action_display()


class AppealState(models.TextChoices):
    """What became of an appeal."""

    OPEN = "open", _("czeka na decyzję")
    GRANTED = "granted", _("uwzględnione")
    DENIED = "denied", _("nieuwzględnione")


class Appeal(models.Model):
    """The author's word against the hiding of a remark, decided by somebody else."""

    remark = models.ForeignKey(
        "consultations.Remark",
        verbose_name=_("uwaga"),
        on_delete=models.CASCADE,
        related_name="appeals",
    )
    text = models.TextField(_("treść odwołania"), max_length=4000)
    state = models.CharField(
        _("stan"), max_length=8, choices=AppealState.choices, default=AppealState.OPEN
    )
    decision = models.TextField(_("uzasadnienie decyzji"), max_length=4000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto rozstrzygnął"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("złożono"), auto_now_add=True)
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True, blank=True)

    class Meta:
        verbose_name = _("odwołanie")
        verbose_name_plural = _("odwołania")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["remark"], condition=Q(state="open"), name="one_open_appeal_per_remark"
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None)
                | (~Q(state="open") & Q(decided_at__isnull=False) & ~Q(decision="")),
                name="appeal_decided_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
