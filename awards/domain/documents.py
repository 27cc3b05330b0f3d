"""Files that an edition gives away: diplomas, certificates, the press kit."""

from __future__ import annotations

from django.utils import timezone

from awards.domain.deliberating import all_awards
from awards.exports.diplomas import certificates_pdf, diplomas_pdf
from awards.exports.press_kit import press_kit
from awards.models import Award, Edition, Nomination


def diplomas_of(edition: Edition) -> bytes:
    """Diplomas of all awards, to be printed before the gala."""
    return diplomas_pdf(edition, list(all_awards(edition)))


def diploma_of(award: Award) -> bytes:
    """One diploma."""
    return diplomas_pdf(award.category.edition, [award])


def certificates_of(edition: Edition) -> bytes:
    """Certificates of all standing nominees."""
    rows = Nomination.objects.standing().filter(category__edition=edition)
    ordered = rows.select_related("category").order_by("category__position", "number")
    return certificates_pdf(edition, list(ordered))


def press_kit_of(edition: Edition) -> bytes:
    """What journalists get."""
    return press_kit(edition, list(all_awards(edition)), timezone.now())
