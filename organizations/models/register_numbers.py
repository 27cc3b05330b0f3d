"""Numbers of the state registers: KRS, NIP and REGON, checked and kept in one form.

python-stdnum knows the checksums of NIP and REGON; a KRS number has none, so only its ten
digits can be checked.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator as MaxLength
from django.db import models
from django.utils.translation import gettext_lazy as _
from stdnum.pl import nip, regon

SEPARATORS = re.compile(r"[\s\-–./]+")
NIP_PREFIX = re.compile(r"^PL", re.IGNORECASE)


def compact_number(value: str) -> str:
    """``value`` without the spaces and dashes that people write for readability."""
    return NIP_PREFIX.sub("", SEPARATORS.sub("", value))


def validate_krs(value: str) -> None:
    """Ten digits, not all of them zero."""
    number = compact_number(value)
    if not re.fullmatch(r"[0-9]{10}", number) or int(number) == 0:
        raise ValidationError(_("Numer KRS ma dziesięć cyfr, na przykład 0000123456."), "krs")


def validate_nip(value: str) -> None:
    """Ten digits with a right checksum."""
    if not nip.is_valid(compact_number(value)):
        raise ValidationError(
            _("To nie jest poprawny NIP: ma dziesięć cyfr, a ostatnia z nich sprawdza pozostałe."),
            "nip",
        )


def validate_regon(value: str) -> None:
    """Nine or fourteen digits with right checksums."""
    if not regon.is_valid(compact_number(value)):
        raise ValidationError(
            _("To nie jest poprawny REGON: ma 9 lub 14 cyfr, a ostatnia sprawdza pozostałe."),
            "regon",
        )


class RegisterNumberField(models.CharField):
    """A register number, stored without separators however it was written.

    Lookups are compacted too, so ``filter(nip="754-000-00-00")`` finds what is meant.
    """

    def to_python(self, value: Any) -> Any:
        """The compact form, also in forms and imports that call ``clean``."""
        value = super().to_python(value)
        return compact_number(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """The compact form, for saving and for lookups."""
        value = super().get_prep_value(value)
        return compact_number(value) if isinstance(value, str) else value

    def formfield(self, **kwargs: Any) -> Any:
        """Room for spaces and dashes: the length is checked when they are gone."""
        field = super().formfield(**{"form_class": RegisterNumberFormField, **kwargs})
        if isinstance(field, RegisterNumberFormField):
            field.max_length = None
            field.widget.attrs.pop("maxlength", None)
            field.validators = [v for v in field.validators if not isinstance(v, MaxLength)]
        return field


class RegisterNumberFormField(forms.CharField):
    """Takes a number as people write it and hands over its compact form."""

    def to_python(self, value: Any) -> str:
        """Separators are gone before anything is checked."""
        return compact_number(super().to_python(value) or "")


def format_nip(value: str) -> str:
    """NIP as Poles write it: 123-456-78-90."""
    return f"{value[:3]}-{value[3:6]}-{value[6:8]}-{value[8:]}" if len(value) == 10 else value
