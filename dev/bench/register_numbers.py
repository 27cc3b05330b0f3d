"""Register numbers of invented organizations: hundreds of thousands, each with a right checksum.

The ranges are not those of `organizations.domain.demo_numbers`, so both may stand in one database.
"""

from collections.abc import Callable

from stdnum.pl import nip, regon


def invented_krs(n: int) -> str:
    """The n-th number of ten digits; KRS has no checksum."""
    return f"0008{n:06d}"


def invented_nip(n: int) -> str:
    """The n-th number of ten digits with its check digit."""
    return _checked(f"98{n:06d}", nip.is_valid)


def invented_regon(n: int) -> str:
    """The n-th number of nine digits with its check digit."""
    return _checked(f"9{n:06d}", regon.is_valid)


def _checked(stem: str, is_valid: Callable[[str], bool]) -> str:
    # One spare digit, because for some stems no check digit exists.
    for last in range(100):
        if is_valid(number := f"{stem}{last:02d}"):
            return number
    raise ValueError(stem)
