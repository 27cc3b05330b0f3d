"""Demo editions of the needs analysis: one published with plausible answers, one earlier, one open.

Safe to repeat: editions are known by their titles.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone

from accounts.models import User
from organizations.domain import needs
from organizations.domain.respondents import respondent
from organizations.models import NeedsEdition, Organization, PublicBody
from surveys.domain import collecting
from surveys.domain.conditions import only_asked
from surveys.domain.tagging import set_tags
from surveys.models import Question, QuestionKind, Response, ResponseState, Survey


@dataclass(frozen=True, slots=True)
class Past:
    """An edition that ended ``days_ago`` with ``size`` answers.

    Earlier options of a question are the likelier ones; a greater ``shift`` evens them out.
    """

    title: str
    days_ago: int
    size: int
    shift: float


SUMMARY = (
    "Samorząd województwa pyta organizacje, czego im brakuje. Wyniki pomagają ułożyć program "
    "współpracy, szkolenia i konkursy na kolejny rok."
)
CONCLUSIONS = (
    "Organizacjom najbardziej brakuje wolontariuszy i osób do rozliczeń, a pieniądze hamuje "
    "wkład własny. Zaplanowaliśmy szkolenia z księgowości w każdym powiecie i zniesienie wkładu "
    "własnego w małych grantach."
)
WISHES = [
    "Granty na dwa lata zamiast na rok.",
    "Sala na próby po południu, najlepiej w szkole.",
    "Jedna osoba w gminie, do której można zadzwonić.",
    "Prostsze sprawozdania.",
    "Samochód do wspólnego używania.",
]
TAGS = ["granty wieloletnie", "lokal", "kontakt z urzędem", "formalności", "sprzęt"]
PUBLISHED = [
    Past("Potrzeby organizacji 2024", days_ago=730, size=60, shift=1.0),
    Past("Potrzeby organizacji 2025", days_ago=365, size=90, shift=1.6),
]
OPEN = "Potrzeby organizacji 2026"


def seed_needs(office: PublicBody, official: User, people: list[tuple[User, Organization]]) -> None:
    """Editions of the past and the one that is open, half answered by the first of ``people``."""
    for past in PUBLISHED:
        if not NeedsEdition.objects.filter(title=past.title).exists():
            _seed_published(past, office, official)
    if NeedsEdition.objects.filter(title=OPEN).exists():
        return
    now = timezone.now()
    edition = needs.open_edition(
        title=OPEN,
        summary=SUMMARY,
        public_body=office,
        opens_at=now - timedelta(days=9),
        closes_at=now + timedelta(days=21),
        actor=official,
    )
    own = {organization.pk for _user, organization in people}
    _answer(edition.survey, _some_organizations(24, skip=own), 1.2)
    _begin(edition.survey, *people[0])


def _seed_published(past: Past, office: PublicBody, official: User) -> None:
    now = timezone.now()
    edition = needs.open_edition(
        title=past.title,
        summary=SUMMARY,
        public_body=office,
        opens_at=now - timedelta(days=past.days_ago + 30),
        closes_at=now + timedelta(days=1),
        actor=official,
    )
    survey = edition.survey
    _answer(survey, _some_organizations(past.size), past.shift)
    # Its term lies in the past; the answers had to come while it was open.
    survey.closes_at = now - timedelta(days=past.days_ago)
    survey.save()
    published = collecting.publish_results(survey=survey, actor=official, conclusions=CONCLUSIONS)
    Survey.objects.filter(pk=published.pk).update(
        results_published_at=now - timedelta(days=past.days_ago - 20)
    )


def _some_organizations(count: int, skip: Collection[int] = ()) -> list[Organization]:
    rows = Organization.objects.published().exclude(pk__in=skip).order_by("pk")
    return list(rows.prefetch_related("benefit_fields")[:count])


def _answer(survey: Survey, organizations: list[Organization], shift: float) -> None:
    questions = survey.version.questions_in_order()
    moment = survey.opens_at + timedelta(days=2)
    rows = []
    for organization in organizations:
        who = respondent(organization)
        random = Random(f"{organization.pk}-{survey.title}")  # noqa: S311 (demo data)
        given = {q.key: _plausible(q, random, shift) for q in questions}
        answers = only_asked(questions, {k: v for k, v in given.items() if v is not None})
        rows.append(
            Response(
                survey=survey,
                respondent=who.key,
                respondent_name=who.name,
                state=ResponseState.SUBMITTED,
                answers=answers,
                facts=dict(who.facts()),
                submitted_at=moment,
            )
        )
    for response in Response.objects.bulk_create(rows):
        wish = response.answers.get("jedna_zmiana")
        if wish in WISHES:
            set_tags(response, "jedna_zmiana", TAGS[WISHES.index(wish)])


def _begin(survey: Survey, user: User, organization: Organization) -> None:
    """Half of the answers of an organization that means to return."""
    questions = survey.version.questions_in_order()
    random = Random("początek")  # noqa: S311 (demo data)
    given = {q.key: _plausible(q, random, 1.0) for q in questions[:9]}
    collecting.save_draft(
        survey=survey,
        respondent=respondent(organization),
        answers=only_asked(questions, {k: v for k, v in given.items() if v is not None}),
        user=user,
    )


def _plausible(question: Question, random: Random, shift: float) -> Any:
    """An answer as people might give it: the first options are the likelier ones."""
    keys = [option["key"] for option in question.options]
    makers: dict[str, Callable[[], Any]] = {
        QuestionKind.NUMBER: lambda: random.choice([4, 6, 8, 8, 12, 15, 20, 35]),
        QuestionKind.YES_NO: lambda: random.random() < 0.3 * shift,
        QuestionKind.SCALE: lambda: random.choice([2, 3, 3, 4, 4, 4, 5]),
        QuestionKind.SINGLE: lambda: _weighted(keys, random, shift, 1)[0],
        QuestionKind.MULTIPLE: lambda: _weighted(
            keys, random, shift, min(question.most_choices or 3, 3)
        ),
        QuestionKind.RANKING: lambda: _weighted(keys, random, shift, len(keys)),
        QuestionKind.MATRIX: lambda: {
            row["key"]: _weighted(keys[::-1], random, shift, 1)[0] for row in question.rows
        },
        QuestionKind.LONG_TEXT: lambda: random.choice(WISHES) if random.random() < 0.6 else None,
        QuestionKind.CONSENT: lambda: True,
    }
    return makers[question.kind]()


def _weighted(keys: list[str], random: Random, shift: float, count: int) -> list[str]:
    weights = {key: random.random() + 0.16 * place / shift for place, key in enumerate(keys)}
    return sorted(keys, key=lambda key: weights[key])[:count]
