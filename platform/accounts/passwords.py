"""Passwords that are hard to guess, judged by how a guesser would try, not by character classes."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.models import User

# The estimate is quadratic in length, and what is longer is judged well by its beginning.
JUDGED_LENGTH = 72
GOOD_SCORE = 4  # of 4: more than 10^10 guesses

# What people of this region and of these circles would put into a password; English lists of
# leaked passwords do not know it.
LOCAL_WORDS = (
    "opole", "opolskie", "opolszczyzna", "slask", "nysa", "brzeg", "kluczbork", "namyslow",
    "prudnik", "glubczyce", "strzelce", "krapkowice", "olesno", "kedzierzyn", "kozle",
    "stowarzyszenie", "fundacja", "organizacja", "organizacje", "gmina", "powiat", "urzad",
    "starostwo", "marszalek", "konsultacje", "niezapominajka", "spolecznik", "forum",
    "wspoldzialamy", "portal", "haslo", "polska", "kochamcie", "misiek", "styczen", "luty",
    "marzec", "kwiecien", "maj", "czerwiec", "lipiec", "sierpien", "wrzesien", "pazdziernik",
    "listopad", "grudzien", "wiosna", "lato", "jesien", "zima",
)  # fmt: skip
POLISH_LETTERS = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


class StrengthValidator:
    """For ``AUTH_PASSWORD_VALIDATORS``: refuses what zxcvbn guesses too soon."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise when a guesser who knows the region and the person would be quick."""
        from zxcvbn import zxcvbn  # its word lists take 15 MB, which most processes never need

        judged = password[:JUDGED_LENGTH].translate(POLISH_LETTERS)
        result = zxcvbn(judged, user_inputs=[*LOCAL_WORDS, *_words_about(user)])
        if result["score"] < GOOD_SCORE:
            raise ValidationError(
                _(
                    "To hasło łatwo odgadnąć. Użyj kilku przypadkowych słów, "
                    "na przykład trzech, które nie mają ze sobą nic wspólnego."
                ),
                code="password_too_guessable",
            )

    def get_help_text(self) -> str:
        """What a form says below the field."""
        return _("Najlepsze są trzy lub cztery słowa, które nie mają ze sobą nic wspólnego.")


def _words_about(user: User | None) -> list[str]:
    if user is None:
        return []
    about = f"{user.email} {user.display_name}".lower().translate(POLISH_LETTERS)
    return [word for word in re.split(r"[^a-z0-9]+", about) if len(word) > 2]
