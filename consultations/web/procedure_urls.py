"""Addresses of how a consultation is held: its course, meetings, council, rounds, invitations."""

from django.urls import path

from consultations.web import (
    announcing,
    council,
    course,
    inviting,
    meeting_records,
    meetings,
    office_documents,
    rounds,
)

urlpatterns = [
    path("<slug:slug>/przebieg/", course.course, name="course"),
    path("<slug:slug>/tryb/", course.mode, name="mode"),
    path("<slug:slug>/lista-kontrolna/", announcing.checklist, name="checklist"),
    path("<slug:slug>/ogloszenie/", announcing.announcement, name="announcement"),
    path("<slug:slug>/ogloszenie.<str:format>", announcing.download, name="announcement_file"),
    path("<slug:slug>/plakat.pdf", announcing.poster, name="poster"),
    path("<slug:slug>/nowa-tura/", rounds.start, name="new_round"),
    path("<slug:slug>/spotkania/dodaj/", meetings.add, name="add_meeting"),
    path("<slug:slug>/spotkania/<int:key>/", meetings.detail, name="meeting"),
    path("<slug:slug>/spotkania/<int:key>/termin.ics", meetings.calendar, name="meeting_calendar"),
    path("<slug:slug>/spotkania/<int:key>/zmien/", meetings.change, name="change_meeting"),
    path("<slug:slug>/spotkania/<int:key>/odwolaj/", meetings.cancel, name="cancel_meeting"),
    path(
        "<slug:slug>/spotkania/<int:key>/protokol/",
        meeting_records.protocol,
        name="meeting_protocol",
    ),
    path(
        "<slug:slug>/spotkania/<int:key>/protokol/plik/",
        meeting_records.protocol_file,
        name="protocol_file",
    ),
    path(
        "<slug:slug>/spotkania/<int:key>/obecnosc/",
        meeting_records.attendance,
        name="meeting_attendance",
    ),
    path("<slug:slug>/rada/", council.ask, name="ask_council"),
    path("<slug:slug>/rada/<int:key>/opinia/", council.record, name="council_opinion"),
    path("<slug:slug>/rada/<int:key>/przypomnij/", council.remind, name="remind_council"),
    path("<slug:slug>/rada/<int:key>/plik/", council.opinion_file, name="council_file"),
    path("<slug:slug>/zaproszenia/", inviting.invitations, name="invitations"),
    path("urzedy/<slug:body>/wzory/", office_documents.templates, name="document_templates"),
    path(
        "urzedy/<slug:body>/wzory/<slug:kind>/",
        office_documents.template,
        name="document_template",
    ),
]
