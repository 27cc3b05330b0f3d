"""Letters of the directory to addresses that need not belong to an account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import Kind, Text
from notifications.models import OutboxEvent

GROUP = _("Organizacje")


def register_letter_kinds() -> None:
    """Make the letters known to the platform."""
    for kind in (_claim(), _invitation(), _plenipotentiary()):
        kinds.register(kind)


def _claim() -> Kind:
    return _personal(
        "organizations.claim_letter",
        label=_("Potwierdzenie prośby o profil"),
        title=_("Czy %(person)s działa w imieniu organizacji %(organization)s?"),
        body=_(
            "%(person)s (%(function)s) prosi o opiekę nad profilem organizacji %(organization)s"
            " na portalu współpracy. Jeżeli nie znasz tej osoby, nie rób nic."
            " Odnośnik działa 14 dni."
        ),
        link_text=_("Potwierdź"),
        reason=_("Dostajesz tę wiadomość, bo ten adres podano w rejestrze organizacji."),
    )


def _invitation() -> Kind:
    return _personal(
        "organizations.invitation_letter",
        label=_("Zaproszenie do organizacji"),
        title=_("Zaproszenie do organizacji %(organization)s"),
        body=_(
            "%(person)s zaprasza Cię do działania w imieniu organizacji %(organization)s"
            " na portalu współpracy (rola: %(role)s). Jeżeli to pomyłka, nie rób nic."
            " Odnośnik działa 30 dni."
        ),
        link_text=_("Przyjmij zaproszenie"),
        reason=_("Dostajesz tę wiadomość, bo zaprosił Cię opiekun profilu organizacji."),
    )


def _plenipotentiary() -> Kind:
    return _personal(
        "organizations.plenipotentiary_letter",
        label=_("Potwierdzenie danych pełnomocnika"),
        title=_("Czy Twoje dane są aktualne? %(body)s"),
        body=_(
            "W spisie pełnomocników ds. organizacji pozarządowych podajemy: %(person)s,"
            " %(function)s, %(body)s. Potwierdź lub popraw te dane, bez hasła."
            " Odnośnik działa 60 dni."
        ),
        link_text=_("Potwierdź lub popraw"),
        reason=_("Dostajesz tę wiadomość, bo jesteś w publicznym spisie pełnomocników."),
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
