"""The verdict, and the audience's votes beside it."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.models.stages import DECIDED_STAGES


class Distinction(models.TextChoices):
    """What is given."""

    LAUREATE = "laureate", _("laureat")
    MENTION = "mention", _("wyróżnienie")
    SPECIAL = "special", _("nagroda specjalna")
    AUDIENCE = "audience", _("nagroda publiczności")


class AwardQuerySet(models.QuerySet["Award"]):
    """Choices of awards; the embargo lives here and only here."""

    def public(self) -> AwardQuerySet:
        """Those whose moment has come, by the database's clock."""
        return self.filter(
            category__edition__stage__in=DECIDED_STAGES,
            category__edition__results_at__lte=Now(),
        )

    def visible_to(self, user: Any) -> AwardQuerySet:
        """The same for everybody: the office works with them on pages of its own."""
        return self.public()


# The verdict is written while the jury deliberates, and nobody is distinguished who did not
# agree to stand.
_REFUSE_AWARD = """
    PERFORM 1 FROM awards_category category
        JOIN awards_edition edition ON edition.id = category.edition_id
        LEFT JOIN awards_nomination nomination ON nomination.id = NEW.nomination_id
        WHERE category.id = NEW.category_id AND edition.stage = 'deliberation'
            AND (NEW.nomination_id IS NULL OR (
                nomination.state = 'accepted' AND nomination.consent = 'given'
                AND nomination.category_id = category.id
            ))
        FOR SHARE OF edition;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no verdict can be written for category %', NEW.category_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'award_in_deliberation';
    END IF;
    RETURN NEW;
"""


@pghistory.track()
class Award(models.Model):
    """Who is distinguished with what in a category."""

    category = models.ForeignKey(
        "awards.Category", models.PROTECT, verbose_name=_("kategoria"), related_name="awards"
    )
    nomination = models.ForeignKey(
        "awards.Nomination",
        models.PROTECT,
        verbose_name=_("zgłoszenie"),
        null=True,
        blank=True,
        related_name="awards",
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        models.SET_NULL,
        verbose_name=_("organizacja ze spisu"),
        null=True,
        blank=True,
        related_name="awards",
    )
    name = models.CharField(_("komu"), max_length=200, db_collation="pl-x-icu")
    distinction = models.CharField(_("co"), max_length=10, choices=Distinction.choices)
    place = models.PositiveSmallIntegerField(_("miejsce"), default=1)
    citation = models.TextField(
        _("za co"), max_length=2000, help_text=_("Laudacja: przeczytają ją wszyscy.")
    )
    prize = models.CharField(_("nagroda"), max_length=200, blank=True)
    county = models.ForeignKey(
        "territory.Area",
        models.PROTECT,
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        related_name="+",
    )
    photo = models.ForeignKey(
        "documents.StoredFile",
        models.PROTECT,
        verbose_name=_("zdjęcie"),
        null=True,
        blank=True,
        related_name="+",
    )
    photo_text = models.CharField(_("co widać na zdjęciu"), max_length=200, blank=True)
    video = models.URLField(_("film"), blank=True)

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("przyznana nagroda")
        verbose_name_plural = _("przyznane nagrody")
        ordering = ["category", "distinction", "place", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["category", "nomination", "distinction"],
                name="awards_one_distinction",
                violation_error_message=_("To zgłoszenie już ma taką nagrodę."),
            ),
        ]
        indexes = [models.Index(fields=["organization"], name="awards_award_ngo")]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_award",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=_REFUSE_AWARD,
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_distinction_display()})"

    def get_absolute_url(self) -> str:
        return reverse("awards:laureate", args=[self.pk])


# One person, one vote in a category: the voter is the confirmed address, whether it came with
# an account or by a letter. Time and nominee are decided here as well.
_REFUSE_VOTE = """
    IF TG_OP = 'UPDATE' AND OLD.confirmed_at IS NOT NULL THEN
        RETURN NEW;
    END IF;
    PERFORM 1 FROM awards_nomination nomination
        JOIN awards_category category ON category.id = nomination.category_id
        JOIN awards_edition edition ON edition.id = category.edition_id
        WHERE nomination.id = NEW.nomination_id AND category.id = NEW.category_id
            AND category.has_public_vote AND nomination.state = 'accepted'
            AND nomination.consent = 'given'
            AND edition.stage IN ('jury', 'deliberation', 'sealed')
            AND clock_timestamp() >= edition.votes_from
            AND clock_timestamp() < edition.votes_until;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no votes are taken for %', NEW.nomination_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'vote_in_time';
    END IF;
    RETURN NEW;
"""


class PublicVote(models.Model):
    """A vote of the audience; counted once its address is confirmed."""

    category = models.ForeignKey("awards.Category", models.CASCADE, related_name="votes")
    nomination = models.ForeignKey("awards.Nomination", models.CASCADE, related_name="votes")
    voter = models.CharField(
        _("głosujący"), max_length=64, editable=False, help_text=_("Skrót adresu e-mail z kluczem.")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    domain = models.CharField(_("domena adresu"), max_length=120, blank=True)
    source = models.CharField(_("skrót adresu sieci"), max_length=64, blank=True)
    paid = models.BooleanField(_("z dowodem pracy"), default=False)
    created_at = models.DateTimeField(_("oddano"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("potwierdzono"), null=True, editable=False)
    annulled_at = models.DateTimeField(_("unieważniono"), null=True, editable=False)
    annulled_reason = models.CharField(_("powód unieważnienia"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("głos publiczności")
        verbose_name_plural = _("głosy publiczności")
        constraints = [
            models.UniqueConstraint(
                fields=["category", "voter"],
                condition=Q(confirmed_at__isnull=False),
                name="awards_one_vote",
            )
        ]
        indexes = [
            models.Index(fields=["nomination", "confirmed_at"], name="awards_vote_count"),
            models.Index(fields=["category", "created_at"], name="awards_vote_time"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_vote",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("confirmed_at"),
                when=pgtrigger.Before,
                func=_REFUSE_VOTE,
            )
        ]

    def __str__(self) -> str:
        return f"{self.category}: {self.voter[:8]}"
