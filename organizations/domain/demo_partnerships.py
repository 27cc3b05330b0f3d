"""Demo calls for partners and one partnership of demo organizations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from organizations.domain.partnership_calls import announce_call
from organizations.domain.partnership_interests import accept_interest, express_interest, say
from organizations.domain.partnerships import (
    confirm_membership,
    record_partnership,
    take_step,
    write_agreement,
)
from organizations.models import (
    Organization,
    Partnership,
    PartnershipCall,
    PartnershipStage,
    PublicBenefitField,
    PublicBody,
)

# Title, idea, what is sought, what is offered, from which money.
CALLS = [
    (
        "Letnia szkoła dla dzieci z trzech gmin",
        "Przez dwa tygodnie wakacji dzieci z małych miejscowości mają zajęcia z ludźmi, którzy "
        "coś potrafią: stolarzem, pszczelarką, programistką.",
        "Organizacji z animatorami i gminy, która ma salę z kuchnią.",
        "Program zajęć sprawdzony dwa lata temu i trzech wolontariuszy.",
        "konkurs województwa na zadania oświatowe",
    ),
    (
        "Wypożyczalnia sprzętu rehabilitacyjnego",
        "Rodziny czekają na łóżko albo wózek miesiącami. Chcemy wspólnego magazynu i jednego "
        "telefonu.",
        "Organizacji seniorskich, gmin i kogoś z samochodem dostawczym.",
        "Magazyn 60 m² i pierwsze dwadzieścia sztuk sprzętu.",
        "inicjatywa lokalna",
    ),
    (
        "Szlak opowieści dwujęzycznych",
        "Tablice z opowieściami po polsku i po niemiecku w dziesięciu wsiach, nagrane przez "
        "najstarszych mieszkańców.",
        "Kół gospodyń wiejskich, bibliotek i szkół.",
        "Nagrania, tłumaczenie i projekt graficzny.",
        "środki własne i darowizny",
    ),
]


@dataclass(frozen=True)
class PartnershipPeople:
    """Who acts in the demo: a caller, one who answers, and an office with its official."""

    caller: tuple[User, Organization]
    partner: tuple[User, Organization]
    official: tuple[User, PublicBody]


@transaction.atomic
def seed_partnerships(people: PartnershipPeople) -> None:
    """Three calls, one of them grown into a partnership; safe to repeat."""
    if PartnershipCall.objects.exists():
        return
    sides: Sequence[tuple[User, Organization | PublicBody]] = [
        people.caller,
        people.partner,
        people.official,
    ]
    calls = [_call(number, *sides[number]) for number in range(len(CALLS))]
    interest = express_interest(
        calls[0],
        side=people.partner[1],
        message="Mamy dwie animatorki i doświadczenie z półkolonii. Kiedy moglibyśmy się spotkać?",
        by=people.partner[0],
    )
    say(interest, text="Może w czwartek u nas?", by=people.caller[0], from_caller=True)
    say(interest, text="Pasuje, o dziesiątej.", by=people.partner[0], from_caller=False)
    _partnership(calls[1], people)


def _call(number: int, by: User, side: Organization | PublicBody) -> PartnershipCall:
    title, idea, sought, offered, money = CALLS[number]
    call = PartnershipCall(
        title=title,
        idea=idea,
        sought=sought,
        offered=offered,
        budget_source=money,
        closes_at=timezone.now() + timedelta(days=21 + 10 * number),
        organization=side if isinstance(side, Organization) else None,
        public_body=side if isinstance(side, PublicBody) else None,
    )
    announce_call(call, by=by)
    if isinstance(side, Organization):
        call.benefit_fields.set(side.benefit_fields.all())
        call.target_groups.set(side.target_groups.all())
        call.counties.set([side.county] if side.county else [])
    else:
        call.benefit_fields.set(PublicBenefitField.objects.filter(code__in=["14", "16"]))
    return call


def _partnership(call: PartnershipCall, people: PartnershipPeople) -> None:
    by, side = people.caller
    interest = express_interest(call, side=side, message="Mamy samochód i chęci.", by=by)
    official, body = people.official
    office = express_interest(call, side=body, message="Gmina da lokal.", by=official)
    leader = people.partner[0]
    accepted = [accept_interest(row, by=leader) for row in (interest, office)]
    made = record_partnership(
        Partnership(title="Magazyn Wspólnej Troski", purpose=call.idea),
        call=call,
        interests=accepted,
        by=leader,
    )
    actors = {side: by, body: official}
    for member in made.members.filter(confirmed_at__isnull=True):
        confirm_membership(member, contribution="ludzie i transport", by=actors[member.side])
    today = timezone.localdate()
    write_agreement(
        made, signed_on=today - timedelta(days=9), number="1/2026", upload=None, by=leader
    )
    take_step(made, PartnershipStage.AGREED, by=leader)
    take_step(made, PartnershipStage.RUNNING, by=leader)
