"""The organiser's side: team, tasks, letters, saved looks of the report."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.choices import MailGroup, TeamRole
from events.models.event import Event


class TeamMember(models.Model):
    """A person who helps with one event, from the office or from outside."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="team")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="event_roles",
    )
    role = models.CharField(_("rola"), max_length=16, choices=TeamRole.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("osoba w zespole wydarzenia")
        verbose_name_plural = _("zespoły wydarzeń")
        ordering = ["role", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "user"], name="one_role_in_team")]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"


class Task(models.Model):
    """A line of the checklist."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(_("co zrobić"), max_length=200)
    due_on = models.DateField(_("do kiedy"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="event_tasks",
    )
    done_at = models.DateTimeField(_("zrobiono"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("zadanie")
        verbose_name_plural = _("zadania")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title


class Mailing(models.Model):
    """A letter of the organiser to a group, sent at once or at a chosen time."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="mailings", verbose_name=_("wydarzenie")
    )
    group = models.CharField(_("do kogo"), max_length=12, choices=MailGroup.choices)
    subject = models.CharField(_("temat"), max_length=150)
    text = models.TextField(
        _("treść"),
        help_text=_("Możesz wstawić: {imię i nazwisko}, {wydarzenie}, {data}, {miejsce}, {link}."),
    )
    send_at = models.DateTimeField(_("kiedy wysłać"))
    sent_at = models.DateTimeField(_("wysłano"), null=True, blank=True, editable=False)
    sent_count = models.PositiveIntegerField(_("liczba wysłanych"), default=0, editable=False)
    is_cancelled = models.BooleanField(_("odwołane"), default=False, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("utworzone przez"),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("list do uczestników")
        verbose_name_plural = _("listy do uczestników")
        ordering = ["-send_at", "-pk"]
        indexes = [
            models.Index(
                fields=["send_at"],
                condition=Q(sent_at__isnull=True, is_cancelled=False),
                name="mailing_due",
            )
        ]

    def __str__(self) -> str:
        return self.subject


class MailTemplate(models.Model):
    """A letter that an office uses again."""

    public_body = models.ForeignKey(
        "organizations.PublicBody", on_delete=models.CASCADE, related_name="event_letters"
    )
    name = models.CharField(_("nazwa wzoru"), max_length=100)
    subject = models.CharField(_("temat"), max_length=150)
    text = models.TextField(_("treść"))

    class Meta:
        verbose_name = _("wzór listu")
        verbose_name_plural = _("wzory listów")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_body", "name"], name="letter_template_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
