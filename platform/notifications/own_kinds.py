"""Kinds of this app itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.domain.address_proof import CONFIRM_ADDRESS, proof_address
from notifications.kinds import Kind


def register_own_kinds() -> None:
    """Make them known; again is harmless."""
    if kinds.find(CONFIRM_ADDRESS):
        return
    kinds.register(
        Kind(
            key=CONFIRM_ADDRESS,
            label=_("Potwierdzenie, że adres przyjmuje pocztę"),
            title=_("Potwierdź, że Twój adres przyjmuje pocztę"),
            body=_(
                "Wstrzymaliśmy wysyłkę na ten adres, bo nasze listy wracały. Skoro czytasz tę "
                "wiadomość, poczta znowu działa: potwierdź to, a powiadomienia wrócą. "
                "Odnośnik działa dwa dni."
            ),
            link_text=_("Potwierdzam, że poczta dociera"),
            reason=_(
                "Dostajesz tę wiadomość, bo ktoś poprosił o nią w ustawieniach Twojego konta."
            ),
            url=proof_address,
            is_for_addresses=True,
            tests_address=True,
        )
    )
