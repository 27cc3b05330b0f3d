"""Why this app processes personal data, and which of them officials see."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import access_log, processing
from accounts.processing import Purpose

CONSENT = _("zgoda (art. 6 ust. 1 lit. a RODO)")
PUBLIC_TASK = _("zadanie w interesie publicznym (art. 6 ust. 1 lit. e RODO)")
LEGAL_DUTY = _("obowiązek prawny (art. 6 ust. 1 lit. c RODO)")
PROCESSORS = _("firma, która utrzymuje serwery (umowa powierzenia)")


def register_own_purposes() -> None:
    """Make the purposes and kinds of this app known."""
    access_log.register("accounts.people", _("Konto: adres, telefon, uprawnienia"))
    access_log.register("accounts.list", _("Lista kont"))
    access_log.register("accounts.sign_in", _("Adresy, sesje i sposoby logowania"))
    access_log.register("accounts.impersonation", _("Portal widziany Twoimi oczami"))
    processing.register(
        Purpose(
            key="konto",
            name=_("Konto na portalu"),
            people=_("osoby, które założyły konto"),
            data=_(
                "imię i nazwisko, adres e-mail, telefon (nieobowiązkowy), język, udzielone zgody, "
                "organizacje i urzędy, w których imieniu osoba działa"
            ),
            legal_basis=CONSENT,
            retention=_("do usunięcia konta; dowody zgód bez nazwiska dłużej"),
            recipients=PROCESSORS,
            sources=("konto", "adresy-e-mail", "zgody", "czlonkostwa"),
            rules=("konta-niepotwierdzone",),
        )
    )
    processing.register(
        Purpose(
            key="bezpieczenstwo",
            name=_("Bezpieczeństwo i rozliczalność"),
            people=_("osoby, które się logują, urzędnicy i administratorzy"),
            data=_(
                "sposoby i czas logowania, adres IP, zalogowane urządzenia, kto widział czyje "
                "dane, kto i dlaczego działał w cudzym imieniu, historia zmian"
            ),
            legal_basis=_(
                "obowiązek prawny (art. 6 ust. 1 lit. c i art. 32 RODO, Krajowe Ramy "
                "Interoperacyjności)"
            ),
            retention=_("dzienniki dwa lata; sesje do wylogowania albo wygaśnięcia"),
            recipients=PROCESSORS,
            sources=("sposoby-logowania", "dzialania-administratora", "wglady-w-dane"),
            rules=("sesje", "wglady-w-dane"),
        )
    )
