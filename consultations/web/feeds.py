"""Consultations for feed readers (Atom, RFC 4287) and calendars (iCalendar, RFC 5545).

Lists hold what everybody may see, whoever asks: a program fetches them without signing in.
"""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import feedgenerator, formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from consultations.domain import queries
from consultations.models import Consultation, ConsultationMeeting, Stage
from consultations.terms import meeting_entry, term_entry
from consultations.web.access import find_consultation
from consultations.web.filters import ConsultationFilter
from consultations.web.freshness import of_all_consultations, of_consultation
from documents.exports.calendar_file import (
    CONTENT_TYPE,
    CalendarEntry,
    calendar_bytes,
)
from notifications.domain.letters import absolute, mail_domain
from open_data.public_api import EVERYBODY

NEWEST = 50
# Earlier terms would only make a subscribed calendar grow.
STAGES_WITH_TERMS = (Stage.ANNOUNCED, Stage.OPEN, Stage.ANALYSIS)


def _list_etag(request: HttpRequest) -> str:
    return _etag(of_all_consultations(request), request.GET.urlencode())


def _page_etag(request: HttpRequest, slug: str) -> str:
    return _etag(of_consultation(request, slug))


def _etag(*signs: object) -> str:
    words = repr((signs, get_language()))
    return f'"{hashlib.sha256(words.encode()).hexdigest()[:32]}"'


@require_safe
@condition(etag_func=_list_etag)
def atom(request: HttpRequest) -> HttpResponse:
    """The newest consultations, narrowed by the filters of the list."""
    feed = feedgenerator.Atom1Feed(
        title=_("Konsultacje – %(site)s") % {"site": settings.SITE_NAME},
        link=absolute(reverse("consultations:list")),
        description="",
        language=get_language(),
        feed_url=absolute(request.get_full_path()),
    )
    for consultation in _chosen(request).order_by("-opens_at", "-pk")[:NEWEST]:
        feed.add_item(
            title=consultation.title,
            link=absolute(consultation.get_absolute_url()),
            description=consultation.summary,
            unique_id=f"tag:{mail_domain()},2026:consultation:{consultation.pk}",
            pubdate=consultation.opens_at,
            updateddate=consultation.updated_at,
            author_name=str(consultation.public_body),
            categories=[str(consultation.get_kind_display())],
        )
    for meeting in _coming_meetings(_chosen(request)):
        moment = formats.date_format(timezone.localtime(meeting.starts_at), "DATETIME_FORMAT")
        feed.add_item(
            title=_("Spotkanie konsultacyjne: %(meeting)s") % {"meeting": meeting.title},
            link=absolute(meeting.get_absolute_url()),
            description=f"{moment}, {meeting.place or meeting.online_url}",
            unique_id=f"tag:{mail_domain()},2026:consultation-meeting:{meeting.pk}",
            pubdate=meeting.created_at,
            updateddate=meeting.updated_at,
            author_name=str(meeting.consultation.public_body),
            categories=[str(meeting.get_kind_display())],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@require_safe
@condition(etag_func=_list_etag)
def calendar(request: HttpRequest) -> HttpResponse:
    """The terms of current consultations, to subscribe to."""
    rows = _chosen(request).filter(stage__in=STAGES_WITH_TERMS).order_by("closes_on", "pk")
    name = _("Terminy konsultacji – %(site)s") % {"site": settings.SITE_NAME}
    coming = _coming_meetings(_chosen(request))
    entries = [term_entry(row) for row in rows[:NEWEST]] + [meeting_entry(row) for row in coming]
    return calendar_response(entries, name, "konsultacje.ics")


@require_safe
@condition(etag_func=_page_etag)
def term(request: HttpRequest, slug: str) -> HttpResponse:
    """The term of one consultation."""
    consultation = find_consultation(request, slug)
    meetings = consultation.meetings.select_related("consultation")
    entries = [term_entry(consultation), *(meeting_entry(row) for row in meetings)]
    return calendar_response(entries, consultation.title, f"{slug}.ics")


def _coming_meetings(consultations: QuerySet[Consultation]) -> QuerySet[ConsultationMeeting]:
    rows = ConsultationMeeting.objects.filter(
        consultation__in=consultations.order_by().values("pk"), ends_at__gt=timezone.now()
    )
    return rows.select_related("consultation__public_body").order_by("starts_at", "pk")[:NEWEST]


def _chosen(request: HttpRequest) -> QuerySet[Consultation]:
    rows = queries.consultations_for_list(EVERYBODY)
    return ConsultationFilter(request.GET, queryset=rows, request=request).qs


def calendar_response(entries: list[CalendarEntry], name: str, file_name: str) -> HttpResponse:
    response = HttpResponse(calendar_bytes(entries, name), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
