"""Elections of NGO representatives: candidates, the roll of voters, and the urn.

The roll and the urn are two tables that share nothing: see docs/decisions/0014-secret-ballot.md.
"""

from __future__ import annotations

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ElectionState(models.TextChoices):
    """Whether the election is for the public yet; its phases follow from its moments."""

    DRAFT = "draft", _("w przygotowaniu")
    ANNOUNCED = "announced", _("ogłoszone")
    CANCELLED = "cancelled", _("odwołane")


class Phase(models.TextChoices):
    """What may be done now."""

    DRAFT = "draft", _("w przygotowaniu")
    CANDIDATES = "candidates", _("zgłaszanie kandydatów")
    CHECKING = "checking", _("sprawdzanie kandydatów")
    VOTING = "voting", _("głosowanie")
    COUNTING = "counting", _("liczenie głosów")
    RESULTS = "results", _("wyniki ogłoszone")
    CANCELLED = "cancelled", _("odwołane")


class ElectionQuerySet(models.QuerySet["Election"]):
    """Visibility of elections."""

    def public(self) -> ElectionQuerySet:
        """Those that everybody may see."""
        return self.exclude(state=ElectionState.DRAFT)


# Once voting has begun nothing may change that voters relied on.
_REFUSE_CHANGED_RULES = """
    RAISE EXCEPTION 'voting has begun'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'rules_stay_once_voting_begins';
"""


