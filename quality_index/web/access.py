"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from organizations.models import PublicBody
from quality_index.domain import permissions
from quality_index.models import Assessment, Seat, Stage

SESSION_SEATS = "quality_index_seats"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a page of an assessment: a person, and their seat in its team, if any."""

    user: Any
    assessment: Assessment
    seat: Seat | None

    @property
    def manages(self) -> bool:
        """Whether the person runs the assessment."""
        return permissions.can_manage(self.user, self.assessment)

    @property
    def sees_scores(self) -> bool:
        """Whether members' scores are open to the person."""
        return permissions.can_see_scores(self.user, self.assessment, self.seat)

    @property
    def sees_results(self) -> bool:
        """Whether the settled index is open to the person."""
        return permissions.can_see_results(self.user, self.assessment, self.seat)

    @property
    def agrees(self) -> bool:
        """Whether the person records agreements now."""
        return permissions.can_agree(self.user, self.assessment, self.seat)

    @property
    def scores(self) -> bool:
        """Whether the person gives scores now."""
        return permissions.can_score(self.assessment, self.seat)


def find_reader(request: HttpRequest, pk: int) -> Reader:
    """The assessment as the person meets it; 404 when it is not theirs to see."""
    rows = Assessment.objects.select_related("body__area", "version", "coordinator")
    assessment = rows.filter(pk=pk).first()
    if assessment is None:
        raise Http404
    seat = _seat_of(request, assessment)
    is_team = seat is not None and assessment.stage != Stage.PREPARATION
    visible = assessment.is_public or permissions.can_manage(request.user, assessment)
    if not visible and not is_team:
        raise Http404
    return Reader(request.user, assessment, seat if is_team else None)


def find_body(slug: str) -> PublicBody:
    """An office by its address, or 404."""
    body = PublicBody.objects.filter(slug=slug).select_related("area").first()
    if body is None:
        raise Http404
    return body


def remember_seat(request: HttpRequest, seat: Seat) -> None:
    """Whoever came by a personal link keeps the seat as long as the browser's session lasts."""
    seats = dict(request.session.get(SESSION_SEATS, {}))
    seats[str(seat.assessment_id)] = seat.link_key
    request.session[SESSION_SEATS] = seats


def require(allowed: bool) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied


def _seat_of(request: HttpRequest, assessment: Assessment) -> Seat | None:
    """By the link in the session, which may have been renewed since, or by the account."""
    seats = Seat.objects.filter(assessment=assessment)
    key = request.session.get(SESSION_SEATS, {}).get(str(assessment.pk))
    seat = seats.filter(link_key=key).first() if key else None
    if seat is None and request.user.is_authenticated:
        seat = seats.filter(user=request.user).first()
    if seat is not None:
        seat.assessment = assessment
    return seat
