"""Categories of an edition with their own rules, and the criteria of scoring."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class NomineeKind(models.TextChoices):
    """Who may be nominated."""

    PERSON = "person", _("osoba")
    GROUP = "group", _("grupa nieformalna")
    ORGANIZATION = "organization", _("organizacja")
    PUBLIC_BODY = "public_body", _("samorząd lub urząd")


class NominatorKind(models.TextChoices):
    """Who may nominate."""

    ANYONE = "anyone", _("każda pełnoletnia osoba")
    ORGANIZATION = "organization", _("organizacja pozarządowa")
    OFFICE = "office", _("samorząd lub urząd")


class TieRule(models.TextChoices):
    """How the regulations decide between equal results."""

    CRITERIA = "criteria", _("wyższa średnia w kolejnych kryteriach")
    CHAIR = "chair", _("wyższa ocena przewodniczącego kapituły")
    VOTE = "vote", _("głosowanie kapituły na posiedzeniu")
    SHARED = "shared", _("nagroda ex aequo")


class Ranking(models.TextChoices):
    """Which average decides; the other one is shown beside it."""

    RAW = "raw", _("średnia ocen")
    NORMALISED = "normalised", _("średnia po wyrównaniu surowości jurorów")


@pghistory.track()
class Category(models.Model):
    """One category with its rules."""

    edition = models.ForeignKey(
        "awards.Edition", models.CASCADE, verbose_name=_("edycja"), related_name="categories"
    )
    name = models.CharField(_("nazwa"), max_length=160)
    slug = models.SlugField(_("adres strony"), max_length=80)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)
    description = models.TextField(
        _("dla kogo i za co"), help_text=_("To przeczyta każdy, kto chce zgłosić kandydata.")
    )
    nominee_kinds = ArrayField(
        models.CharField(max_length=12, choices=NomineeKind.choices),
        verbose_name=_("kogo można zgłosić"),
    )
    nominator_kinds = ArrayField(
        models.CharField(max_length=12, choices=NominatorKind.choices),
        verbose_name=_("kto może zgłaszać"),
    )
    allows_self_nomination = models.BooleanField(_("można zgłosić siebie"), default=False)
    nominations_limit = models.PositiveSmallIntegerField(
        _("najwięcej zgłoszeń od jednej osoby"), default=1, validators=[MinValueValidator(1)]
    )
    without_nomination = models.BooleanField(
        _("nagroda specjalna bez zgłoszeń"),
        default=False,
        help_text=_("Kapituła sama wskazuje laureata, z uzasadnieniem."),
    )
    closes_on = models.DateField(
        _("własny koniec zgłoszeń"),
        null=True,
        blank=True,
        help_text=_("Puste: jak w całej edycji. Nie później niż w całej edycji."),
    )
    attachments_limit = models.PositiveSmallIntegerField(
        _("najwięcej załączników"), default=5, validators=[MaxValueValidator(20)]
    )
    attachments_help = models.CharField(
        _("jakie załączniki"),
        max_length=300,
        blank=True,
        help_text=_("Np. odpis z rejestru, statut, rekomendacje, zdjęcia."),
    )
    recommendations_limit = models.PositiveSmallIntegerField(_("najwięcej rekomendacji"), default=2)
    is_anonymous = models.BooleanField(
        _("kapituła ocenia bez nazwisk"),
        default=False,
        help_text=_("Do końca oceny jurorzy widzą numer zgłoszenia zamiast kandydata."),
    )
    shows_nominees = models.BooleanField(
        _("kandydaci są publiczni po ocenie formalnej"), default=False
    )
    has_public_vote = models.BooleanField(_("głosowanie publiczności"), default=False)
    jury_size = models.PositiveSmallIntegerField(_("najmniej jurorów"), default=3)
    least_evaluations = models.PositiveSmallIntegerField(
        _("najmniej ocen jednego zgłoszenia"), default=3, validators=[MinValueValidator(1)]
    )
    least_score = models.PositiveSmallIntegerField(
        _("najmniejszy wynik laureata (%)"), default=0, validators=[MaxValueValidator(100)]
    )
    ranking = models.CharField(
        _("o kolejności decyduje"), max_length=10, choices=Ranking.choices, default=Ranking.RAW
    )
    tie_rule = models.CharField(
        _("przy równych wynikach"), max_length=8, choices=TieRule.choices, default=TieRule.CRITERIA
    )
    laureates_limit = models.PositiveSmallIntegerField(_("liczba laureatów"), default=1)
    prizes = models.CharField(
        _("nagrody"), max_length=300, blank=True, help_text=_("Np. statuetka, dyplom, 5 000 zł.")
    )
    form = models.ForeignKey(
        "surveys.Version",
        models.PROTECT,
        verbose_name=_("pytania zgłoszenia"),
        null=True,
        blank=True,
        related_name="+",
    )
    eligibility = models.ForeignKey(
        "surveys.Version",
        models.PROTECT,
        verbose_name=_("pytania wstępne"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Kto odpowie „nie” na któreś z nich, nie zacznie zgłoszenia."),
    )

    class Meta:
        verbose_name = _("kategoria")
        verbose_name_plural = _("kategorie")
        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "slug"],
                name="awards_category_slug",
                violation_error_message=_("Ta edycja ma już kategorię o takiej nazwie."),
            ),
            models.CheckConstraint(
                condition=Q(without_nomination=True)
                | (~Q(nominee_kinds=[]) & ~Q(nominator_kinds=[])),
                name="awards_category_who",
                violation_error_message=_("Wskaż, kogo i kto może zgłosić."),
            ),
            models.CheckConstraint(
                condition=Q(has_public_vote=False) | Q(shows_nominees=True),
                name="awards_vote_needs_public_nominees",
                violation_error_message=_("Publiczność głosuje tylko na publicznych kandydatów."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        edition = self.edition
        return reverse("awards:category", args=[edition.competition.slug, edition.year, self.slug])

    @property
    def last_day(self) -> object:
        """The last day for nominations in this category."""
        return self.closes_on or self.edition.closes_on

    @property
    def nominee_words(self) -> list[str]:
        """Who may be nominated, in words."""
        return [str(NomineeKind(kind).label) for kind in self.nominee_kinds]

    @property
    def nominator_words(self) -> list[str]:
        """Who may nominate, in words."""
        return [str(NominatorKind(kind).label) for kind in self.nominator_kinds]


@pghistory.track()
class Criterion(models.Model):
    """What jurors score, from ``scale_min`` to ``scale_max``, with a weight."""

    category = models.ForeignKey(Category, models.CASCADE, related_name="criteria")
    name = models.CharField(_("kryterium"), max_length=160)
    description = models.TextField(_("na co patrzy juror"), blank=True)
    weight = models.PositiveSmallIntegerField(
        _("waga"), default=1, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    scale_min = models.PositiveSmallIntegerField(_("skala od"), default=0)
    scale_max = models.PositiveSmallIntegerField(_("skala do"), default=10)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("kryterium")
        verbose_name_plural = _("kryteria")
        ordering = ["category", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(scale_max__gt=F("scale_min")),
                name="awards_scale_in_order",
                violation_error_message=_("Koniec skali musi być większy niż początek."),
            ),
            models.CheckConstraint(condition=Q(weight__gte=1), name="awards_weight_positive"),
        ]

    def __str__(self) -> str:
        return self.name
