"""Two versions of a nomination beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from awards.models import Nomination, NominationVersion, NomineeKind
from organizations.models import Organization, PublicBenefitField, PublicBody
from surveys.domain.answering import shown_answers
from territory.models import Area


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else in the newer version."""

    label: str
    before: str
    after: str


_NAMED = {
    "organization_id": Organization,
    "nominee_body_id": PublicBody,
    "county_id": Area,
    "benefit_field_id": PublicBenefitField,
}


def changes_between(
    nomination: Nomination, older: NominationVersion, newer: NominationVersion
) -> list[FieldChange]:
    """What differs, in the order of the form."""
    found = []
    for name, before in older.content.items():
        after = newer.content.get(name)
        if name == "answers":
            found += _answer_changes(nomination, before or {}, after or {})
        elif before != after:
            label = nomination.label_of(name.removesuffix("_id"))
            found.append(FieldChange(label, _said(name, before), _said(name, after)))
    return found


def _answer_changes(
    nomination: Nomination, before: dict[str, Any], after: dict[str, Any]
) -> list[FieldChange]:
    form = nomination.category.form
    if form is None or before == after:
        return []
    old = {row.key: row for row in shown_answers(form, before)}
    new = {row.key: row for row in shown_answers(form, after)}
    changed = []
    for key in dict.fromkeys([*old, *new]):
        was, now = old.get(key), new.get(key)
        label = (now or was).question  # type: ignore[union-attr] # one of them has the key
        texts = (was.value if was else "", now.value if now else "")
        if texts[0] != texts[1]:
            changed.append(FieldChange(label, *texts))
    return changed


def _said(name: str, value: Any) -> str:
    if value in (None, ""):
        return ""
    if name == "nominee_kind":
        return str(NomineeKind(value).label)
    if name in _NAMED:
        return str(_NAMED[name]._default_manager.filter(pk=value).first() or "")
    return str(value)
