"""Abuse reports, decisions of moderators, appeals, and changes of threads."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AbuseReason(models.TextChoices):
    """Why a post should not stand on the page. Disagreement is no reason."""

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
    """One person's report of one post."""

    post = models.ForeignKey(
        "discussions.Post",
        verbose_name=_("wpis"),
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
        verbose_name = _("zgłoszenie wpisu")
        verbose_name_plural = _("zgłoszenia wpisów")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["post", "reporter"], name="one_post_report_per_person"),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None)
                | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="post_report_decided_with_moment",
            ),
        ]
        indexes = [models.Index(fields=["state", "created_at"], name="post_report_queue")]

    def __str__(self) -> str:
        return self.get_reason_display()


class ModerationAction(models.TextChoices):
    """What a moderator did about a post."""

    HIDE = "hide", _("ukrycie")
    RESTORE = "restore", _("przywrócenie")
    DISMISS = "dismiss", _("oddalenie zgłoszeń")


class ModerationDecision(models.Model):
    """One decision about a post, with its reason. Rows are only ever added."""

    post = models.ForeignKey(
        "discussions.Post",
        verbose_name=_("wpis"),
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
        verbose_name = _("decyzja o wpisie")
        verbose_name_plural = _("decyzje o wpisach")
        ordering = ["decided_at", "pk"]

    def __str__(self) -> str:
        return self.get_action_display()


class AppealState(models.TextChoices):
    """What became of an appeal."""

    OPEN = "open", _("czeka na decyzję")
    GRANTED = "granted", _("uwzględnione")
    DENIED = "denied", _("nieuwzględnione")


class Appeal(models.Model):
    """The author's word against the hiding of a post, decided by somebody else."""

    post = models.ForeignKey(
        "discussions.Post", verbose_name=_("wpis"), on_delete=models.CASCADE, related_name="appeals"
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
        verbose_name = _("odwołanie od ukrycia wpisu")
        verbose_name_plural = _("odwołania od ukrycia wpisów")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(state="open"), name="one_open_appeal_per_post"
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None)
                | (~Q(state="open") & Q(decided_at__isnull=False) & ~Q(decision="")),
                name="post_appeal_decided_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


class ThreadAction(models.TextChoices):
    """What a moderator did with a thread."""

    PIN = "pin", _("przypięcie")
    UNPIN = "unpin", _("odpięcie")
    LOCK = "lock", _("zamknięcie")
    UNLOCK = "unlock", _("otwarcie")
    MOVE = "move", _("przeniesienie")
    MERGE = "merge", _("połączenie")


class ThreadChange(models.Model):
    """One step in a thread's life, with who did it and why. Rows are only ever added."""

    thread = models.ForeignKey(
        "discussions.Thread",
        verbose_name=_("wątek"),
        on_delete=models.CASCADE,
        related_name="changes",
    )
    action = models.CharField(_("czynność"), max_length=8, choices=ThreadAction.choices)
    # From which category, or which thread was taken in.
    about = models.CharField(_("szczegóły"), max_length=300, blank=True)
    reason = models.TextField(_("powód"), max_length=1000)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana wątku")
        verbose_name_plural = _("zmiany wątków")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return self.get_action_display()
