"""Letters of awards to addresses that need not belong to an account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from awards.kinds import GROUP
from notifications import kinds
from notifications.kinds import Kind, Text
from notifications.models import OutboxEvent


def register_letter_kinds() -> None:
    """Make the letters known to the platform."""
    for kind in (*_to_nominees(), _recommendation(), _vote()):
        kinds.register(kind)


def _to_nominees() -> list[Kind]:
    asked = _(
        "Ktoś docenił Twoje działania i zgłosił Cię w kategorii „%(category)s”. Potrzebujemy"
        " Twojej zgody do %(until)s. Bez niej niczego o Tobie nie opublikujemy."
    )
    reason = _("Dostajesz tę wiadomość, bo ktoś zgłosił Cię do nagrody i podał ten adres.")
    return [
        _personal(
            "awards.consent_letter",
            label=_("Prośba o zgodę kandydata"),
            title=_("Zgłoszono Cię do nagrody: %(title)s"),
            body=asked,
            link_text=_("Odpowiedz"),
            reason=reason,
        ),
        _personal(
            "awards.consent_reminder",
            label=_("Przypomnienie o zgodzie kandydata"),
            title=_("Czekamy na Twoją odpowiedź: %(title)s"),
            body=asked,
            link_text=_("Odpowiedz"),
            reason=reason,
        ),
        _personal(
            "awards.gala_invitation",
            label=_("Zaproszenie na galę"),
            title=_("Zapraszamy na galę: %(title)s"),
            body=_(
                "%(nominee)s jest wśród zgłoszonych w kategorii „%(category)s”. Zapraszamy na galę:"
                " %(when)s, %(place)s. Laureatów poznamy dopiero tam."
            ),
            link_text=_("Zobacz, gdzie i kiedy"),
            reason=reason,
        ),
    ]


def _recommendation() -> Kind:
    return _personal(
        "awards.recommendation_letter",
        label=_("Prośba o rekomendację"),
        title=_("Prośba o rekomendację: %(nominee)s"),
        body=_(
            "%(person)s, prosimy o kilka zdań o kandydacie: %(nominee)s (%(title)s, kategoria"
            " „%(category)s”). Przeczyta je urząd i kapituła. Możesz też odmówić."
        ),
        link_text=_("Napisz rekomendację"),
        reason=_("Dostajesz tę wiadomość, bo osoba zgłaszająca kandydata podała ten adres."),
    )


def _vote() -> Kind:
    return _personal(
        "awards.vote_letter",
        label=_("Potwierdzenie głosu"),
        title=_("Potwierdź głos: %(title)s"),
        body=_(
            "Ktoś oddał z tego adresu głos w kategorii „%(category)s”. Głos policzymy po"
            " kliknięciu. Jeżeli to nie Ty, nie rób nic. Odnośnik działa 3 dni."
        ),
        link_text=_("Potwierdź głos"),
        reason=_("Dostajesz tę wiadomość, bo ktoś podał ten adres w głosowaniu publiczności."),
    )


def _personal(
    key: str, *, label: Text, title: Text, body: Text, link_text: Text, reason: Text
) -> Kind:
    return Kind(
        key=key,
        label=label,
        title=title,
        body=body,
        link_text=link_text,
        group=GROUP,
        reason=reason,
        url=_personal_link,
        is_for_addresses=True,
    )


def _personal_link(event: OutboxEvent) -> str:
    return str(event.context["link"])
