"""Values of registers brought into our form; each reader raises ``WrongValue`` in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from organizations.models.choices import LegalForm, OrganizationStatus
from organizations.models.register_numbers import (
    compact_number,
    validate_krs,
    validate_nip,
    validate_regon,
)
from search.lemmas import plain
from territory.reference import gmina_choices

DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y%m%d", "%Y-%m-%d %H:%M:%S")
FORM_WORDS = [
    ("stowarzyszenie zwykle", LegalForm.SIMPLE_ASSOCIATION),
    ("zwiazek stowarzyszen", LegalForm.UNION),
    ("fundacja", LegalForm.FOUNDATION),
    ("klub sportowy", LegalForm.SPORTS_CLUB),
    ("kolo gospodyn", LegalForm.KGW),
    ("kgw", LegalForm.KGW),
    ("ochotnicza straz", LegalForm.OSP),
    ("osp", LegalForm.OSP),
    ("spoldzielnia socjalna", LegalForm.SOCIAL_COOPERATIVE),
    ("kolko rolnicze", LegalForm.FARMERS_CIRCLE),
    ("kosciel", LegalForm.CHURCH_UNIT),
    ("parafia", LegalForm.CHURCH_UNIT),
    ("spolka", LegalForm.NONPROFIT_COMPANY),
    ("stowarzyszenie", LegalForm.ASSOCIATION),
    ("towarzystwo", LegalForm.ASSOCIATION),
]
STATUS_WORDS = [
    ("likwidac", OrganizationStatus.IN_LIQUIDATION),
    ("wykres", OrganizationStatus.STRUCK_OFF),
    ("zawies", OrganizationStatus.SUSPENDED),
    ("", OrganizationStatus.ACTIVE),
]
# Signs by which spreadsheets take a cell for a formula; no register value begins with them.
FORMULA_SIGNS = "=+@"


class WrongValue(ValueError):
    """The value cannot be taken over; the message says why."""


def text(max_length: int) -> Callable[[str], str]:
    """Words in one line, not longer than the column."""

    def read(value: str) -> str:
        cleaned = re.sub(r"\s+", " ", value).strip()
        if cleaned[:1] in FORMULA_SIGNS and not re.fullmatch(r"\+?[\d\s()-]+", cleaned):
            raise WrongValue(_("Komórka zawiera formułę: %(value)s") % {"value": cleaned[:40]})
        if len(cleaned) > max_length:
            raise WrongValue(_("Tekst jest dłuższy niż %(count)s znaków.") % {"count": max_length})
        return cleaned

    return read


def krs(value: str) -> str:
    """Excel eats the zeros with which KRS begins; they come back."""
    number = compact_number(value)
    return _checked(number.zfill(10) if number.isdigit() else number, validate_krs)


def nip(value: str) -> str:
    """A NIP with a right checksum."""
    return _checked(compact_number(value), validate_nip)


def regon(value: str) -> str:
    """Nine or fourteen digits; the five zeros of a 14-digit REGON of the seat are dropped."""
    number = compact_number(value)
    if number.isdigit():
        number = number.zfill(9)
    if len(number) == 14 and number.endswith("00000"):
        number = number[:9]
    return _checked(number, validate_regon)


def day(value: str) -> date:
    """A date as registers write it."""
    for pattern in DAY_FORMATS:
        try:
            return datetime.strptime(value.strip(), pattern).date()  # noqa: DTZ007 - a day only
        except ValueError:
            continue
    raise WrongValue(_("To nie jest data: %(value)s") % {"value": value[:40]})


def postal_code(value: str) -> str:
    """Two digits, a dash, three digits."""
    digits = re.sub(r"\D", "", value)
    if len(digits) != 5:
        raise WrongValue(_("To nie jest kod pocztowy: %(value)s") % {"value": value[:40]})
    return f"{digits[:2]}-{digits[2:]}"


def email(value: str) -> str:
    """One address; of several the first."""
    address = re.split(r"[;,\s]+", value.strip())[0].lower()
    return _checked(address, EmailValidator(_("To nie jest adres e-mail.")))


def website(value: str) -> str:
    """An address with its scheme."""
    address = value.strip()
    if not urlsplit(address).scheme:
        address = f"https://{address}"
    return _checked(
        address, URLValidator(schemes=["http", "https"], message=_("To nie jest adres strony."))
    )


def legal_form(value: str) -> str:
    """The form by the words that registers use; unknown words become "other"."""
    words = plain(value)
    return next((form for word, form in FORM_WORDS if word in words), LegalForm.OTHER)


def status(value: str) -> str:
    """The state by the words that registers use."""
    words = plain(value)
    return next(status for word, status in STATUS_WORDS if word in words)


def gmina(value: str) -> str:
    """The TERYT code of a gmina given by code or by a name that only one gmina has."""
    codes = _gmina_codes()
    key = plain(re.sub(r"^(gmina|gm\.|m\.)\s+", "", value.strip(), flags=re.IGNORECASE))
    if key not in codes:
        raise WrongValue(_("Nie ma takiej gminy: %(value)s") % {"value": value[:40]})
    return codes[key]


@lru_cache(maxsize=1)
def _gmina_codes() -> dict[str, str]:
    choices = gmina_choices()
    return {code: code for code, _name in choices} | {plain(name): code for code, name in choices}


def _checked(value: str, validate: Callable[[str], None]) -> str:
    try:
        validate(value)
    except ValidationError as error:
        raise WrongValue(f"{error.messages[0]} ({value[:40]})") from error
    return value
