"""Questionnaires as versioned data: what is asked, in which order, on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from surveys.models.texts import Translated

# Two underscores in a row part a question from its row in names of form fields.
KEY_PATTERN = r"^[a-z0-9]+(_[a-z0-9]+)*$"
valid_key = RegexValidator(
    KEY_PATTERN, _("Użyj małych liter bez polskich znaków, cyfr i pojedynczych podkreśleń.")
)

# "Published never changes" is held by the database, whoever asks: a page, the admin, a script.
_REFUSE_CHANGE = """
    RAISE EXCEPTION 'version % is published', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';
"""
_REFUSE_PART = """
    IF EXISTS (
        SELECT 1 FROM surveys_version
        WHERE id IN ({versions}) AND state = 'published'
    ) THEN
        RAISE EXCEPTION 'the version is published'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';
    END IF;
    RETURN {row};
"""


def _fixed_when_published() -> list[Any]:
    """Triggers of a table whose rows are parts of a version."""
    return [
        pgtrigger.Trigger(
            name="fixed_when_published",
            operation=pgtrigger.Insert | pgtrigger.Update,
            when=pgtrigger.Before,
            func=_REFUSE_PART.format(versions="NEW.version_id", row="NEW"),
        ),
        pgtrigger.Trigger(
            name="kept_when_published",
            operation=pgtrigger.Delete,
            when=pgtrigger.Before,
            func=_REFUSE_PART.format(versions="OLD.version_id", row="OLD"),
        ),
        pgtrigger.Trigger(
            name="not_taken_from_published",
            operation=pgtrigger.Update,
            when=pgtrigger.Before,
            func=_REFUSE_PART.format(versions="OLD.version_id", row="NEW"),
        ),
    ]


class Questionnaire(models.Model):
    """A questionnaire through all its versions; ``key`` names it for code and YAML."""

    key = models.SlugField(_("klucz"), max_length=60, unique=True)
    title = models.CharField(_("tytuł"), max_length=200, db_collation="pl-x-icu")
    owner_type = models.ForeignKey(
        ContentType,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("rodzaj właściciela"),
    )
    owner_id = models.PositiveBigIntegerField(_("właściciel"), null=True, blank=True)
    owner = GenericForeignKey("owner_type", "owner_id")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto założył"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("założono"), auto_now_add=True)

    class Meta:
        verbose_name = _("kwestionariusz")
        verbose_name_plural = _("kwestionariusze")
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["owner_type", "owner_id"], name="questionnaire_owner")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("surveys:questionnaire", args=[self.key])


class VersionState(models.TextChoices):
    """Whether a version may still be edited."""

    DRAFT = "draft", _("szkic")
    PUBLISHED = "published", _("opublikowana")


class Version(Translated):
    """One state of a questionnaire. A published one never changes again."""

    questionnaire = models.ForeignKey(
        Questionnaire,
        verbose_name=_("kwestionariusz"),
        on_delete=models.PROTECT,
        related_name="versions",
    )
    number = models.PositiveIntegerField(_("numer"))
    state = models.CharField(
        _("stan"), max_length=9, choices=VersionState.choices, default=VersionState.DRAFT
    )
    title = models.CharField(_("tytuł"), max_length=200)
    introduction = models.TextField(
        _("wstęp"),
        blank=True,
        max_length=5000,
        help_text=_("Po co pytamy, ile to zajmie i co zrobimy z odpowiedziami."),
    )
    thanks = models.TextField(
        _("podziękowanie"),
        blank=True,
        max_length=2000,
        help_text=_("Pokażemy je po wysłaniu odpowiedzi."),
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    published_at = models.DateTimeField(_("opublikowano"), null=True, blank=True)

    class Meta:
        verbose_name = _("wersja kwestionariusza")
        verbose_name_plural = _("wersje kwestionariuszy")
        ordering = ["questionnaire", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "number"], name="questionnaire_version_number"
            ),
            models.UniqueConstraint(
                fields=["questionnaire"],
                condition=Q(state="draft"),
                name="one_draft_of_questionnaire",
                violation_error_message=_("Ten kwestionariusz ma już szkic nowej wersji."),
            ),
            models.CheckConstraint(
                condition=Q(state="draft") ^ Q(published_at__isnull=False),
                name="questionnaire_version_published_at",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="published_never_changes",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__state=VersionState.PUBLISHED),
                func=_REFUSE_CHANGE,
            )
        ]

    def __str__(self) -> str:
        return _("%(title)s, wersja %(number)s") % {"title": self.title, "number": self.number}

    @property
    def is_published(self) -> bool:
        """Whether it may be used and no longer be edited."""
        return self.state == VersionState.PUBLISHED

    def outline(self) -> Sequence[Section]:
        """Sections in order, each with ``asked``: its questions in order. Two queries, once."""
        known: list[Section] | None = getattr(self, "_outline", None)
        if known is None:
            known = list(self.sections.order_by("position", "pk"))
            by_section: dict[int, list[Question]] = {section.pk: [] for section in known}
            for question in self.questions.order_by("position", "pk"):
                by_section[question.section_id].append(question)
            for section in known:
                section.asked = by_section[section.pk]
            self._outline = known
        return known

    def questions_in_order(self) -> list[Question]:
        """All questions in the order of reading."""
        return [question for section in self.outline() for question in section.asked]

    def forget_outline(self) -> None:
        """Read sections and questions anew: they have just been edited."""
        self.__dict__.pop("_outline", None)


class Section(Translated):
    """A page-long part of a version."""

    version = models.ForeignKey(
        Version, verbose_name=_("wersja"), on_delete=models.CASCADE, related_name="sections"
    )
    position = models.PositiveIntegerField(_("kolejność"))
    title = models.CharField(_("tytuł części"), max_length=200)
    description = models.TextField(_("objaśnienie"), blank=True, max_length=2000)

    asked: list[Question]

    class Meta:
        verbose_name = _("część kwestionariusza")
        verbose_name_plural = _("części kwestionariusza")
        ordering = ["version", "position", "pk"]
        triggers = _fixed_when_published()

    def __str__(self) -> str:
        return self.title


class QuestionKind(models.TextChoices):
    """How a question is answered."""

    SINGLE = "single", _("jeden wybór")
    MULTIPLE = "multiple", _("wiele wyborów")
    YES_NO = "yes_no", _("tak lub nie")
    SCALE = "scale", _("skala")
    MATRIX = "matrix", _("tabela ocen")
    RANKING = "ranking", _("ustawienie w kolejności")
    NUMBER = "number", _("liczba")
    DATE = "date", _("data")
    SHORT_TEXT = "short_text", _("krótki tekst")
    LONG_TEXT = "long_text", _("długi tekst")
    CONSENT = "consent", _("zgoda")


WITH_OPTIONS = (
    QuestionKind.SINGLE,
    QuestionKind.MULTIPLE,
    QuestionKind.MATRIX,
    QuestionKind.RANKING,
)
WITH_OTHER = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
TEXTS = (QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT)


class Question(Translated):
    """One question of a version; ``key`` finds its counterpart in other versions.

    ``options`` and ``rows`` are lists of ``{"key": "…", "label": "…", "en": "…", "de": "…"}``.
    It is shown when the question ``shown_if_key`` (an earlier one) was answered by one of
    ``shown_if_values``, or at all when these are empty.
    """

    version = models.ForeignKey(
        Version, verbose_name=_("wersja"), on_delete=models.CASCADE, related_name="questions"
    )
    section = models.ForeignKey(
        Section, verbose_name=_("część"), on_delete=models.CASCADE, related_name="questions"
    )
    position = models.PositiveIntegerField(_("kolejność"))
    key = models.CharField(
        _("klucz"),
        max_length=40,
        validators=[valid_key],
        help_text=_("Po kluczu porównujemy odpowiedzi z kolejnych edycji, np. lokal."),
    )
    kind = models.CharField(_("rodzaj"), max_length=10, choices=QuestionKind.choices)
    text = models.CharField(_("pytanie"), max_length=500)
    help_text = models.CharField(_("podpowiedź"), max_length=500, blank=True)
    is_required = models.BooleanField(_("odpowiedź jest wymagana"), default=False)
    options = models.JSONField(_("odpowiedzi do wyboru"), default=list, blank=True)
    rows = models.JSONField(_("wiersze tabeli"), default=list, blank=True)
    has_other = models.BooleanField(_("można dopisać inną odpowiedź"), default=False)
    lowest = models.IntegerField(_("od"), null=True, blank=True)
    highest = models.IntegerField(_("do"), null=True, blank=True)
    lowest_label = models.CharField(_("co znaczy najniższa ocena"), max_length=80, blank=True)
    highest_label = models.CharField(_("co znaczy najwyższa ocena"), max_length=80, blank=True)
    most_choices = models.PositiveSmallIntegerField(
        _("najwyżej ile wyborów"), null=True, blank=True
    )
    shown_if_key = models.CharField(_("pokaż, gdy pytanie"), max_length=40, blank=True)
    shown_if_values = models.JSONField(_("ma odpowiedź"), default=list, blank=True)

    class Meta:
        verbose_name = _("pytanie")
        verbose_name_plural = _("pytania")
        ordering = ["version", "section__position", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "key"],
                name="question_key_once_in_version",
                violation_error_message=_("Ten klucz ma już inne pytanie."),
            ),
            models.CheckConstraint(
                condition=Q(lowest__isnull=True)
                | Q(highest__isnull=True)
                | Q(lowest__lt=F("highest")),
                name="question_range_in_order",
                violation_error_message=_("„Od” musi być mniejsze niż „do”."),
            ),
        ]
        triggers = _fixed_when_published()

    def __str__(self) -> str:
        return self.text

    @property
    def scale_range(self) -> range:
        """The marks of a scale: 1–5 unless its author chose others."""
        lowest = 1 if self.lowest is None else self.lowest
        highest = 5 if self.highest is None else self.highest
        return range(lowest, highest + 1)
