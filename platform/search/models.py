"""The index, what waits to be indexed, and what people looked for."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from search.columns import SearchColumns
from territory.models import Area


class SearchDocument(SearchColumns):
    """What everybody may find of one object; written by ``search.domain.indexing`` alone."""

    kind = models.CharField(_("rodzaj"), max_length=40)
    object_id = models.BigIntegerField(_("numer"))
    title = models.CharField(_("tytuł"), max_length=500)
    summary = models.TextField(_("streszczenie"), blank=True)
    owner = models.CharField(_("czyje"), max_length=300, blank=True)
    url = models.CharField(_("adres"), max_length=500)
    county = models.ForeignKey(
        Area,
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
    )
    topics = ArrayField(
        models.CharField(max_length=20), verbose_name=_("dziedziny"), default=list, blank=True
    )
    happens_on = models.DateField(_("data"), null=True, blank=True)
    ended_on = models.DateField(_("ostatni dzień"), null=True, blank=True)
    # When everybody could find it for the first time; indexing it again changes nothing here.
    found_since = models.DateTimeField(_("w indeksie od"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("wpis w indeksie")
        verbose_name_plural = _("wpisy w indeksie")
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="one_document_per_object"),
        ]
        indexes = [
            GinIndex(fields=["search_vector"], name="document_words"),
            GinIndex(fields=["search_plain"], opclasses=["gin_trgm_ops"], name="document_trigrams"),
            GinIndex(fields=["topics"], name="document_topics"),
            models.Index(fields=["kind", "-happens_on"], name="document_kind_date"),
            models.Index(fields=["county", "kind"], name="document_county"),
            models.Index(
                models.F("happens_on").desc(nulls_last=True),
                models.F("id").desc(),
                name="document_newest",
            ),
            models.Index(fields=["title", "id"], name="document_title"),
            models.Index(fields=["found_since"], name="document_found_since"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.ended_on is not None and self.ended_on < timezone.localdate()


class KeptSearch(models.Model):
    """Words and filters that somebody follows; whoever asks for the same follows the same row.

    It has no ``visible_to``, so nobody can follow, and thus read, what others look for.
    """

    words = models.CharField(_("słowa"), max_length=200)
    kind = models.CharField(_("rodzaj"), max_length=40, blank=True)
    county = models.CharField(_("powiat"), max_length=4, blank=True)
    topic = models.CharField(_("dziedzina"), max_length=20, blank=True)
    checked_at = models.DateTimeField(_("sprawdzono"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("wyszukiwanie")
        verbose_name_plural = _("wyszukiwania")
        constraints = [
            models.UniqueConstraint(
                fields=["words", "kind", "county", "topic"], name="kept_search_once"
            )
        ]

    def __str__(self) -> str:
        return f"„{self.words}”"

    def get_absolute_url(self) -> str:
        given = {
            "q": self.words,
            "rodzaj": self.kind,
            "powiat": self.county,
            "temat": self.topic,
            "kolejnosc": "najnowsze",
        }
        chosen = {name: value for name, value in given.items() if value}
        return f"{reverse('search:results')}?{urlencode(chosen)}"


class PendingDocument(models.Model):
    """An object to index anew. Rows are only added, so no writer waits for another."""

    kind = models.CharField(_("rodzaj"), max_length=40)
    object_id = models.BigIntegerField(_("numer"))
    since = models.DateTimeField(_("od kiedy"), default=timezone.now)

    class Meta:
        verbose_name = _("zmiana do indeksu")
        verbose_name_plural = _("zmiany do indeksu")

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class IndexedWord(models.Model):
    """A word that titles hold, from which "did you mean" chooses; refreshed every night."""

    word = models.CharField(_("słowo"), max_length=100, unique=True)
    plain = models.CharField(_("bez znaków"), max_length=100)
    uses = models.PositiveIntegerField(_("wystąpienia"))

    class Meta:
        verbose_name = _("słowo indeksu")
        verbose_name_plural = _("słowa indeksu")
        indexes = [GinIndex(fields=["plain"], opclasses=["gin_trgm_ops"], name="word_trigrams")]

    def __str__(self) -> str:
        return self.word


class Synonyms(models.Model):
    """Terms that mean the same to those who search: "NGO, organizacja pozarządowa"."""

    terms = models.CharField(
        _("określenia"), max_length=500, help_text=_("Oddzielone przecinkami, co najmniej dwa.")
    )

    class Meta:
        verbose_name = _("synonimy")
        verbose_name_plural = _("synonimy")

    def __str__(self) -> str:
        return self.terms


class BestBet(models.Model):
    """A result that administrators put before all others of some queries."""

    phrases = models.CharField(
        _("szukane frazy"),
        max_length=500,
        help_text=_("Oddzielone przecinkami. Odmiana słów nie ma znaczenia."),
    )
    title = models.CharField(_("tytuł"), max_length=200)
    url = models.CharField(
        _("adres"),
        max_length=500,
        help_text=_("Ścieżka na portalu, np. /standardy/, albo adres zaczynający się od https://"),
    )
    summary = models.CharField(_("opis"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("polecany wynik")
        verbose_name_plural = _("polecane wyniki")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title


class SearchedPhrase(models.Model):
    """How often a phrase was looked for on a day and what it found; nobody is remembered."""

    phrase = models.CharField(_("fraza"), max_length=200)
    day = models.DateField(_("dzień"), default=timezone.localdate)
    times = models.PositiveIntegerField(_("ile razy"), default=1)
    found = models.PositiveIntegerField(_("ile znaleziono ostatnio"), default=0)

    class Meta:
        verbose_name = _("szukana fraza")
        verbose_name_plural = _("szukane frazy")
        constraints = [
            models.UniqueConstraint(fields=["phrase", "day"], name="phrase_once_a_day"),
        ]
        indexes = [models.Index(fields=["day", "found"], name="phrase_day")]

    def __str__(self) -> str:
        return self.phrase
