"""What a person may have meant, and what people look for in vain."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from search.lemmas import plain, words
from search.matching import every_word, raw_query, telling_words
from search.models import IndexedWord, SearchDocument, SearchedPhrase

SHORTEST = 4
# An e-mail address, or a number as long as a telephone's; spaces and dashes are often typed.
_PERSONAL = re.compile(r"@|\d(?:[ \-.]?\d){8}")
LEAST_LIKENESS = 0.4
MOST_ALIKE = 5
BATCH = 5000


@transaction.atomic
def collect_words() -> int:
    """Gather the words of all titles anew; how many there are."""
    counts: Counter[str] = Counter()
    titles = SearchDocument.objects.values_list("title", flat=True)
    for title in titles.iterator(chunk_size=BATCH):
        counts.update(word for word in words(title) if _may_be_suggested(word))
    IndexedWord.objects.all().delete()
    rows = (IndexedWord(word=word, plain=plain(word), uses=uses) for word, uses in counts.items())
    return len(IndexedWord.objects.bulk_create(rows, batch_size=BATCH))


def did_you_mean(text: str) -> str:
    """``text`` with each unknown word replaced by the most alike known one; "" without any."""
    asked = words(text)
    meant = [_nearest(word) if _may_be_suggested(word) else word for word in asked]
    return " ".join(meant) if meant != asked else ""


def query_of_alike_words(text: str) -> SearchQuery | None:
    """Each word of ``text`` or one of the known words most like it; None while none is known.

    A word that resembles nothing stays, so that what has it as well is asked for in vain.
    """
    if not IndexedWord.objects.exists():
        return None
    clauses = []
    for word in telling_words(text):
        names = [word, *_alike(word)] if _may_be_suggested(word) else [word]
        clauses.append("(" + " | ".join(every_word([name]) for name in names) + ")")
    return raw_query(" & ".join(clauses)) if clauses else None


def remember_phrase(text: str, found: int) -> None:
    """Count what was looked for, by day and without the person.

    What may be somebody's address or number (e-mail, PESEL, telephone) is not kept at all.
    """
    if _PERSONAL.search(text):
        return
    phrase = " ".join(words(text))[:200]
    row = SearchedPhrase(phrase=phrase, day=timezone.localdate(), found=found, times=0)
    SearchedPhrase.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["phrase", "day"], update_fields=["found"]
    )
    SearchedPhrase.objects.filter(phrase=phrase, day=row.day).update(times=F("times") + 1)


def _may_be_suggested(word: str) -> bool:
    return SHORTEST <= len(word) <= 100 and not word.isdigit()


def _alike(word: str) -> list[str]:
    return list(_most_alike(word).values_list("word", flat=True)[:MOST_ALIKE])


def _most_alike(word: str) -> QuerySet[Any]:
    letters = plain(word)
    known = IndexedWord.objects.annotate(likeness=TrigramSimilarity("plain", letters))
    alike = known.filter(plain__trigram_similar=letters, likeness__gte=LEAST_LIKENESS)
    return alike.order_by("-likeness", "-uses", "word")


def _nearest(word: str) -> str:
    letters = plain(word)
    best = _most_alike(word).first()
    # Beginnings of words are found as they are: only what nothing begins with is replaced.
    return best.word if best and not best.plain.startswith(letters) else word