@pghistory.track(exclude=["updated_at"])
class Election(models.Model):
    """One election of representatives of NGOs to a council."""

    council = models.ForeignKey(
        "standards.WorkingGroup",
        on_delete=models.CASCADE,
        related_name="elections",
        verbose_name=_("rada"),
    )
    title = models.CharField(_("tytuł"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    rules = models.TextField(
        _("zasady"), help_text=_("Kto może kandydować, jak głosujemy, co przy równej liczbie.")
    )
    seats = models.PositiveSmallIntegerField(
        _("liczba miejsc"), help_text=_("Na tylu kandydatów najwyżej wolno oddać głos.")
    )
    candidates_until = models.DateTimeField(_("kandydatów można zgłaszać do"))
    voting_from = models.DateTimeField(_("głosowanie od"))
    voting_until = models.DateTimeField(_("głosowanie do"))
    results_at = models.DateTimeField(
        _("ogłoszenie wyników"), help_text=_("Przed tą chwilą portal nikomu ich nie pokaże.")
    )
    complaints_until = models.DateTimeField(_("skargi do"))
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=ElectionState.choices,
        default=ElectionState.DRAFT,
        editable=False,
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = ElectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("wybory")
        verbose_name_plural = _("wybory")
        ordering = ["-voting_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(candidates_until__lte=F("voting_from"))
                & Q(voting_from__lt=F("voting_until"))
                & Q(voting_until__lte=F("results_at"))
                & Q(results_at__lt=F("complaints_until")),
                name="election_moments_in_order",
                violation_error_message=_(
                    "Kolejność: kandydaci, początek i koniec głosowania, wyniki, skargi."
                ),
            ),
            models.CheckConstraint(
                condition=Q(seats__gt=0),
                name="election_has_seats",
                violation_error_message=_("Podaj co najmniej jedno miejsce."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="rules_stay_once_voting_begins",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "OLD.state = 'announced' AND OLD.voting_from <= clock_timestamp() AND ("
                    "NEW.seats <> OLD.seats OR NEW.voting_from <> OLD.voting_from"
                    " OR NEW.voting_until <> OLD.voting_until OR NEW.results_at <> OLD.results_at"
                    " OR NEW.council_id <> OLD.council_id)"
                ),
                func=_REFUSE_CHANGED_RULES,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:election", args=[self.slug])

    @property
    def phase(self) -> Phase:
        """What may be done now, by this process's clock; the database decides."""
        if self.state != ElectionState.ANNOUNCED:
            return Phase(self.state)
        now = timezone.now()
        for phase, until in (
            (Phase.CANDIDATES, self.candidates_until),
            (Phase.CHECKING, self.voting_from),
            (Phase.VOTING, self.voting_until),
            (Phase.COUNTING, self.results_at),
        ):
            if now < until:
                return phase
        return Phase.RESULTS


class CandidateState(models.TextChoices):
    """What the office found."""

    PROPOSED = "proposed", _("zgłoszony")
    ACCEPTED = "accepted", _("na liście")
    REJECTED = "rejected", _("odrzucony")


@pghistory.track()
class Candidate(models.Model):
    """Somebody put forward by an organization."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="candidates")
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("zgłasza"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(_("imię i nazwisko"), max_length=120, db_collation="pl-x-icu")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("konto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="candidacies",
    )
    programme = models.TextField(_("program"), max_length=5000)
    consent_file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("podpisana zgoda"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    consented_at = models.DateTimeField(_("zgoda na portalu"), null=True, editable=False)
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=CandidateState.choices,
        default=CandidateState.PROPOSED,
        editable=False,
    )
    reason = models.TextField(_("powód odrzucenia"), max_length=2000, blank=True)
    lot = models.PositiveIntegerField(_("kolejność z losowania"), null=True, editable=False)

    class Meta:
        verbose_name = _("kandydat")
        verbose_name_plural = _("kandydaci")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "organization"],
                name="one_candidate_of_organization",
                violation_error_message=_("Ta organizacja zgłosiła już kandydata."),
            ),
            models.CheckConstraint(
                condition=~Q(state=CandidateState.ACCEPTED)
                | Q(consent_file__isnull=False)
                | Q(consented_at__isnull=False),
                name="listed_candidate_consented",
                violation_error_message=_("Bez zgody kandydata nie można wpisać go na listę."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="list_stays_once_voting_begins",
                operation=pgtrigger.UpdateOf("state", "election_id"),
                when=pgtrigger.Before,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM standards_election election
                        WHERE election.id = NEW.election_id AND election.state = 'announced'
                            AND election.voting_from <= clock_timestamp()
                    ) THEN
                        RAISE EXCEPTION 'voting has begun' USING ERRCODE = 'check_violation',
                            CONSTRAINT = 'list_stays_once_voting_begins';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.election.get_absolute_url()

    @property
    def has_consented(self) -> bool:
        """Whether the person agreed, on paper or on the portal."""
        return self.consent_file_id is not None or self.consented_at is not None


class Mandate(models.Model):
    """Who casts the vote of an organization; its profile's keeper says so."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="mandates")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("upoważniona osoba"),
        on_delete=models.PROTECT,
        related_name="mandates",
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    given_at = models.DateTimeField(_("nadano"), auto_now_add=True)

    class Meta:
        verbose_name = _("upoważnienie do głosowania")
        verbose_name_plural = _("upoważnienia do głosowania")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "organization"], name="one_mandate_of_organization"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.user}"

    def get_absolute_url(self) -> str:
        return self.election.get_absolute_url()


_ROLL_EQUALS_URN = """
    IF (SELECT count(*) FROM standards_rollentry roll WHERE roll.election_id = NEW.election_id)
        IS DISTINCT FROM
       (SELECT urn.count FROM standards_urn urn WHERE urn.election_id = NEW.election_id)
    THEN
        RAISE EXCEPTION 'the roll and the urn differ'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'roll_equals_urn';
    END IF;
    RETURN NEW;
"""


class RollEntry(models.Model):
    """That an organization has voted. No moment, no person, no order: the key is random."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="roll")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("odnotowany głos")
        verbose_name_plural = _("odnotowane głosy")
        constraints = [
            models.UniqueConstraint(
                fields=["election", "organization"], name="one_vote_of_organization"
            )
        ]
        triggers = [
            pgtrigger.Protect(name="roll_stays", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="roll_equals_urn",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=_ROLL_EQUALS_URN,
            ),
        ]

    def __str__(self) -> str:
        return str(self.organization)


class Urn(models.Model):
    """All ballots of an election in one row, sorted anew with each vote.

    One row, because rows of their own would carry the number of the transaction that wrote them
    (``xmin``) and their place on disk, and those tell who cast which. ``ballots`` holds lists of
    candidates' keys, ``receipts`` digests of voters' receipts; both are sorted, so that neither
    their order nor their pairing says anything.
    """

    election = models.OneToOneField(
        Election, primary_key=True, on_delete=models.PROTECT, related_name="urn"
    )
    count = models.PositiveIntegerField(default=0)
    ballots = models.JSONField(default=list)
    receipts = models.JSONField(default=list)

    class Meta:
        verbose_name = _("urna")
        verbose_name_plural = _("urny")
        triggers = [
            pgtrigger.Protect(name="urn_stays", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="one_vote_at_a_time",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM standards_election election
                        WHERE election.id = NEW.election_id AND election.state = 'announced'
                            AND election.voting_from <= clock_timestamp()
                            AND election.voting_until > clock_timestamp()
                    ) THEN
                        RAISE EXCEPTION 'voting is closed' USING ERRCODE = 'check_violation',
                            CONSTRAINT = 'vote_in_time';
                    END IF;
                    IF NEW.count <> OLD.count + 1
                        OR jsonb_array_length(NEW.ballots) <> NEW.count
                        OR jsonb_array_length(NEW.receipts) <> NEW.count
                        OR EXISTS (SELECT jsonb_array_elements(OLD.receipts)
                            EXCEPT ALL SELECT jsonb_array_elements(NEW.receipts))
                        OR EXISTS (SELECT jsonb_array_elements(OLD.ballots)
                            EXCEPT ALL SELECT jsonb_array_elements(NEW.ballots))
                    THEN
                        RAISE EXCEPTION 'an urn takes one vote at a time'
                            USING ERRCODE = 'check_violation',
                            CONSTRAINT = 'one_vote_at_a_time';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="urn_equals_roll",
                operation=pgtrigger.Update,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=_ROLL_EQUALS_URN,
            ),
        ]

    def __str__(self) -> str:
        return str(self.election)


class Complaint(models.Model):
    """What somebody who took part says against the election."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="complaints")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("treść skargi"), max_length=5000)
    submitted_at = models.DateTimeField(_("złożono"), auto_now_add=True)
    decision = models.TextField(_("rozstrzygnięcie"), max_length=5000, blank=True)
    is_upheld = models.BooleanField(_("uwzględniona"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("skarga wyborcza")
        verbose_name_plural = _("skargi wyborcze")
        ordering = ["submitted_at", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="in_time",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM standards_election election
                        WHERE election.id = NEW.election_id AND election.state = 'announced'
                            AND election.complaints_until > clock_timestamp()
                    ) THEN
                        RAISE EXCEPTION 'too late for complaints'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_in_time';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return self.election.get_absolute_url()
