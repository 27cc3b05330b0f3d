"""Which column of a register is which value of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organizations.imports import values
from search.lemmas import plain


@dataclass(frozen=True, slots=True)
class Target:
    """A value that an import may bring, and words by which its column is guessed."""

    field: str
    label: str | Promise
    read: Callable[[str], object]
    titles: tuple[str, ...]


TARGETS = [
    Target("name", _("nazwa"), values.text(300), ("nazwa", "nazwa organizacji", "pelna nazwa")),
    Target("short_name", _("nazwa skrócona"), values.text(120), ("skrot", "nazwa skrocona")),
    Target("legal_form", _("forma prawna"), values.legal_form, ("forma", "forma prawna")),
    Target("status", _("stan"), values.status, ("status", "stan")),
    Target("krs", "KRS", values.krs, ("krs", "numer krs", "nr krs")),
    Target("nip", "NIP", values.nip, ("nip", "numer nip")),
    Target("regon", "REGON", values.regon, ("regon", "numer regon")),
    Target(
        "registered_on",
        _("data wpisu"),
        values.day,
        ("data wpisu", "data rejestracji", "data wpisu do rejestru"),
    ),
    Target("opp_since", _("status OPP od"), values.day, ("opp od", "data opp", "status opp od")),
    Target(
        "street_address",
        _("ulica i numer"),
        values.text(160),
        ("ulica", "adres", "ulica i numer"),
    ),
    Target("postal_code", _("kod pocztowy"), values.postal_code, ("kod", "kod pocztowy")),
    Target("town", _("miejscowość"), values.text(80), ("miejscowosc", "miasto")),
    Target("gmina", _("gmina"), values.gmina, ("gmina", "teryt", "kod teryt")),
    Target("email", _("e-mail"), values.email, ("email", "e-mail", "adres e-mail")),
    Target("phone", _("telefon"), values.text(40), ("telefon", "tel", "nr telefonu")),
    Target("website", _("strona internetowa"), values.website, ("www", "strona www", "strona")),
    Target("mission", _("w jednym zdaniu"), values.text(240), ("cel", "cele", "misja")),
]
BY_FIELD = {target.field: target for target in TARGETS}


def guess_mapping(headers: list[str]) -> dict[str, str]:
    """Our fields by column titles, as far as the titles tell."""
    guessed: dict[str, str] = {}
    for header in headers:
        words = plain(header).strip(" .:")
        for target in TARGETS:
            if words in target.titles and target.field not in guessed.values():
                guessed[header] = target.field
    return guessed
