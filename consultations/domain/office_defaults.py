"""The texts with which an office begins; official documents are always in Polish.

They follow the four annexes of the region's regulations (resolution 5785/2014) in what they
tell, in words of our own.
"""

from __future__ import annotations

from typing import NamedTuple

from consultations.models import TemplateKind


class OfficeText(NamedTuple):
    """A title and a text with gaps."""

    title: str
    text: str


DEFAULTS = {
    TemplateKind.ANNOUNCEMENT: OfficeText(
        "Ogłoszenie o konsultacjach: {tytul}",
        """{urzad} ogłasza konsultacje z organizacjami pozarządowymi i podmiotami wymienionymi \
w art. 3 ust. 3 ustawy o działalności pożytku publicznego i o wolontariacie.

## Przedmiot
{tytul} ({rodzaj}).

{opis}

## Podstawa prawna
{podstawa_prawna}

## Termin
Uwagi przyjmujemy od {poczatek} do {koniec} ({liczba_dni}).

## Jak zgłosić uwagę
Uwagi może zgłosić: {kto_moze}.
- na portalu, przy wybranym przepisie: {strona}
- na formularzu uwag do pobrania ze strony konsultacji, odesłanym e-mailem lub pocztą albo \
przyniesionym do urzędu

## Tryb konsultacji
{tryb}.

{spotkania}

## Kontakt
{komorka}: {kontakt}

## Co stanie się z uwagami
Na każdą uwagę urząd odpowie i uzasadni stanowisko. Raport z konsultacji zostanie ogłoszony na \
tej samej stronie, a każda osoba, która zgłosi uwagę przez portal, dostanie odpowiedź.
""",
    ),
    TemplateKind.REMARK_FORM: OfficeText(
        "Formularz uwag",
        """- Wypełnij tylko te wiersze, do których masz uwagi. Wiersze można dopisywać; jednostkę \
podaj wtedy tak, jak w projekcie, np. „§ 5 ust. 2”, a uwagę ogólną oznacz słowem „całość”.
- Wypełniony formularz odeślij na adres podany w wierszu „Kontakt” albo zanieś do urzędu.
- Urząd publikuje uwagi i nazwę zgłaszającego zgodnie z zasadami konsultacji; danych do \
kontaktu nie publikuje.
""",
    ),
}
