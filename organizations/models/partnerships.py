"""Partnerships: who does something together, and how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organizations.models.initiatives import Initiative
from organizations.models.partnership_calls import (
    PartnershipCall,
    SideMixin,
    acting_for,
    one_side,
)


class PartnershipStage(models.TextChoices):
    """Steps of the standard of partnerships in public tasks."""

    FORMING = "forming", _("dobór partnerów")
    AGREED = "agreed", _("umowa partnerska")
    RUNNING = "running", _("realizacja")
    EVALUATED = "evaluated", _("ocena i rozliczenie")
    ENDED = "ended", _("zakończone")
    DISSOLVED = "dissolved", _("rozwiązane")


@dataclass(frozen=True, slots=True)
class PartnershipTransition:
    """One allowed step; guards are implemented in ``domain.partnerships``."""

    source: PartnershipStage
    target: PartnershipStage
    guards: tuple[str, ...] = ()
    needs_note: bool = False


PARTNERSHIP_TRANSITIONS: tuple[PartnershipTransition, ...] = (
    PartnershipTransition(
        PartnershipStage.FORMING,
        PartnershipStage.AGREED,
        ("two_sides_confirmed", "agreement_signed"),
    ),
    PartnershipTransition(PartnershipStage.AGREED, PartnershipStage.RUNNING),
    PartnershipTransition(PartnershipStage.RUNNING, PartnershipStage.EVALUATED, needs_note=True),
    PartnershipTransition(PartnershipStage.EVALUATED, PartnershipStage.ENDED),
    PartnershipTransition(PartnershipStage.FORMING, PartnershipStage.DISSOLVED, needs_note=True),
    PartnershipTransition(PartnershipStage.AGREED, PartnershipStage.DISSOLVED, needs_note=True),
    PartnershipTransition(PartnershipStage.RUNNING, PartnershipStage.DISSOLVED, needs_note=True),
)


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    """Who sees which partnerships."""

    def visible_to(self, user: Any) -> PartnershipQuerySet:
        """Agreed ones are public; partners see theirs from the beginning."""
        public = Q(agreement_on__isnull=False)
        if not user.is_authenticated:
            return self.filter(public)
        if user.is_staff:
            return self
        own = PartnershipMember.objects.filter(acting_for(user)).values("partnership")
        return self.filter(public | Q(pk__in=own))


class Partnership(models.Model):
    """Organizations and offices that do something together."""

    title = models.CharField(_("nazwa"), max_length=160, db_collation="pl-x-icu")
    slug = models.SlugField(_("adres strony"), max_length=120, unique=True)
    purpose = models.TextField(_("cel"), max_length=4000)
    call = models.ForeignKey(
        PartnershipCall,
        verbose_name=_("z ogłoszenia"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="partnerships",
    )
    stage = models.CharField(
        _("krok"),
        max_length=10,
        choices=PartnershipStage.choices,
        default=PartnershipStage.FORMING,
    )
    agreement_on = models.DateField(_("umowa z dnia"), null=True, blank=True)
    agreement_number = models.CharField(_("numer umowy"), max_length=60, blank=True)
    agreement_file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("umowa"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    initiative = models.OneToOneField(
        Initiative,
        verbose_name=_("na mapie"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="partnership",
    )
    created_at = models.DateTimeField(_("zapisano"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnerstwo")
        verbose_name_plural = _("partnerstwa")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=[PartnershipStage.FORMING, PartnershipStage.DISSOLVED])
                | Q(agreement_on__isnull=False),
                name="partnership_agreed_with_date",
                violation_error_message=_("Bez daty umowy partnerstwo nie idzie dalej."),
            )
        ]
        indexes = [
            models.Index(F("created_at").desc(), F("id").desc(), name="partnership_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("organizations:partnership", args=[self.slug])


class PartnerRole(models.TextChoices):
    """What a member is to the partnership."""

    LEADER = "leader", _("lider")
    PARTNER = "partner", _("partner")


class PartnershipMember(SideMixin):
    """One side of a partnership with its part."""

    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partnerstwo"),
        on_delete=models.CASCADE,
        related_name="members",
    )
    role = models.CharField(
        _("rola"), max_length=8, choices=PartnerRole.choices, default=PartnerRole.PARTNER
    )
    contribution = models.CharField(_("co wnosi"), max_length=400, blank=True)
    confirmed_at = models.DateTimeField(_("potwierdzono"), null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto potwierdził"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partnerzy")
        ordering = ["role", "pk"]
        constraints = [
            one_side("partnership_member_one_side"),
            models.UniqueConstraint(
                fields=["partnership"],
                condition=Q(role=PartnerRole.LEADER),
                name="partnership_one_leader",
                violation_error_message=_("Partnerstwo ma jednego lidera."),
            ),
            models.UniqueConstraint(
                fields=["partnership", "organization"],
                condition=Q(organization__isnull=False),
                name="partnership_member_once_an_organization",
            ),
            models.UniqueConstraint(
                fields=["partnership", "public_body"],
                condition=Q(public_body__isnull=False),
                name="partnership_member_once_an_office",
            ),
        ]

    def __str__(self) -> str:
        return str(self.side)


class PartnershipStep(models.Model):
    """One step that a partnership has taken. Rows are only ever added."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="steps")
    source = models.CharField(_("z kroku"), max_length=10, choices=PartnershipStage.choices)
    target = models.CharField(_("na krok"), max_length=10, choices=PartnershipStage.choices)
    note = models.TextField(_("notatka"), max_length=2000, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    taken_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("krok partnerstwa")
        verbose_name_plural = _("kroki partnerstw")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"
