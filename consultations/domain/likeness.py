"""Remarks that probably say the same: campaigns send one text many times, slightly changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz import fuzz, process

from consultations.models import Consultation, Remark

# Out of 100, on words without their order of sentences; unrelated remarks on one unit stay
# below 60, the same text with another greeting or signature above 85.
LEAST_LIKENESS = 82
# A remark is compared with this many groups of its unit at most, so that ten thousand
# different remarks on one unit cost ten thousand times this number and not its square.
MOST_COMPARISONS = 300
_WORDS = re.compile(r"\w+")


@dataclass(slots=True)
class LikelyGroup:
    """Remarks on one unit that look alike, and how much the least alike one does."""

    remarks: list[Remark] = field(default_factory=list)
    likeness: int = 100

    @property
    def first(self) -> Remark:
        """The remark that the others resemble."""
        return self.remarks[0]

    @property
    def numbers(self) -> list[int]:
        """Numbers of the remarks."""
        return [remark.number for remark in self.remarks]


def likely_groups(consultation: Consultation) -> list[LikelyGroup]:
    """Suggestions among remarks without a group, the largest first."""
    remarks = (
        consultation.remarks.counted()
        .filter(group__isnull=True)
        .select_related("provision")
        .only("number", "text", "proposed_wording", "submitter_name", "provision__citation")
        .order_by("number")
    )
    by_unit: dict[int | None, list[Remark]] = defaultdict(list)
    for remark in remarks.iterator(chunk_size=1000):
        by_unit[remark.provision_id].append(remark)
    found = [group for unit in by_unit.values() for group in alike(unit)]
    return sorted(found, key=lambda group: -len(group.remarks))


def alike(remarks: Iterable[Remark]) -> list[LikelyGroup]:
    """Groups of two and more among ``remarks``; equal texts need no comparison."""
    by_words: dict[str, LikelyGroup] = {}
    for remark in remarks:
        words = essence(remark)
        if words not in by_words:
            by_words[words] = _nearest(words, by_words) or LikelyGroup()
        group = by_words[words]
        if group.remarks:
            likeness = fuzz.ratio(words, essence(group.first))
            group.likeness = min(group.likeness, int(likeness))
        group.remarks.append(remark)
    groups = {id(group): group for group in by_words.values()}
    return [group for group in groups.values() if len(group.remarks) > 1]


def essence(remark: Remark) -> str:
    """The words of a remark without case, punctuation and spacing."""
    return " ".join(_WORDS.findall(f"{remark.text} {remark.proposed_wording}".casefold()))


def _nearest(words: str, known: dict[str, LikelyGroup]) -> LikelyGroup | None:
    # One call for all: the loop over candidates runs in C.
    latest = list(islice(reversed(known), MOST_COMPARISONS))
    found = process.extractOne(words, latest, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS)
    return known[found[0]] if found else None
