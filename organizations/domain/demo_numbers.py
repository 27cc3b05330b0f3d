"""Invented register numbers with right checksums, from ranges that no register has reached."""

from __future__ import annotations

from stdnum import iban
from stdnum.pl import nip, regon


def demo_krs(n: int) -> str:
    """The n-th invented KRS number."""
    return f"00099{n:05d}"


def demo_nip(n: int) -> str:
    """The n-th invented NIP."""
    return _with_check_digit(f"999{n:05d}", nip.is_valid)


def demo_regon(n: int) -> str:
    """The n-th invented REGON."""
    return _with_check_digit(f"99{n:05d}", regon.is_valid)


def demo_bank_account(n: int) -> str:
    """The n-th invented account number (NRB)."""
    base = f"00000000{n:016d}"
    return f"{iban.calc_check_digits(f'PL00{base}')}{base}"


def _with_check_digit(stem: str, is_valid: object) -> str:
    # One spare digit, because for some stems no check digit exists.
    for spare in range(10):
        for check in range(10):
            number = f"{stem}{spare}{check}"
            if is_valid(number):  # type: ignore[operator]
                return number
    raise ValueError(stem)
