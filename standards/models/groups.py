"""Working groups and councils: bodies of two sectors, their seats and how people get them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class GroupKind(models.TextChoices):
    """What kind of body it is."""

    WORKING = "working", _("zespół roboczy")
    COUNCIL = "council", _("rada działalności pożytku publicznego")
    PERMANENT = "permanent", _("stały zespół lub komisja")


class Side(models.TextChoices):
    """The two sectors of every body."""

    NGO = "ngo", _("strona organizacji")
    ADMINISTRATION = "administration", _("strona administracji")


class Function(models.TextChoices):
    """What a member does in the body."""

    CHAIR = "chair", _("przewodniczący(-a)")
    DEPUTY = "deputy", _("zastępca przewodniczącego")
    SECRETARY = "secretary", _("sekretarz")
    MEMBER = "member", _("członek(-kini)")
    EXPERT = "expert", _("ekspert(ka) bez prawa głosu")


# Those who call meetings and keep minutes.
LEADING = (Function.CHAIR, Function.DEPUTY, Function.SECRETARY)
VOTING = (Function.CHAIR, Function.DEPUTY, Function.SECRETARY, Function.MEMBER)


class GroupQuerySet(models.QuerySet["WorkingGroup"]):
    """Choices of bodies; visibility lives here and only here."""

    def visible_to(self, user: Any) -> GroupQuerySet:
        """Listed ones for everybody; others for their people, their office, administrators."""
        if user.is_authenticated and user.is_staff:
            return self
        listed = Q(is_listed=True)
        if not user.is_authenticated:
            return self.filter(listed)
        offices = user.publicbodymemberships.filter(is_active=True).values("public_body")
        seats = user.group_seats.current().values("group")
        return self.filter(listed | Q(public_body__in=offices) | Q(pk__in=seats))


@pghistory.track(exclude=["updated_at"])
class WorkingGroup(models.Model):
    """A body in which NGOs and administration sit together."""

    name = models.CharField(_("nazwa"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    kind = models.CharField(
        _("rodzaj"), max_length=10, choices=GroupKind.choices, default=GroupKind.WORKING
    )
    purpose = models.TextField(_("po co działa"), help_text=_("Zadania zespołu, prostymi słowami."))
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd, który go obsługuje"),
        on_delete=models.PROTECT,
        related_name="working_groups",
    )
    appointment_number = models.CharField(
        _("numer aktu powołania"), max_length=80, blank=True, help_text=_("Np. 4521/2014.")
    )
    appointed_on = models.DateField(_("data aktu powołania"), null=True, blank=True)
    appointment_file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik aktu powołania"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    term_from = models.DateField(_("kadencja od"), null=True, blank=True)
    term_until = models.DateField(_("kadencja do"), null=True, blank=True)
    ngo_seats = models.PositiveSmallIntegerField(_("miejsca strony organizacji"), default=5)
    administration_seats = models.PositiveSmallIntegerField(
        _("miejsca strony administracji"), default=5
    )
    quorum_percent = models.PositiveSmallIntegerField(_("kworum w procentach członków"), default=50)
    contact_email = models.EmailField(_("e-mail do kontaktu"), blank=True)
    is_listed = models.BooleanField(_("widoczny publicznie"), default=True)
    closed_on = models.DateField(_("zakończył pracę"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("utworzone przez"),
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("zespół")
        verbose_name_plural = _("zespoły")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(term_until__isnull=True)
                | Q(term_from__isnull=True)
                | Q(term_until__gte=F("term_from")),
                name="group_term_in_order",
                violation_error_message=_("Kadencja nie może skończyć się, zanim się zaczęła."),
            ),
            models.CheckConstraint(
                condition=Q(quorum_percent__gte=1) & Q(quorum_percent__lte=100),
                name="group_quorum_is_percent",
                violation_error_message=_("Kworum to liczba od 1 do 100."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "name"], name="group_kind_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("standards:group", args=[self.slug])

    @property
    def is_council(self) -> bool:
        """Whether it gives opinions and has its NGO members elected."""
        return self.kind == GroupKind.COUNCIL


class MemberQuerySet(models.QuerySet["Member"]):
    """Common choices of members."""

    def current(self) -> MemberQuerySet:
        """Those who sit today."""
        today = timezone.localdate()
        return self.filter(Q(until__isnull=True) | Q(until__gte=today), since__lte=today)

    def voting(self) -> MemberQuerySet:
        """Those whose votes count; experts advise."""
        return self.filter(function__in=VOTING)

    def leading(self) -> MemberQuerySet:
        """Those who call meetings and keep minutes."""
        return self.filter(function__in=LEADING)


@pghistory.track()
class Member(models.Model):
    """One person's seat in a body, from a day until a day."""

    group = models.ForeignKey(
        WorkingGroup, on_delete=models.CASCADE, related_name="members", verbose_name=_("zespół")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("konto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="group_seats",
    )
    name = models.CharField(_("imię i nazwisko"), max_length=120, db_collation="pl-x-icu")
    side = models.CharField(_("strona"), max_length=14, choices=Side.choices)
    function = models.CharField(
        _("funkcja"), max_length=10, choices=Function.choices, default=Function.MEMBER
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="group_seats",
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="group_seats",
    )
    affiliation = models.CharField(
        _("kogo reprezentuje"),
        max_length=200,
        blank=True,
        help_text=_("Gdy organizacji lub urzędu nie ma w spisie, albo działa w imieniu sieci."),
    )
    since = models.DateField(_("od"))
    until = models.DateField(_("do"), null=True, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("miejsce w zespole")
        verbose_name_plural = _("miejsca w zespołach")
        ordering = ["side", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="member_term_in_order",
                violation_error_message=_("Miejsce nie może skończyć się, zanim się zaczęło."),
            ),
            models.CheckConstraint(
                condition=(Q(side=Side.NGO) & Q(public_body__isnull=True))
                | (Q(side=Side.ADMINISTRATION) & Q(organization__isnull=True)),
                name="member_belongs_to_own_side",
                violation_error_message=_(
                    "Strona organizacji reprezentuje organizację, a strona administracji urząd."
                ),
            ),
            models.UniqueConstraint(
                fields=["group", "user"],
                condition=Q(until__isnull=True),
                name="one_open_seat_in_group",
                violation_error_message=_("Ta osoba ma już miejsce w tym zespole."),
            ),
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(until__isnull=True) & Q(function=Function.CHAIR),
                name="one_chair_of_group",
                violation_error_message=_("Zespół ma już przewodniczącego."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.group.get_absolute_url()

    @property
    def represents(self) -> str:
        """The name of the organization, office or network that the person speaks for."""
        return self.affiliation or str(self.organization or self.public_body or "")

    def is_current_on(self, day: date) -> bool:
        """Whether the person sits on ``day``."""
        return self.since <= day and (self.until is None or self.until >= day)
