"""Calls for partners of a joint initiative, and who is interested."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organizations.models.organizations import Organization
from organizations.models.public_bodies import PublicBody
from search.columns import SearchColumns, search_columns_from


def one_side(name: str) -> models.CheckConstraint:
    """Exactly one of an organization and an office."""
    return models.CheckConstraint(
        condition=Q(organization__isnull=False) ^ Q(public_body__isnull=False),
        name=name,
        violation_error_message=_("Wskaż organizację albo urząd."),
    )


class SideMixin(models.Model):
    """A row that belongs to an organization or to an office."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
    )
    public_body = models.ForeignKey(
        PublicBody,
        verbose_name=_("urząd"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
    )

    class Meta:
        abstract = True

    @property
    def side(self) -> Organization | PublicBody:
        """The organization or office to which the row belongs."""
        side = self.organization or self.public_body
        if side is None:
            raise ValueError("A row of a partnership belongs to nobody.")
        return side


class CallState(models.TextChoices):
    """Whether partners are still looked for."""

    OPEN = "open", _("szuka partnerów")
    CLOSED = "closed", _("zakończone")


class CallOutcome(models.TextChoices):
    """What came of a call."""

    PARTNERSHIP = "partnership", _("powstało partnerstwo")
    ALONE = "alone", _("robimy to bez partnerów")
    NOTHING = "nothing", _("nic z tego nie wyszło")


class PartnershipCallQuerySet(models.QuerySet["PartnershipCall"]):
    """Who sees which calls."""

    def shown(self) -> PartnershipCallQuerySet:
        """What everybody sees."""
        return self.filter(is_hidden=False)

    def visible_to(self, user: Any) -> PartnershipCallQuerySet:
        """Shown ones; those who act for the caller see theirs hidden, administrators all."""
        if not user.is_authenticated:
            return self.shown()
        if user.is_staff:
            return self
        return self.filter(Q(is_hidden=False) | acting_for(user))

    def taking_answers(self) -> PartnershipCallQuerySet:
        """Open ones before their deadline, by the database's clock."""
        return self.filter(state=CallState.OPEN, closes_at__gt=Now())


def acting_for(user: Any, prefix: str = "") -> Q:
    """Rows of organizations and offices for which the person may act."""
    return Q(
        **{
            f"{prefix}organization__in": user.organizationmemberships.filter(is_active=True).values(
                "organization"
            )
        }
    ) | Q(
        **{
            f"{prefix}public_body__in": user.publicbodymemberships.filter(is_active=True).values(
                "public_body"
            )
        }
    )


class PartnershipCall(SearchColumns, SideMixin):
    """An organization or office looks for partners of an idea."""

    title = models.CharField(_("tytuł"), max_length=160, db_collation="pl-x-icu")
    slug = models.SlugField(_("adres strony"), max_length=120, unique=True)
    idea = models.TextField(
        _("pomysł"), max_length=6000, help_text=_("Co chcecie zrobić, dla kogo i po co.")
    )
    offered = models.TextField(
        _("co wnosicie"),
        max_length=2000,
        help_text=_("Np. salę, doświadczenie, ludzi, wkład własny."),
    )
    sought = models.TextField(
        _("kogo i czego szukacie"),
        max_length=2000,
        help_text=_("Np. organizacji z psychologiem, gminy z lokalem."),
    )
    benefit_fields = models.ManyToManyField(
        "organizations.PublicBenefitField",
        verbose_name=_("sfery pożytku publicznego"),
        related_name="+",
    )
    target_groups = models.ManyToManyField(
        "organizations.TargetGroup", verbose_name=_("dla kogo"), related_name="+", blank=True
    )
    counties = models.ManyToManyField(
        "territory.Area",
        verbose_name=_("gdzie"),
        related_name="+",
        blank=True,
        help_text=_("Puste: w całym województwie."),
    )
    budget_source = models.CharField(
        _("z czego będzie finansowane"),
        max_length=200,
        blank=True,
        help_text=_("Np. konkurs gminy, inicjatywa lokalna, środki własne."),
    )
    closes_at = models.DateTimeField(_("zgłoszenia do"))
    state = models.CharField(
        _("stan"), max_length=8, choices=CallState.choices, default=CallState.OPEN
    )
    outcome = models.CharField(
        _("co z tego wyszło"), max_length=12, choices=CallOutcome.choices, blank=True
    )
    outcome_text = models.TextField(_("opowiedz"), max_length=2000, blank=True)
    closed_at = models.DateTimeField(_("zakończono"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(
        _("przypomniano o zakończeniu"), null=True, blank=True, editable=False
    )
    is_hidden = models.BooleanField(_("ukryte przez moderatora"), default=False)
    hidden_reason = models.TextField(_("dlaczego ukryte"), max_length=2000, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto ogłosił"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("ogłoszono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = PartnershipCallQuerySet.as_manager()

    class Meta:
        verbose_name = _("poszukiwanie partnerów")
        verbose_name_plural = _("poszukiwania partnerów")
        ordering = ["-created_at", "-pk"]
        constraints = [
            one_side("partnership_call_one_side"),
            models.CheckConstraint(
                condition=Q(state=CallState.OPEN, outcome="", closed_at__isnull=True)
                | Q(state=CallState.CLOSED, closed_at__isnull=False) & ~Q(outcome=""),
                name="partnership_call_closed_with_outcome",
                violation_error_message=_("Zakończone ogłoszenie mówi, co z niego wyszło."),
            ),
            models.CheckConstraint(
                condition=Q(is_hidden=False) | ~Q(hidden_reason=""),
                name="partnership_call_hidden_with_reason",
                violation_error_message=_("Ukrycie wymaga uzasadnienia."),
            ),
        ]
        indexes = [
            models.Index(
                F("state"), F("created_at").desc(), F("id").desc(), name="partnership_call_newest"
            ),
            models.Index(fields=["state", "closes_at", "id"], name="partnership_call_closing"),
            GinIndex(fields=["search_vector"], name="partnership_call_words"),
            GinIndex(
                fields=["search_plain"],
                opclasses=["gin_trgm_ops"],
                name="partnership_call_trigrams",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the columns that search reads in step with the texts."""
        columns = search_columns_from(
            names=[self.title], texts=[self.idea, self.offered, self.sought]
        )
        self.search_names, self.search_texts, self.search_plain = columns
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("organizations:partnership_call", args=[self.slug])

    @property
    def takes_answers(self) -> bool:
        """Whether the page offers the form; the database decides when it is sent."""
        return self.state == CallState.OPEN and self.closes_at > timezone.now()


class InterestState(models.TextChoices):
    """What became of somebody's interest."""

    WAITING = "waiting", _("czeka na odpowiedź")
    ACCEPTED = "accepted", _("zaproszono do partnerstwa")
    DECLINED = "declined", _("odmówiono")
    WITHDRAWN = "withdrawn", _("wycofane")


class PartnershipInterest(SideMixin):
    """An organization or office would join; the talk of both sides hangs on it."""

    call = models.ForeignKey(
        PartnershipCall,
        verbose_name=_("ogłoszenie"),
        on_delete=models.CASCADE,
        related_name="interests",
    )
    message = models.TextField(_("wiadomość"), max_length=3000)
    state = models.CharField(
        _("stan"), max_length=10, choices=InterestState.choices, default=InterestState.WAITING
    )
    reason = models.TextField(_("uzasadnienie"), max_length=2000, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto napisał"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="partnership_interests",
    )
    created_at = models.DateTimeField(_("zgłoszono"), auto_now_add=True)
    answered_at = models.DateTimeField(_("odpowiedziano"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("zainteresowanie partnerstwem")
        verbose_name_plural = _("zainteresowania partnerstwem")
        ordering = ["created_at", "pk"]
        constraints = [
            one_side("partnership_interest_one_side"),
            models.UniqueConstraint(
                fields=["call", "organization"],
                condition=Q(organization__isnull=False),
                name="partnership_interest_once_an_organization",
            ),
            models.UniqueConstraint(
                fields=["call", "public_body"],
                condition=Q(public_body__isnull=False),
                name="partnership_interest_once_an_office",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.call}"

    def get_absolute_url(self) -> str:
        return reverse("organizations:partnership_interest", args=[self.call.slug, self.pk])


class PartnershipMessage(models.Model):
    """A word in the private talk of a caller and an interested side."""

    interest = models.ForeignKey(
        PartnershipInterest,
        verbose_name=_("zainteresowanie"),
        on_delete=models.CASCADE,
        related_name="messages",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto napisał"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="partnership_messages",
    )
    is_from_caller = models.BooleanField(_("od ogłaszającego"))
    text = models.TextField(_("treść"), max_length=3000)
    created_at = models.DateTimeField(_("wysłano"), auto_now_add=True)

    class Meta:
        verbose_name = _("wiadomość o partnerstwie")
        verbose_name_plural = _("wiadomości o partnerstwie")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class PartnershipSuggestion(models.Model):
    """A caller asked a suggested organization to look at the call; once for each."""

    call = models.ForeignKey(PartnershipCall, on_delete=models.CASCADE, related_name="suggestions")
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="partnership_suggestions"
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    sent_at = models.DateTimeField(_("wysłano"), auto_now_add=True)

    class Meta:
        verbose_name = _("zaproszenie do ogłoszenia")
        verbose_name_plural = _("zaproszenia do ogłoszeń")
        constraints = [
            models.UniqueConstraint(
                fields=["call", "organization"], name="partnership_suggestion_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.call}"
